import APIModel

extension PairComparison {
    mutating func compareBounds() {
        compareBound("minimum", [.minimum, .exclusiveMinimum], isLower: true)
        compareBound("maximum", [.maximum, .exclusiveMaximum], isLower: false)
        compareMultiples()
        let counts: [(String, Assertion.Count, Bool)] = [
            ("min-length", .minLength, true), ("max-length", .maxLength, false), ("min-items", .minItems, true),
            ("max-items", .maxItems, false), ("min-properties", .minProperties, true), ("max-properties", .maxProperties, false),
        ]
        for (keyword, count, isLower) in counts { compareCount(keyword, count, isLower: isLower) }
        guard old.form.array.hasUniqueItems != new.form.array.hasUniqueItems else { return }
        add(
            new.form.array.hasUniqueItems ? .uniqueItemsAdded : .uniqueItemsRemoved, at: old.position(where: \.isUniqueItems),
            new.position(where: \.isUniqueItems))
    }

    private mutating func compareBound(_ keyword: String, _ bounds: [Assertion.Bound], isLower: Bool) {
        let before = NumberBound.tightest(of: bounds, in: old, isLower: isLower)
        let after = NumberBound.tightest(of: bounds, in: new, isLower: isLower)
        guard let rule = rule(keyword, before, after) else { return }
        add(
            rule, old: before?.text, new: after?.text, at: old.position { $0.isBound(bounds) },
            new.position { $0.isBound(bounds) })
    }

    private func rule(_ keyword: String, _ before: NumberBound?, _ after: NumberBound?) -> Rule? {
        switch (before, after) {
        case (nil, nil): nil
        case (nil, _?): .tightened(keyword)
        case (_?, nil): .loosened(keyword)
        case (let before?, let after?): before == after ? nil : before < after ? .tightened(keyword) : .loosened(keyword)
        }
    }

    private mutating func compareMultiples() {
        let (before, after) = (old.form.bounds[.multipleOf], new.form.bounds[.multipleOf])
        let rule: Rule
        switch (before.map(ExactDecimal.init), after.map(ExactDecimal.init)) {
        case (nil, nil): return
        case (nil, _?): rule = .tightened("multiple-of")
        case (_?, nil): rule = .loosened("multiple-of")
        case (let one?, let other?):
            if one == other { return }
            rule =
                other.isMultiple(of: one) == true
                ? .tightened("multiple-of") : one.isMultiple(of: other) == true ? .loosened("multiple-of") : .multipleOfChanged
        }
        add(
            rule, old: before, new: after, at: old.position { $0.isBound([.multipleOf]) },
            new.position { $0.isBound([.multipleOf]) })
    }

    private mutating func compareCount(_ keyword: String, _ count: Assertion.Count, isLower: Bool) {
        // A lower bound of zero restricts nothing.
        let (before, after) = (old.form.counts[count], new.form.counts[count])
        let (one, other) = (before ?? (isLower ? 0 : .max), after ?? (isLower ? 0 : .max))
        guard one != other else { return }
        let isTighter = isLower ? other > one : other < one
        add(
            isTighter ? .tightened(keyword) : .loosened(keyword), old: before.map(String.init),
            new: after.map(String.init), at: old.position { $0.isCount(count) }, new.position { $0.isCount(count) })
    }
}

/// The inclusive or exclusive bound of a number. The larger of two excludes more values.
private struct NumberBound: Comparable {
    let value: ExactDecimal
    let isExclusive: Bool
    let isLower: Bool
    let text: String

    /// The bound of a schema that excludes most values.
    static func tightest(of bounds: [Assertion.Bound], in schema: SchemaView, isLower: Bool) -> NumberBound? {
        let isInteger = schema.kinds == .integer
        return bounds.compactMap { bound in
            schema.form.bounds[bound].map { NumberBound($0, isExclusive: bound == bounds.last, isLower, isInteger: isInteger) }
        }.max()
    }

    private init(_ number: String, isExclusive: Bool, _ isLower: Bool, isInteger: Bool) {
        self.isLower = isLower
        text = number + (isExclusive ? " (exclusive)" : "")
        // The integers above 0 are those from 1.
        if isExclusive, isInteger, let integer = Int(number), integer.magnitude < Int.max.magnitude {
            value = ExactDecimal(String(isLower ? integer + 1 : integer - 1))
            self.isExclusive = false
        } else {
            value = ExactDecimal(number)
            self.isExclusive = isExclusive
        }
    }

    static func == (one: NumberBound, other: NumberBound) -> Bool {
        one.value == other.value && one.isExclusive == other.isExclusive
    }

    static func < (one: NumberBound, other: NumberBound) -> Bool {
        if one.value == other.value { return !one.isExclusive && other.isExclusive }
        return one.isLower ? one.value < other.value : other.value < one.value
    }
}
