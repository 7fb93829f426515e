import APIModel
import Diagnostics
import OpenAPI

extension SchemaResolver {
    /// Adds what a part requires to what the whole requires.
    ///
    /// JSON Schema, Core, section 10.2.1.1: a value must match all parts. Where two parts contradict each other, the whole has no
    /// values; its form keeps what was said first.
    mutating func merge(_ part: Draft, into whole: inout Draft) {
        whole.form.mergeScalars(part.form)
        whole.discriminator = whole.discriminator ?? part.discriminator
        whole.unions += part.unions
        if whole.required.isEmpty {
            whole.required = part.required
        } else if !part.required.isEmpty {
            let names = Set(whole.required.map(\.value))
            whole.required += part.required.filter { !names.contains($0.value) }
        }
        remainingMembers -= part.dependencies.count
        if !part.dependencies.isEmpty, remainingMembers >= 0 { whole.dependencies += part.dependencies }
        mergeMembers(of: part.form.object, into: &whole.form.object)
        if whole.form.object.patterns.isEmpty { whole.form.object.patterns = part.form.object.patterns }
        whole.form.object.additionalProperties = both(whole.form.object.additionalProperties, part.form.object.additionalProperties)
        if whole.form.array.prefix.isEmpty { whole.form.array.prefix = part.form.array.prefix }
        whole.form.array.rest = both(whole.form.array.rest, part.form.array.rest)
        whole.form.array.hasUniqueItems = whole.form.array.hasUniqueItems || part.form.array.hasUniqueItems
    }

    private mutating func mergeMembers(of part: ObjectForm, into whole: inout ObjectForm) {
        guard !part.members.isEmpty else { return }
        guard !whole.members.isEmpty else {
            whole.members = part.members
            return
        }
        remainingMembers -= whole.members.count + part.members.count
        guard remainingMembers >= 0 else { return reachLimit(at: part.members[0].position) }
        var places: [String: Int] = [:]
        for (index, member) in whole.members.enumerated() { places[member.name] = index }
        for member in part.members {
            if let place = places[member.name] {
                whole.members[place] = both(whole.members[place], member)
            } else {
                whole.members.append(member)
            }
        }
    }

    private mutating func both(_ one: Member, _ other: Member) -> Member {
        Member(
            name: one.name, schema: all(of: [one.schema, other.schema]), sentIn: one.sentIn.intersection(other.sentIn),
            requiredIn: [], isDescribed: true, position: one.position)
    }

    /// The values that two parts allow besides those that they list; the one that closes the list wins.
    private mutating func both(_ one: OtherValues, _ other: OtherValues) -> OtherValues {
        switch (one, other) {
        case (.none, _), (_, .none): .none
        case (.unspecified, let other), (let other, .unspecified): other
        case (.any, let other), (let other, .any): other
        case (.schema(let one), .schema(let other)): .schema(all(of: [one, other]))
        }
    }

    mutating func reachLimit(at position: Position) {
        if limitPosition == nil { limitPosition = position }
    }
}

extension NormalForm {
    /// Adds the restrictions of another form on scalar values, and about sizes of arrays and objects.
    fileprivate mutating func mergeScalars(_ other: NormalForm) {
        kinds = commonKinds(with: other)
        namesKinds = namesKinds || other.namesKinds
        booleanValue = booleanValue ?? other.booleanValue
        values = commonValues(values, other.values)
        format = format ?? other.format
        for pattern in other.patterns where !patterns.contains(pattern) { patterns.append(pattern) }
        for (bound, number) in other.bounds { bounds[bound] = bounds[bound].map { bound.tighter($0, number) } ?? number }
        dropLooserBounds()
        for (count, number) in other.counts { counts[count] = counts[count].map { count.tighter($0, number) } ?? number }
        contentMediaType = contentMediaType ?? other.contentMediaType
        contentEncoding = contentEncoding ?? other.contentEncoding
        contentSchema = contentSchema ?? other.contentSchema
        isComplete = isComplete && other.isComplete
    }

    /// Of an inclusive and an exclusive bound, the tighter one is enough.
    private mutating func dropLooserBounds() {
        if let one = bounds[.minimum], let other = bounds[.exclusiveMinimum] {
            bounds[ExactDecimal(other) < ExactDecimal(one) ? .exclusiveMinimum : .minimum] = nil
        }
        if let one = bounds[.maximum], let other = bounds[.exclusiveMaximum] {
            bounds[ExactDecimal(one) < ExactDecimal(other) ? .exclusiveMaximum : .maximum] = nil
        }
    }

    private func commonKinds(with other: NormalForm) -> JSONKinds {
        let common = kinds.intersection(other.kinds)
        return common.subtracting(.null).isEmpty && common != .null ? kinds : common
    }
}

/// The values that both lists contain, with the names that either gives them; those of the first list where no value is left.
private func commonValues(_ one: [NamedValue]?, _ other: [NamedValue]?) -> [NamedValue]? {
    guard let one, let other else { return one ?? other }
    let others = Dictionary(other.map { ($0.value, $0) }, uniquingKeysWith: { first, _ in first })
    let common = one.compactMap { value in
        others[value.value].map {
            NamedValue(
                value.value, name: value.name ?? $0.name, description: value.description ?? $0.description, at: value.position)
        }
    }
    return common.isEmpty ? one : common
}

extension Assertion.Count {
    fileprivate func tighter(_ one: Int, _ other: Int) -> Int {
        switch self {
        case .minLength, .minItems, .minProperties, .minContains: max(one, other)
        case .maxLength, .maxItems, .maxProperties, .maxContains: min(one, other)
        }
    }
}

extension Assertion.Bound {
    fileprivate func tighter(_ one: String, _ other: String) -> String {
        switch self {
        case .minimum, .exclusiveMinimum: ExactDecimal(one) < ExactDecimal(other) ? other : one
        case .maximum, .exclusiveMaximum: ExactDecimal(other) < ExactDecimal(one) ? other : one
        case .multipleOf: leastCommonMultiple(one, other) ?? one
        }
    }
}

/// The least common multiple of two positive integers; `nil` for other numbers.
private func leastCommonMultiple(_ one: String, _ other: String) -> String? {
    guard let one = Int(one), let other = Int(other), one > 0, other > 0 else { return nil }
    var (divisor, rest) = (one, other)
    while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
    let (product, overflows) = (one / divisor).multipliedReportingOverflow(by: other)
    return overflows ? nil : String(product)
}
