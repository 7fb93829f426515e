import APIModel
import Diagnostics

/// A schema of one of the documents, seen through everything that does not change which values it allows: names for another schema,
/// and lists with one alternative.
struct SchemaView {
    let graph: SchemaGraph
    let id: SchemaID
    let form: NormalForm
    /// Whether null is a value, as the schema at the start of the chain says.
    let allowsNull: Bool
    let isOnlyNull: Bool
    /// The alternatives that are not only several kinds of one schema.
    let alternatives: Alternatives?
    let values: AllowedValues?

    init(_ start: SchemaID, in graph: SchemaGraph) {
        self.graph = graph
        let outer = graph.form(start)
        allowsNull = outer.kinds.contains(.null)
        isOnlyNull = outer.isOnlyNull
        var id = graph.target(of: start)
        // Each step visits another schema; a cycle of lists with one alternative ends here too.
        for _ in 0..<20 {
            guard let next = Self.onlyAlternative(of: id, in: graph) else { break }
            id = next
        }
        self.id = id
        form = graph.form(id)
        values = AllowedValues(form, in: graph)
        alternatives = values == nil && form.alternatives?.origin != .kinds ? form.alternatives : nil
    }

    private static func onlyAlternative(of id: SchemaID, in graph: SchemaGraph) -> SchemaID? {
        guard let alternatives = graph.form(id).alternatives, alternatives.origin == .lists, alternatives.list.count == 1,
            alternatives.discriminator == nil
        else { return nil }
        let next = graph.target(of: alternatives.list[0].schema)
        return next == id ? nil : next
    }

    /// The kinds of value without null: those that `type` names, else those that other keywords mean.
    var kinds: JSONKinds {
        if form.booleanValue == false { return [] }
        if isOnlyNull { return .null }
        let named = form.kinds.subtracting(.null)
        if form.namesKinds { return named }
        if let values {
            return values.list.reduce(into: JSONKinds()) { $0.formUnion($1.value.kind) }
                .subtracting(.null)
        }
        let meant = form.typedKinds.reduce(into: JSONKinds()) { $0.formUnion($1) }
        return meant.isEmpty ? .allButNull : meant
    }

    var schema: ResolvedSchema { graph[id] }
    var position: Position { schema.position }

    /// The position of a keyword in the schema or in one of the schemas that it includes; that of the schema where there is none.
    func position(where matches: (Assertion.Keyword) -> Bool) -> Position {
        var open = [id]
        var seen: Set<SchemaID> = []
        while let next = open.popLast(), seen.count < 200 {
            guard seen.insert(next).inserted else { continue }
            for assertion in graph[next].assertions {
                if let position = assertion.position, matches(assertion.keyword) { return position }
            }
            open += graph.parts(of: next).reversed()
        }
        return position
    }
}

extension SchemaGraph {
    /// The schemas that a schema includes in place.
    func parts(of id: SchemaID) -> [SchemaID] {
        var parts: [SchemaID] = []
        switch self[id].origin {
        case .merged(let merged): parts += merged
        case .derived(let source): parts.append(source)
        case .document: break
        }
        for assertion in self[id].assertions {
            switch assertion.keyword {
            case .reference(let target): parts.append(target)
            case .allOf(let list): parts += list
            default: break
            }
        }
        return parts
    }
}

/// The values that `const` and `enum` leave.
struct AllowedValues {
    let list: [NamedValue]
    /// Whether other values are allowed too, as in `anyOf: [{type: string}, {enum: […]}]`.
    let isOpen: Bool

    init?(_ form: NormalForm, in graph: SchemaGraph) {
        if let values = form.values {
            list = values.filter { !$0.value.isNull }
            isOpen = false
            return
        }
        guard let alternatives = form.alternatives, alternatives.origin == .lists else { return nil }
        let forms = alternatives.list.map { graph.form($0.schema) }
        let isOpenList = forms.allSatisfy { form in
            let isText = form.namesKinds && form.kinds.subtracting(.null) == .string
            return form.alternatives == nil && (form.values.map { $0.allSatisfy { $0.value.string != nil } } ?? isText)
        }
        guard isOpenList, forms.contains(where: { $0.values != nil }) else { return nil }
        list = forms.flatMap { $0.values ?? [] }
        isOpen = forms.contains { $0.values == nil }
    }
}
