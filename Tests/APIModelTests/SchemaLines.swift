import APIModel

/// The normal forms of the schemas under `components/schemas`, with their members.
struct SchemaLines {
    private let graph: SchemaGraph

    init(_ graph: SchemaGraph) {
        self.graph = graph
    }

    var lines: [String] { graph.components.flatMap(lines) }

    private func lines(of id: SchemaID) -> [String] {
        let form = graph.form(id)
        let members = form.object.members.map { member in
            "  \(member.name): " + (facts(of: graph.form(member.schema)) + marks(of: member)).joined(separator: ", ")
        }
        let patterns = form.object.patterns.map { line("/\($0.name)/", $0.schema) }
        let elements = form.array.prefix.enumerated().map { line("[\($0)]", $1) }
        let rest = others("...", form.object.additionalProperties) + others("[...]", form.array.rest)
        return ["\(graph[id].componentName ?? "?"): \(facts(of: form).joined(separator: ", "))"] + members + patterns + elements
            + rest
    }

    private func line(_ name: String, _ schema: SchemaID) -> String {
        "  \(name): \(facts(of: graph.form(schema)).joined(separator: ", "))"
    }

    private func others(_ name: String, _ values: OtherValues) -> [String] {
        switch values {
        case .schema(let schema): [line(name, schema)]
        case .any: ["  \(name): anything"]
        case .none: ["  \(name): nothing"]
        case .unspecified: []
        }
    }

    private func marks(of member: Member) -> [String] {
        var marks: [String] = []
        if member.isRequired {
            marks.append(member.requiredIn == .both ? "required" : "required in \(text(of: member.requiredIn))")
        }
        if member.sentIn != .both { marks.append("only in \(text(of: member.sentIn))") }
        if !member.isDescribed { marks.append("undescribed") }
        return marks
    }

    private func text(of directions: Directions) -> String {
        switch directions {
        case .requests: "requests"
        case .responses: "responses"
        default: "neither"
        }
    }

    private func facts(of form: NormalForm) -> [String] {
        var facts = [kinds(of: form)]
        if let values = form.values { facts.append("one of " + values.map { $0.value.literal(.json) }.joined(separator: " ")) }
        if let format = form.format { facts.append(format) }
        facts += form.patterns.map { "pattern \($0)" }
        facts += Assertion.Bound.allCases.compactMap { bound in form.bounds[bound].map { "\(bound.rawValue) \($0)" } }
        facts += Assertion.Count.allCases.compactMap { count in form.counts[count].map { "\(count.rawValue) \($0)" } }
        if form.array.hasUniqueItems { facts.append("unique items") }
        if let alternatives = form.alternatives { facts.append("\(alternatives.list.count) alternatives") }
        if !form.isComplete { facts.append("and more") }
        return facts
    }

    private func kinds(of form: NormalForm) -> String {
        let kinds =
            form.namesKinds
            ? JSONKinds.each.filter { form.kinds.contains($0) && !($0 == .integer && form.kinds.contains(.number)) } : []
        let names = kinds.map(\.name)
        if names.isEmpty { return form.isNullable ? "any or null" : "any" }
        return names.joined(separator: " or ")
    }
}

extension JSONKinds {
    fileprivate var name: String {
        switch self {
        case .null: "null"
        case .boolean: "boolean"
        case .object: "object"
        case .array: "array"
        case .integer: "integer"
        case .number: "number"
        default: "string"
        }
    }
}
