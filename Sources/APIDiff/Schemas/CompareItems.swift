import APIModel

extension PairComparison {
    mutating func compareItems() {
        guard old.kinds.contains(.array), new.kinds.contains(.array) else { return }
        let (before, after) = (old.form.array, new.form.array)
        for index in 0..<max(before.prefix.count, after.prefix.count) {
            switch (before.prefix[safely: index], after.prefix[safely: index]) {
            case (let one?, let other?): descend(one, other, step: "[\(index)]")
            case (_?, nil): add(.tupleElementRemoved, name: String(index))
            default: add(.tupleElementAdded, name: String(index))
            }
        }
        compare(
            before.rest, after.rest, step: "[]", narrowed: .itemsNarrowed, widened: .itemsWidened, where: \.isItems)
    }

    /// Compares keywords that a normal form does not contain. Only a change can be detected, not its effect.
    mutating func compareConditions(isSame: (SchemaPair) -> Bool) {
        guard !old.form.isComplete || !new.form.isComplete else { return }
        let (before, after) = (old.conditions, new.conditions)
        for name in Set(before.keys).union(after.keys).sorted() {
            let (one, other) = (before[name] ?? [], after[name] ?? [])
            let isEqual =
                one.count == other.count && zip(one, other).allSatisfy { $0.text == $1.text && Self.areSame($0, $1, isSame) }
            if !isEqual { add(.conditionChanged, name: name) }
        }
    }

    private static func areSame(_ one: Condition, _ other: Condition, _ isSame: (SchemaPair) -> Bool) -> Bool {
        one.schemas.count == other.schemas.count
            && zip(one.schemas, other.schemas).allSatisfy { isSame(SchemaPair(old: $0, new: $1)) }
    }
}

/// A keyword that no normal form holds.
struct Condition {
    /// What it says apart from its schemas.
    var text = ""
    var schemas: [SchemaID] = []
}

extension SchemaView {
    /// The keywords of the schema and of its parts that no normal form holds, by name.
    var conditions: [String: [Condition]] {
        var found: [String: [Condition]] = [:]
        var open = [id]
        var seen: Set<SchemaID> = []
        while let next = open.popLast(), seen.count < 200 {
            guard seen.insert(next).inserted else { continue }
            for assertion in graph[next].assertions {
                if let (name, condition) = assertion.keyword.condition { found[name, default: []].append(condition) }
            }
            open += graph.parts(of: next).reversed()
        }
        return found
    }
}

extension Assertion.Keyword {
    fileprivate var condition: (String, Condition)? {
        switch self {
        case .not(let schema): ("not", Condition(schemas: [schema]))
        case .contains(let schema): ("contains", Condition(schemas: [schema]))
        case .propertyNames(let schema): ("propertyNames", Condition(schemas: [schema]))
        case .unevaluatedProperties(let schema): ("unevaluatedProperties", Condition(schemas: [schema]))
        case .unevaluatedItems(let schema): ("unevaluatedItems", Condition(schemas: [schema]))
        case .condition(let test, let then, let otherwise):
            ("if", Condition(text: "\(then != nil) \(otherwise != nil)", schemas: [test, then, otherwise].compactMap(\.self)))
        case .count(.minContains, let count): ("minContains", Condition(text: String(count)))
        case .count(.maxContains, let count): ("maxContains", Condition(text: String(count)))
        case .dependentRequired(let names):
            (
                "dependentRequired",
                Condition(text: names.map { "\($0.name): \($0.required.sorted())" }.sorted().joined(separator: "; "))
            )
        case .dependentSchemas(let schemas):
            ("dependentSchemas", Condition(text: schemas.map(\.name).joined(separator: " "), schemas: schemas.map(\.schema)))
        default: nil
        }
    }
}

extension Array {
    /// The element at an index; `nil` behind the end.
    subscript(safely index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
