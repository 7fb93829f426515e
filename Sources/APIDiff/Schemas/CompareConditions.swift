import APIModel

extension PairComparison {
    /// Compares keywords that a normal form does not contain, as sets of restrictions.
    mutating func compareConditions(isSame: (SchemaPair) -> Bool) {
        guard !old.form.isComplete || !new.form.isComplete else { return }
        let (before, after) = (old.conditions, new.conditions)
        for name in Set(before.keys).union(after.keys).sorted() {
            let known = Dictionary(grouping: before[name] ?? [], by: \.text)
            let kept = Dictionary(grouping: after[name] ?? [], by: \.text)
            let isGone = known.contains { text, list in list.contains { !isAmong(kept[text] ?? [], $0, isSame) } }
            let isNew = kept.contains { text, list in list.contains { !isAmong(known[text] ?? [], $0, isSame, isNew: true) } }
            let isText = name == "dependentRequired"
            switch (isGone, isNew) {
            case (false, false): break
            case (true, true) where !isText: add(.conditionChanged, name: name)
            default:
                if isNew { add(.conditionTightened, name: name) }
                if isGone { add(.conditionLoosened, name: name) }
            }
        }
        guard before["contains"] != nil, after["contains"] != nil else { return }
        compareContained("min-contains", .minContains, isLower: true)
        compareContained("max-contains", .maxContains, isLower: false)
    }

    private func isAmong(
        _ others: [Condition], _ condition: Condition, _ isSame: (SchemaPair) -> Bool, isNew: Bool = false
    ) -> Bool {
        others.contains { other in
            let (one, another) = isNew ? (other, condition) : (condition, other)
            return one.schemas.count == another.schemas.count
                && zip(one.schemas, another.schemas).allSatisfy { isSame(SchemaPair(old: $0, new: $1)) }
        }
    }

    private mutating func compareContained(_ keyword: String, _ count: Assertion.Count, isLower: Bool) {
        // One item that matches is enough unless minContains says otherwise.
        let (before, after) = (old.count(count), new.count(count))
        let (one, other) = (before ?? (isLower ? 1 : .max), after ?? (isLower ? 1 : .max))
        guard one != other else { return }
        add(
            (other > one) == isLower ? .tightened(keyword) : .loosened(keyword), old: before.map(String.init),
            new: after.map(String.init), at: old.position { $0.isCount(count) }, new.position { $0.isCount(count) })
    }
}

/// One restriction of a keyword that no normal form holds.
struct Condition {
    /// What it says apart from its schemas.
    var text = ""
    var schemas: [SchemaID] = []
}

extension SchemaView {
    /// The restrictions of the schema and of its parts that no normal form holds, by keyword.
    var conditions: [String: [Condition]] {
        var found: [String: [Condition]] = [:]
        for keyword in includedKeywords {
            guard let (name, conditions) = keyword.conditions else { continue }
            let restricting = conditions.filter { $0.restricts(in: graph, as: name) }
            if !restricting.isEmpty { found[name, default: []] += restricting }
        }
        return found
    }

    /// The tightest of the counts that the schema and its parts give.
    fileprivate func count(_ count: Assertion.Count) -> Int? {
        let counts = includedKeywords.compactMap { if case .count(count, let number) = $0 { number } else { nil } }
        return count == .minContains ? counts.max() : counts.min()
    }

    /// Whether all values are valid.
    var restrictsNothing: Bool {
        includedKeywords.allSatisfy { keyword in
            switch keyword {
            case .reference, .allOf: true
            default: false
            }
        }
    }

    /// The keywords of the schema and of the schemas that it includes in place.
    private var includedKeywords: [Assertion.Keyword] {
        var keywords: [Assertion.Keyword] = []
        var open = [id]
        var seen: Set<SchemaID> = []
        while let next = open.popLast(), seen.count < 200 {
            guard seen.insert(next).inserted else { continue }
            keywords += graph[next].assertions.map(\.keyword)
            open += graph.parts(of: next).reversed()
        }
        return keywords
    }
}

extension Condition {
    /// Whether it excludes any value: `propertyNames: {}` does not.
    fileprivate func restricts(in graph: SchemaGraph, as keyword: String) -> Bool {
        guard keyword != "not", keyword != "contains", let consequence = schemas.last else { return true }
        return !SchemaView(consequence, in: graph).restrictsNothing
    }
}

extension Assertion.Keyword {
    fileprivate var conditions: (String, [Condition])? {
        switch self {
        case .not(let schema): ("not", [Condition(schemas: [schema])])
        case .contains(let schema): ("contains", [Condition(schemas: [schema])])
        case .propertyNames(let schema): ("propertyNames", [Condition(schemas: [schema])])
        case .unevaluatedProperties(let schema): ("unevaluatedProperties", [Condition(schemas: [schema])])
        case .unevaluatedItems(let schema): ("unevaluatedItems", [Condition(schemas: [schema])])
        case .condition(let test, let then, let otherwise):
            (
                "if",
                [("then", then), ("else", otherwise)].compactMap { branch, schema in
                    schema.map { Condition(text: branch, schemas: [test, $0]) }
                }
            )
        case .dependentRequired(let names):
            ("dependentRequired", names.flatMap { name in name.required.map { Condition(text: "\(name.name): \($0)") } })
        case .dependentSchemas(let schemas):
            ("dependentSchemas", schemas.map { Condition(text: $0.name, schemas: [$0.schema]) })
        default: nil
        }
    }
}
