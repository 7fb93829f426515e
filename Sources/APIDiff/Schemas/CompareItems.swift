import APIModel

extension PairComparison {
    mutating func compareItems() {
        guard old.kinds.contains(.array), new.kinds.contains(.array) else { return }
        let (before, after) = (old.form.array, new.form.array)
        for index in 0..<max(before.prefix.count, after.prefix.count) {
            compareElement(
                index, before.prefix[safely: index].map { .schema($0) } ?? before.rest,
                after.prefix[safely: index].map { .schema($0) } ?? after.rest)
        }
        compare(
            before.rest, after.rest, step: "[]", narrowed: .itemsNarrowed, widened: .itemsWidened, where: \.isItems)
    }

    /// Compares an element that at least one of the documents describes by its index.
    private mutating func compareElement(_ index: Int, _ before: OtherValues, _ after: OtherValues) {
        if case .schema(let one) = before, case .schema(let other) = after { return descend(one, other, step: "[\(index)]") }
        let (one, other) = (before.freedom(in: old.graph), after.freedom(in: new.graph))
        guard one != other else { return }
        let rule: Rule =
            switch (one, other) {
            case (.nothing, _): .tupleElementAllowed
            case (_, .nothing): .tupleElementForbidden
            default: other < one ? .tupleElementAdded : .tupleElementRemoved
            }
        add(rule, name: String(index))
    }
}

extension Array {
    /// The element at an index; `nil` behind the end.
    subscript(safely index: Int) -> Element? {
        indices.contains(index) ? self[index] : nil
    }
}
