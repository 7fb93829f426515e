import APIModel
import Diagnostics
import Printing

/// Writes schemas as the runtime reads them: JSON Schema 2020-12, whichever version the document follows, with the lines of the
/// document in `x-line` and `x-lines`.
struct SchemaText {
    private let graph: SchemaGraph
    /// Violations name lines of the document itself, not of files that it refers to.
    private let file: SourceFile.ID
    var schemas: EnforcedSchemas
    var json = JSONLines()

    init(_ api: API, _ schemas: EnforcedSchemas) {
        graph = api.schemas
        file = api.about.position.file
        self.schemas = schemas
    }

    /// The schemas that operations refer to, and those that these refer to in turn, as lines of one JSON text.
    mutating func lines() -> [String] {
        json.begin("{")
        json.key("$defs")
        json.begin("{")
        var index = 0
        // Writing one schema can name others, which follow it.
        while index < schemas.named.count {
            let (name, use) = schemas.named[index]
            json.breakLine()
            json.key(name)
            write(use, depth: 0)
            index += 1
        }
        json.end("}")
        json.end("}")
        return json.lines
    }

    mutating func write(_ use: SchemaUse, depth: Int) {
        guard depth == 0 || !schemas.isNamed(use, depth: depth) else { return writeReference(to: use) }
        let schema = graph[use.schema]
        if schema.assertions.isEmpty { return json.raw("true") }
        if !schema.nullableOverrides, schema.assertions.count == 1 {
            if case .never = schema.assertions[0].keyword { return json.raw("false") }
            if case .reference(let target) = schema.assertions[0].keyword {
                return writeReference(to: schemas.part(target, of: use))
            }
        }
        if schema.nullableOverrides {
            json.begin("{")
            json.key("if")
            json.raw("{\"type\":\"null\"}")
            json.key("else")
        }
        json.begin("{")
        writeLines(of: schema)
        write(schema.assertions, of: use, depth: depth + 1)
        json.end("}")
        if schema.nullableOverrides { json.end("}") }
    }

    private mutating func writeReference(to use: SchemaUse) {
        json.begin("{")
        json.member("$ref", schemas.reference(to: use))
        json.end("}")
    }

    /// Writes the line of the schema, and of each keyword that is on another one and is named in violations.
    private mutating func writeLines(of schema: ResolvedSchema) {
        guard case .document = schema.origin, schema.position.file == file else { return }
        json.member("x-line", number: Int(schema.position.line))
        let keywords = schema.assertions.compactMap { assertion -> (name: String, position: Position)? in
            guard let name = assertion.keyword.nameInViolations, let position = assertion.position, position.file == file,
                position.line != schema.position.line
            else { return nil }
            return (name, position)
        }
        guard !keywords.isEmpty else { return }
        json.key("x-lines")
        json.begin("{")
        for keyword in keywords.sorted(by: { $0.position < $1.position }) {
            json.member(keyword.name, number: Int(keyword.position.line))
        }
        json.end("}")
    }

    private mutating func write(_ assertions: [Assertion], of use: SchemaUse, depth: Int) {
        var isAllOfWritten = false
        var areExemptionsWritten = false
        let assertions = use.selectsSubtype ? assertions : assertions.filter { !$0.keyword.isSubtypes }
        for keyword in assertions.map(\.keyword) {
            switch keyword {
            case .never: json.member("not", raw: "{}")
            case .type, .const, .enumeration, .format, .pattern, .bound, .count, .uniqueItems: writeScalar(keyword)
            case .required, .dependentRequired:
                writeNames(keyword)
                if !areExemptionsWritten { writeExemptions(from: assertions, of: use) }
                areExemptionsWritten = true
            case .allOf, .discriminated, .subtypes:
                if !isAllOfWritten { writeAllOf(assertions, of: use, depth: depth) }
                isAllOfWritten = true
            case .reference, .oneOf, .anyOf, .dependentSchemas, .condition: writeInPlace(keyword, of: use, depth: depth)
            default: writeInside(keyword, depth: depth)
            }
        }
    }

    private mutating func writeScalar(_ keyword: Assertion.Keyword) {
        switch keyword {
        case .type(let kinds):
            let names = kinds.typeNames
            if names.count == 1 { json.member("type", names[0]) } else { json.member("type", list: names) }
        case .const(let value): json.member("const", raw: value.json)
        case .enumeration(let values, let nullableAdds):
            json.member("enum", raws: values.map(\.json) + (nullableAdds ? ["null"] : []))
        case .format(let format): json.member("format", format)
        case .pattern(let pattern): json.member("pattern", pattern)
        case .bound(let bound, let number): json.member(bound.rawValue, raw: number)
        case .count(let count, let number): json.member(count.rawValue, number: number)
        case .uniqueItems: json.member("uniqueItems", raw: "true")
        default: break
        }
    }

    private mutating func writeNames(_ keyword: Assertion.Keyword) {
        switch keyword {
        case .required(let names): json.member("required", list: names)
        case .dependentRequired(let dependencies):
            json.key("dependentRequired")
            json.begin("{")
            for dependency in dependencies { json.member(dependency.name, list: dependency.required) }
            json.end("}")
        default: break
        }
    }

    /// Writes the names of required members that messages of one direction lack.
    private mutating func writeExemptions(from assertions: [Assertion], of use: SchemaUse) {
        var seen: Set<String> = []
        let names = assertions.flatMap(\.keyword.requiredNames).filter { seen.insert($0).inserted }
        let readOnly = names.filter(use.readOnly.contains)
        let writeOnly = names.filter(use.writeOnly.contains)
        if !readOnly.isEmpty { json.member("x-readOnly", list: readOnly) }
        if !writeOnly.isEmpty { json.member("x-writeOnly", list: writeOnly) }
    }
}

extension Assertion.Keyword {
    /// The name of the keyword if the validator reports violations of it, rather than of a schema inside it.
    fileprivate var nameInViolations: String? {
        switch self {
        case .type: "type"
        case .const: "const"
        case .enumeration: "enum"
        case .format: "format"
        case .pattern: "pattern"
        case .bound(let bound, _): bound.rawValue
        case .count(let count, _): count == .minContains ? nil : count.rawValue
        case .uniqueItems: "uniqueItems"
        case .required: "required"
        case .dependentRequired: "dependentRequired"
        case .propertyNames: "propertyNames"
        case .contains: "contains"
        case .oneOf: "oneOf"
        case .anyOf: "anyOf"
        case .not: "not"
        default: nil
        }
    }
}
