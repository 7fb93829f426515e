import OpenAPI
import YAMLTree

/// The component schemas as the document writes them, in JSON Schema 2020-12 and for one direction.
///
/// It knows nothing of the generator's model: only where references lead is taken from the reader.
struct OracleText {
    private let document: OpenAPIDocument
    private let direction: Direction
    private let schemasByNode: [YAMLNode: SchemaID]
    private let subtypes: OracleSubtypes
    private var names: [Definition: String] = [:]
    private var pending: [Definition] = []

    /// A schema, without the requirement of members that are not sent where the schema is used.
    private struct Definition: Hashable {
        let schema: SchemaID
        let unsent: Set<String>
        /// Whether it is a part of `allOf`, whose discriminator selects no subtype.
        let isPart: Bool
    }

    init(_ document: OpenAPIDocument, for direction: Direction) {
        self.document = document
        self.direction = direction
        subtypes = OracleSubtypes(document)
        let nodes = document.schemas.enumerated().compactMap { index, schema in schema.node.map { ($0, SchemaID(index: index)) } }
        schemasByNode = Dictionary(nodes) { first, _ in first }
    }

    /// The schemas by the names of their components, and those of JSON bodies by their operations, such as `POST /pets`.
    mutating func text() -> String {
        var texts: [String] = []
        for component in document.componentSchemas {
            let definition = Definition(schema: component.schema, unsent: [], isPart: false)
            names[definition] = component.name
            pending.append(definition)
        }
        for operation in document.operations {
            guard let body = direction == .requests ? operation.jsonRequest : operation.jsonResponse?.schema else { continue }
            texts.append(
                Instance.string(operation.label).json + ":{\"$ref\":" + reference(to: body, unsent: [], isPart: false) + "}")
        }
        while let next = pending.popLast() {
            let text = document[next.schema].node.map { schema($0, unsent: next.unsent, isPart: next.isPart) } ?? "true"
            texts.append(Instance.string(names[next] ?? "").json + ":" + text)
        }
        return "{\"$defs\":{" + texts.joined(separator: ",\n") + "}}"
    }

    private mutating func reference(to schema: SchemaID, unsent: Set<String>, isPart: Bool) -> String {
        let needed = unsent.isEmpty ? [] : unsent.intersection(requiredNames(of: schema))
        let definition = Definition(
            schema: schema, unsent: needed, isPart: isPart && subtypes.isParent(document.schemas.resolved(schema)))
        if names[definition] == nil {
            names[definition] =
                "\(schema.index)\(definition.isPart ? " as a part" : "") without \(needed.sorted().joined(separator: " "))"
            pending.append(definition)
        }
        return Instance.string("#/$defs/" + (names[definition] ?? "").escapedForFragment).json
    }

