import Diagnostics
import YAMLTree

extension DocumentReader {
    mutating func schemas(_ node: YAMLNode, _ name: String) -> [SchemaID] {
        elements(of: node, name).compactMap { schema($0) }
    }

    /// The parts of `allOf`, `oneOf` or `anyOf`, of which there is at least one; JSON Schema, Core, section 10.2.1.
    mutating func combination(_ node: YAMLNode, _ name: String) -> [SchemaID] {
        if node.isSequence, node.count == 0 { report(.emptyCombination(name, node), choosing: "it is left out") }
        return schemas(node, name)
    }

    mutating func members(of node: YAMLNode, _ name: String) -> [SchemaProperty] {
        entries(of: node, name).compactMap { entry in
            schema(entry.value).map { SchemaProperty(name: entry.name, position: entry.key.position, schema: $0) }
        }
    }

    mutating func readProperties(_ node: YAMLNode, into schema: inout Schema) {
        schema.properties = members(of: node, "properties")
        for entry in node.entries where entry.value.isMapping {
            guard let required = entry.value["required"], let isRequired = required.bool else { continue }
            // Draft 3 wrote it at the property, and authors still do; there is one thing it can mean.
            report(.requiredAtProperty(required))
            requiredFlags.insert(required)
            if isRequired { schema.required.append(Located(entry.name, at: required.position)) }
        }
    }

    mutating func readRequired(_ node: YAMLNode) -> [Located<String>] {
        if node.bool != nil {
            // At a property it was noticed when the properties were read.
            if requiredFlags.remove(node) == nil { report(.requiredIsNoList(node), choosing: "it is left out") }
            return []
        }
        return elements(of: node, "required").compactMap { name in
            text(name, "required").map { Located($0, at: name.position) }
        }
    }

    /// `items`, which before 2020-12 was a list where now `prefixItems` is.
    mutating func readItems(_ node: YAMLNode, into schema: inout Schema) {
        guard node.isSequence else {
            schema.items = self.schema(node)
            return
        }
        report(.itemsAreList(node), choosing: "read as 'prefixItems'")
        schema.prefixItems = schemas(node, "items")
    }

    /// Leaves out the names and descriptions of values that `enum` has had before, so that those behind them stay with theirs.
    func dropWordsOfRepeatedValues(in schema: inout Schema, _ node: YAMLNode) {
        guard let values = schema.enumeration, let elements = node["enum"]?.elements, elements.count > values.count else { return }
        var seen: Set<String> = []
        let isNew = elements.map { seen.insert($0.jsonText()).inserted }
        schema.enumerationNames = zip(schema.enumerationNames, isNew).filter(\.1).map(\.0)
        schema.enumerationDescriptions = zip(schema.enumerationDescriptions, isNew).filter(\.1).map(\.0)
    }

    mutating func readEnumeration(_ node: YAMLNode) -> [YAMLNode]? {
        guard node.isSequence else { return elements(of: node, "enum").isEmpty ? nil : [] }
        var values: [YAMLNode] = []
        var seen: [String: Position] = [:]
        for value in node.elements {
            let text = value.jsonText()
            if let first = seen[text] {
                report(.duplicateValue(value, first: first))
            } else {
                seen[text] = value.position
                values.append(value)
            }
        }
        if values.isEmpty { report(.emptyEnumeration(node)) }
        return values.isEmpty ? nil : values
    }

    mutating func readDependentRequired(_ node: YAMLNode) -> [DependentRequired] {
        entries(of: node, "dependentRequired").map {
            DependentRequired(property: $0.name, required: texts($0.value, "dependentRequired"))
        }
    }

    /// Draft 7's keyword, which 2019-09 split into two.
    mutating func readDependencies(_ node: YAMLNode, into schema: inout Schema) {
        for entry in entries(of: node, "dependencies") {
            if entry.value.isSequence {
                let names = texts(entry.value, "dependencies")
                schema.rare.dependentRequired.append(DependentRequired(property: entry.name, required: names))
            } else if let id = self.schema(entry.value) {
                schema.rare.dependentSchemas.append(
                    SchemaProperty(name: entry.name, position: entry.key.position, schema: id))
            }
        }
    }

    mutating func readXML(_ node: YAMLNode) -> XMLRepresentation? {
        guard var fields = documentationFields(of: node, named: "xml", in: "the XML object") else { return nil }
        // An empty text names nothing.
        func text(_ name: String) -> String? { prose(fields.take(name), name).flatMap { $0.isEmpty ? nil : $0 } }
        let representation = XMLRepresentation(
            name: text("name"), namespace: text("namespace"), prefix: text("prefix"), isAttribute: fields.take("attribute")?.bool ?? false,
            isWrapped: fields.take("wrapped")?.bool ?? false, nodeType: prose(fields.take("nodeType"), "nodeType"))
        warn(about: fields)
        return representation
    }
}

extension Diagnostic {
    fileprivate static func emptyCombination(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'\(name)' needs at least one schema", at: node.position)
    }

    fileprivate static func requiredAtProperty(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(
            .warning, "'required' at a property is a boolean, read as if the object's 'required' said so", at: node.position)
    }

    fileprivate static func requiredIsNoList(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'required' must be a list of property names, found a boolean", at: node.position)
    }

    fileprivate static func itemsAreList(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'items' must be a schema, found a list", at: node.position)
    }

    fileprivate static func duplicateValue(_ node: YAMLNode, first: Position) -> Diagnostic {
        Diagnostic(
            .warning, "the value is already in 'enum'", at: node.position, notes: [.init("first listed here", at: first)])
    }

    fileprivate static func emptyEnumeration(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'enum' lists no value and is left out", at: node.position)
    }
}
