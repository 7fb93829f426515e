import Diagnostics
import YAMLTree

extension SchemaReader {
    mutating func readSchemas(_ node: YAMLNode, _ name: String) -> [SchemaID] {
        elements(of: node, name).compactMap { schema($0) }
    }

    /// Reads the schemas of `allOf`, `oneOf` or `anyOf`, which are not empty; JSON Schema, Core, section 10.2.1.
    mutating func combination(_ node: YAMLNode, _ name: String) -> [SchemaID] {
        if node.isSequence, node.count == 0 { report(.emptyCombination(name, node), choosing: "it is ignored") }
        return readSchemas(node, name)
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
            // Draft 3 had a boolean in the property's schema, and authors still write it; its meaning is clear.
            report(.requiredAtProperty(required))
            requiredFlags.insert(required)
            if isRequired { schema.required.append(Located(entry.name, at: required.position)) }
        }
    }

    /// - Parameter schema: The schema that contains `required`.
    mutating func readRequired(_ node: YAMLNode, of schema: YAMLNode) -> [Located<String>] {
        if node.bool != nil {
            // In a property's schema it was handled when the properties were read.
            if requiredFlags.remove(node) == nil { report(.requiredIsNoList(node), choosing: "it is ignored") }
            return []
        }
        return elements(of: node, "required").compactMap { name in
            if let text = name.string { return Located(text, at: name.position) }
            // Property names need no quotes as keys, so authors forget them here: `required: [200]`.
            let property = name.isScalar ? name.text.flatMap { schema["properties"]?[$0] == nil ? nil : $0 } : nil
            report(.nameIsNoString(name), choosing: property.map { "read as '\($0)'" } ?? "it is ignored", isClear: property != nil)
            return property.map { Located($0, at: name.position) }
        }
    }

    /// Reads `format`, which must be a string.
    mutating func readFormat(_ node: YAMLNode) -> String? {
        if node.string == nil {
            report(.expected("a string", for: "format", found: node), choosing: "it is ignored", isClear: node.isNull)
        }
        return node.string
    }

    /// Reads `items`, which could be a list before `prefixItems` replaced it in 2020-12.
    mutating func readItems(_ node: YAMLNode, into schema: inout Schema) {
        guard node.isSequence else {
            schema.items = self.schema(node)
            return
        }
        report(.itemsAreList(node), choosing: "read as 'prefixItems'")
        schema.prefixItems = readSchemas(node, "items")
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

    /// Reads the keyword of draft 7 that 2019-09 split in two.
    mutating func readDependencies(_ node: YAMLNode, into schema: inout Schema) {
        for entry in entries(of: node, "dependencies") {
            if entry.value.isSequence {
                let names = texts(entry.value, "dependencies")
                schema.rareKeywords.dependentRequired.append(DependentRequired(property: entry.name, required: names))
            } else if let id = self.schema(entry.value) {
                schema.rareKeywords.dependentSchemas.append(
                    SchemaProperty(name: entry.name, position: entry.key.position, schema: id))
            }
        }
    }

    mutating func readXML(_ node: YAMLNode) -> XMLRepresentation? {
        guard var fields = documentationFields(of: node, named: "xml", in: "the XML object") else { return nil }
        // An empty string is no name.
        func text(_ name: String) -> String? { prose(fields.take(name), name).flatMap { $0.isEmpty ? nil : $0 } }
        let representation = XMLRepresentation(
            name: text("name"), namespace: text("namespace"), prefix: text("prefix"),
            isAttribute: fields.take("attribute")?.bool ?? false,
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
            .warning, "'required' must be a list in the object's schema; this boolean is read as an entry in it", at: node.position)
    }

    fileprivate static func nameIsNoString(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'required' must list strings, found \(node.kindPhrase)", at: node.position)
    }

    fileprivate static func requiredIsNoList(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'required' must be a list of property names, found a boolean", at: node.position)
    }

    fileprivate static func itemsAreList(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'items' must be a schema, found a list", at: node.position)
    }

    fileprivate static func duplicateValue(_ node: YAMLNode, first: Position) -> Diagnostic {
        Diagnostic(
            .warning, "the value is listed twice in 'enum'", at: node.position, notes: [.init("first listed here", at: first)])
    }

    fileprivate static func emptyEnumeration(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'enum' is empty and ignored", at: node.position)
    }
}