    private mutating func schema(
        _ node: YAMLNode, unsent: Set<String>, isAlternative: Bool = false, isPart: Bool = false
    ) -> String {
        guard node.isMapping else { return node.jsonText() }
        let id = schemasByNode[node]
        if isAlternative, let id, document.isNullAlone(id) { return #"{"type":"null"}"# }
        let unsent = unsent.union(id.map(unsentNames) ?? [])
        var members: [String] = []
        if let target = id.flatMap({ document[$0].reference }) {
            members.append("\"$ref\":" + reference(to: target, unsent: unsent, isPart: isPart))
        }
        if members.isEmpty || document.version > .v3_0 {
            members += node.entries.compactMap { keyword($0, of: node, unsent: unsent, isPart: isPart) }
        }
        var text = "{" + members.joined(separator: ",") + "}"
        let choices = isPart ? [] : id.map { subtypes.choices(of: $0, in: document) } ?? []
        if !choices.isEmpty { text = "{\"allOf\":[" + ([text] + choices.map { condition($0) }).joined(separator: ",") + "]}" }
        let isNullable = document.version <= .v3_0 && (node["nullable"]?.bool == true || node["x-nullable"]?.bool == true)
        return isNullable ? #"{"anyOf":[{"type":"null"},"# + text + "]}" : text
    }

    private mutating func keyword(_ entry: YAMLEntry, of node: YAMLNode, unsent: Set<String>, isPart: Bool) -> String? {
        let value = entry.value
        let text: String? =
            switch entry.name {
            case "allOf": part(value, unsent: unsent, isPart: isPart || !isWrapper(node))
            case "not", "if", "then", "else": part(value, unsent: unsent)
            case "oneOf", "anyOf":
                "[" + value.elements.map { alternative($0, of: node, unsent: unsent) }.joined(separator: ",") + "]"
            case "items", "prefixItems", "contains", "additionalProperties", "propertyNames", "unevaluatedItems",
                "unevaluatedProperties":
                part(value, unsent: [])
            case "properties", "patternProperties": map(value, unsent: [])
            case "dependentSchemas": map(value, unsent: unsent)
            case "required": required(value, unsent: unsent)
            case "dependentRequired": dependentRequired(value, unsent: unsent)
            case "type": value.text == "file" ? nil : types(value)
            case "enum": enumeration(value, of: node)
            case "minimum": node["exclusiveMinimum"]?.bool == true ? nil : value.jsonText()
            case "maximum": node["exclusiveMaximum"]?.bool == true ? nil : value.jsonText()
            case "exclusiveMinimum": value.bool.map { $0 ? node["minimum"]?.jsonText() : nil } ?? value.jsonText()
            case "exclusiveMaximum": value.bool.map { $0 ? node["maximum"]?.jsonText() : nil } ?? value.jsonText()
            default: assertions.contains(entry.name) ? value.jsonText() : nil
            }
        // A discriminator says which alternative is meant where several fit.
        let name = entry.name == "oneOf" && node["discriminator"] != nil && node["anyOf"] == nil ? "anyOf" : entry.name
        return text.map { "\"\(name)\":" + $0 }
    }

    /// Whether a schema that no component names only describes its part, and is one of its subtypes as well.
    private func isWrapper(_ node: YAMLNode) -> Bool {
        guard let schema = schemasByNode[node].map({ document[$0] }) else { return false }
        return schema.componentName == nil && schema.allOf.count == 1 && schema.properties.isEmpty && schema.required.isEmpty
    }

    /// The requirement that an object with a value of the discriminator is the subtype that the value stands for.
    private mutating func condition(_ choice: OracleSubtypes.Choice) -> String {
        let name = Instance.string(choice.propertyName).json
        return
            "{\"if\":{\"type\":\"object\",\"required\":[\(name)],\"properties\":{\(name):\(anyOf(choice.values))}},\"then\":{\"$ref\":"
            + reference(to: choice.schema, unsent: [], isPart: false) + "}}"
    }

    /// Keys of a mapping are texts, whatever the member's type.
    private func anyOf(_ values: [String]) -> String {
        let list = values.map {
            Instance.string($0).json + (Double($0) != nil || ["true", "false", "null"].contains($0) ? "," + $0 : "")
        }
        return "{\"enum\":[" + list.joined(separator: ",") + "]}"
    }

    /// A schema or a list of them.
    private mutating func part(_ value: YAMLNode, unsent: Set<String>, isPart: Bool = false) -> String {
        guard value.isSequence else { return schema(value, unsent: unsent) }
        return "[" + value.elements.map { schema($0, unsent: unsent, isPart: isPart) }.joined(separator: ",") + "]"
    }

    private mutating func map(_ value: YAMLNode, unsent: Set<String>) -> String {
        "{" + value.entries.map { Instance.string($0.name).json + ":" + schema($0.value, unsent: unsent) }.joined(separator: ",")
            + "}"
    }

    private func required(_ value: YAMLNode, unsent: Set<String>) -> String? {
        guard value.isSequence else { return nil }
        return "["
            + value.elements.compactMap(\.text).filter { !unsent.contains($0) }.map { Instance.string($0).json }.joined(
                separator: ",") + "]"
    }

    private func dependentRequired(_ value: YAMLNode, unsent: Set<String>) -> String {
        let dependencies = value.entries.compactMap { entry in
            required(entry.value, unsent: unsent).map { Instance.string(entry.name).json + ":" + $0 }
        }
        return "{" + dependencies.joined(separator: ",") + "}"
    }

    private func types(_ value: YAMLNode) -> String {
        let names = (value.isSequence ? Array(value.elements) : [value]).compactMap(\.text)
        return "[" + names.map { Instance.string($0).json }.joined(separator: ",") + "]"
    }

    /// Authors of YAML leave out the quotes of strings that look like numbers.
    private func enumeration(_ value: YAMLNode, of node: YAMLNode) -> String {
        guard node["type"]?.text == "string" else { return value.jsonText() }
        let values = value.elements.map { $0.isNull || !$0.isScalar ? $0.jsonText() : Instance.string($0.text ?? "").json }
        return "[" + values.joined(separator: ",") + "]"
    }

    /// An alternative, with the values that an explicit mapping gives it.
    private mutating func alternative(_ node: YAMLNode, of union: YAMLNode, unsent: Set<String>) -> String {
        let text = schema(node, unsent: unsent, isAlternative: true)
        guard let discriminator = schemasByNode[union].flatMap({ document[$0].discriminator }), !discriminator.mapping.isEmpty,
            let target = schemasByNode[node].map(document.schemas.resolved)
        else { return text }
        let values = discriminator.mapping.filter { $0.schema.map(document.schemas.resolved) == target }.map(\.value)
        guard !values.isEmpty else { return text }
        return "{\"allOf\":[" + text + ",{\"properties\":{" + Instance.string(discriminator.propertyName).json + ":"
            + anyOf(values) + "}}]}"
    }
}

extension OracleText {
    /// Members of the whole value that the direction does not have.
    private func unsentNames(_ id: SchemaID) -> Set<String> {
        guard direction != .undirected else { return [] }
        let members = whole(id).flatMap { document[$0].properties }
        return Set(
            members.filter { member in
                whole(member.schema, followsAlternatives: false).contains {
                    direction == .requests ? document[$0].isReadOnly : document[$0].isWriteOnly
                }
            }.map(\.name))
    }

    private func requiredNames(of id: SchemaID) -> Set<String> {
        Set(
            whole(id).flatMap {
                document[$0].required.map(\.value) + document[$0].rareKeywords.dependentRequired.flatMap(\.required)
            })
    }

    /// The schema and all that speak of the same value.
    private func whole(_ id: SchemaID, followsAlternatives: Bool = true) -> Set<SchemaID> {
        var seen: Set<SchemaID> = []
        var open = [id]
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            let schema = document[next]
            open += (schema.reference.map { [$0] } ?? []) + schema.allOf
            if followsAlternatives { open += schema.oneOf + schema.anyOf }
        }
        return seen
    }
}

private let assertions: Set<String> = [
    "const", "contentEncoding", "format", "maxContains", "maxItems", "maxLength", "maxProperties",
    "minContains", "minItems",
    "minLength", "minProperties", "multipleOf", "pattern", "uniqueItems",
]

extension String {
    /// A token of a JSON Pointer (RFC 6901) in a URI's fragment.
    fileprivate var escapedForFragment: String {
        var text = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "~"): text += "~0"
            case UInt8(ascii: "/"): text += "~1"
            case UInt8(ascii: "%"), 0...32, 127...: text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            default: text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return text
    }
}
