import APIModel
import Diagnostics
import OpenAPI
import YAMLTree

/// Writes schemas as the runtime takes them: JSON Schema 2020-12, whichever version the document follows, with the lines
/// of the document in `x-line` and `x-lines`.
struct SchemaText {
    private let document: OpenAPIDocument
    private(set) var schemas: EnforcedSchemas
    private var json = JSONLines()

    init(_ schemas: EnforcedSchemas, of document: OpenAPIDocument) {
        self.document = document
        self.schemas = schemas
    }

    /// The schemas that are referred to, and those that these refer to in turn, as lines of one JSON text.
    mutating func lines() -> [String] {
        json.begin("{")
        json.key("$defs")
        json.begin("{")
        var index = 0
        // Writing one schema may name others, which come behind it.
        while index < schemas.named.count {
            let (name, schema) = schemas.named[index]
            json.breakLine()
            json.key(name)
            write(schema, depth: 0)
            index += 1
        }
        json.end("}")
        json.end("}")
        return json.lines
    }

    private mutating func writePart(_ id: SchemaID, depth: Int) {
        guard depth > 0, schemas.isNamed(id, depth: depth) else { return write(id, depth: depth) }
        json.begin("{")
        json.member("$ref", schemas.reference(to: id))
        json.end("}")
    }

    private mutating func write(_ id: SchemaID, depth: Int) {
        let schema = document[id]
        if let value = schema.booleanValue { return json.raw(value ? "true" : "false") }
        if let reference = schema.reference, !schema.hasSiblingsOfReference, !schema.asksBesideReference {
            json.begin("{")
            json.member("$ref", schemas.reference(to: reference))
            return json.end("}")
        }
        // Without a type there is no list of types that null could be added to.
        let isWrapped = schema.isNullable && schema.types.isEmpty
        if isWrapped {
            json.begin("{")
            json.key("if")
            json.raw("{\"type\":\"null\"}")
            json.key("else")
        }
        json.begin("{")
        writeLines(of: schema)
        if let reference = schema.reference { json.member("$ref", schemas.reference(to: reference)) }
        writeTypes(of: schema)
        writeBounds(of: schema)
        writeObject(schema, depth: depth + 1)
        writeArray(schema, depth: depth + 1)
        writeCombinations(schema, depth: depth + 1)
        json.end("}")
        if isWrapped { json.end("}") }
    }

    /// Violations name the line of their keyword; only lines of the document itself mean something to its readers.
    private mutating func writeLines(of schema: Schema) {
        guard schema.position.file == document.position.file else { return }
        json.member("x-line", number: Int(schema.position.line))
        guard let node = schema.node, node.isMapping else { return }
        let keywords = node.entries.filter { enforcedKeywords.contains($0.name) && $0.key.position.line != schema.position.line }
        guard !keywords.isEmpty else { return }
        json.key("x-lines")
        json.begin("{")
        for keyword in keywords { json.member(keyword.name, number: Int(keyword.key.position.line)) }
        json.end("}")
    }

    private mutating func writeTypes(of schema: Schema) {
        var types = schema.types
        if schema.isNullable, !types.isEmpty { types.insert(.null) }
        let names = typeNames.filter { types.contains($0.type) }.map(\.name)
        if names.count == 1 { json.member("type", names[0]) }
        if names.count > 1 { json.member("type", list: names) }
        if let format = schema.format { json.member("format", format) }
        if let value = schema.const { json.member("const", raw: value.jsonText()) }
        if let values = schema.enumeration {
            var texts = values.map { $0.jsonText() }
            // OpenAPI 3.0 is read as its authors mean it: nullable adds null to an enum that does not name it.
            if schema.isNullable, document.version <= .v3_0, !texts.contains("null") { texts.append("null") }
            json.member("enum", raws: texts)
        }
    }

    private mutating func writeBounds(of schema: Schema) {
        let numbers = [
            ("minimum", schema.minimum), ("exclusiveMinimum", schema.exclusiveMinimum), ("maximum", schema.maximum),
            ("exclusiveMaximum", schema.exclusiveMaximum), ("multipleOf", schema.multipleOf),
        ]
        for case (let name, let number?) in numbers { json.member(name, raw: number) }
        let counts = [
            ("minLength", schema.minLength), ("maxLength", schema.maxLength), ("minItems", schema.minItems),
            ("maxItems", schema.maxItems), ("minProperties", schema.minProperties), ("maxProperties", schema.maxProperties),
            ("minContains", schema.rare.minContains), ("maxContains", schema.rare.maxContains),
        ]
        for case (let name, let count?) in counts { json.member(name, number: count) }
        if let pattern = schema.pattern { json.member("pattern", pattern) }
        if schema.uniqueItems { json.member("uniqueItems", raw: "true") }
    }

    private mutating func writeObject(_ schema: Schema, depth: Int) {
        writeRequired(of: schema)
        let dependent = schema.rare.dependentRequired
        if !dependent.isEmpty {
            json.key("dependentRequired")
            json.begin("{")
            for dependency in dependent { json.member(dependency.property, list: dependency.required) }
            json.end("}")
        }
        writeMembers("properties", schema.properties, depth: depth)
        writeMembers("patternProperties", schema.patternProperties, depth: depth)
        writeMembers("dependentSchemas", schema.rare.dependentSchemas, depth: depth)
        writePart("additionalProperties", schema.additionalProperties, depth: depth)
        writePart("unevaluatedProperties", schema.unevaluatedProperties, depth: depth)
        writePart("propertyNames", schema.propertyNames, depth: depth)
    }

    /// OpenAPI 3.0, section 4.7.24.2: what is only read need not be in requests, what is only written not in responses.
    private mutating func writeRequired(of schema: Schema) {
        guard !schema.required.isEmpty else { return }
        json.member("required", list: schema.required.map(\.value))
        let required = Set(schema.required.map(\.value))
        let readOnly = schema.properties.filter { required.contains($0.name) && document.isReadOnly($0.schema) }
        let writeOnly = schema.properties.filter { required.contains($0.name) && document.isWriteOnly($0.schema) }
        if !readOnly.isEmpty { json.member("x-readOnly", list: readOnly.map(\.name)) }
        if !writeOnly.isEmpty { json.member("x-writeOnly", list: writeOnly.map(\.name)) }
    }

    private mutating func writeArray(_ schema: Schema, depth: Int) {
        writeParts("prefixItems", schema.prefixItems, depth: depth)
        writePart("items", schema.items, depth: depth)
        writePart("contains", schema.contains, depth: depth)
        writePart("unevaluatedItems", schema.rare.unevaluatedItems, depth: depth)
    }

    private mutating func writeCombinations(_ schema: Schema, depth: Int) {
        let alternatives = schema.oneOf + schema.anyOf
        if let discriminator = schema.discriminator, !alternatives.isEmpty {
            writeParts("allOf", schema.allOf, choosing: discriminator, among: alternatives, depth: depth)
        } else {
            writeParts("allOf", schema.allOf, depth: depth)
            writeParts("oneOf", schema.oneOf, depth: depth)
            writeParts("anyOf", schema.anyOf, depth: depth)
        }
        writePart("not", schema.not, depth: depth)
        writePart("if", schema.rare.condition, depth: depth)
        writePart("then", schema.rare.consequence, depth: depth)
        writePart("else", schema.rare.alternative, depth: depth)
    }

    /// A discriminator says which alternative is meant, so that its violations are told and not only that nothing fits.
    private mutating func writeParts(
        _ name: String, _ parts: [SchemaID], choosing discriminator: OpenAPI.Discriminator, among alternatives: [SchemaID], depth: Int
    ) {
        let choices = document.choices(of: discriminator, among: alternatives)
        json.key(name)
        json.begin("[")
        for part in parts { writePart(part, depth: depth) }
        for choice in choices {
            json.begin("{")
            writeCondition(discriminator.propertyName, isOneOf: [choice.value])
            json.key("then")
            writePart(choice.schema, depth: depth)
            json.end("}")
        }
        json.begin("{")
        writeCondition(discriminator.propertyName, isOneOf: choices.map(\.value))
        json.key("else")
        json.begin("{")
        writeParts("anyOf", alternatives, depth: depth)
        json.end("}")
        json.end("}")
        json.end("]")
    }

    private mutating func writeCondition(_ property: String, isOneOf values: [String]) {
        json.key("if")
        json.begin("{")
        json.member("required", list: [property])
        json.key("properties")
        json.begin("{")
        json.key(property)
        json.begin("{")
        json.member("enum", list: values)
        json.end("}")
        json.end("}")
        json.end("}")
    }

    private mutating func writePart(_ name: String, _ part: SchemaID?, depth: Int) {
        guard let part else { return }
        json.key(name)
        writePart(part, depth: depth)
    }

    private mutating func writeParts(_ name: String, _ parts: [SchemaID], depth: Int) {
        guard !parts.isEmpty else { return }
        json.key(name)
        json.begin("[")
        for part in parts { writePart(part, depth: depth) }
        json.end("]")
    }

    private mutating func writeMembers(_ name: String, _ members: [SchemaProperty], depth: Int) {
        guard !members.isEmpty else { return }
        json.key(name)
        json.begin("{")
        for member in members {
            json.key(member.name)
            writePart(member.schema, depth: depth)
        }
        json.end("}")
    }
}

private let typeNames: [(name: String, type: JSONTypes)] = [
    ("null", .null), ("boolean", .boolean), ("object", .object), ("array", .array), ("number", .number), ("string", .string),
    ("integer", .integer),
]

/// Keywords whose own line is worth telling.
private let enforcedKeywords: Set<String> = [
    "type", "format", "const", "enum", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "minLength",
    "maxLength", "pattern", "minItems", "maxItems", "uniqueItems", "contains", "minProperties", "maxProperties", "required",
    "dependentRequired", "propertyNames", "oneOf", "anyOf", "not",
]

extension Schema {
    /// Whether a bound or the like stands beside `$ref`, as OpenAPI 3.1 allows.
    fileprivate var asksBesideReference: Bool {
        node?.entries.contains { enforcedKeywords.contains($0.name) || $0.name == "unevaluatedProperties" } ?? false
    }
}

extension OpenAPIDocument {
    /// Which schema each value of a discriminator stands for: the mapping's, then the alternatives' own names.
    fileprivate func choices(of discriminator: OpenAPI.Discriminator, among alternatives: [SchemaID]) -> [(value: String, schema: SchemaID)] {
        var choices: [(value: String, schema: SchemaID)] = []
        var values: Set<String> = []
        for mapping in discriminator.mapping {
            guard let schema = mapping.schema, values.insert(mapping.value).inserted else { continue }
            choices.append((mapping.value, schema))
        }
        for alternative in alternatives {
            let target = self[alternative].reference ?? alternative
            guard let name = self[target].componentName, values.insert(name).inserted else { continue }
            choices.append((name, alternative))
        }
        return choices
    }
}
