extension Validator {
    /// Returns a violation of a keyword that needs no other schema.
    mutating func violation(of value: JSONValue, _ keyword: Assertion.Keyword) -> Violation? {
        switch (keyword, value) {
        case (.never, _): return value.violation("is not allowed")
        case (.type(let kinds), _):
            let allowed = kinds.contains(.number) ? kinds.union(.integer) : kinds
            if allowed.contains(value.kind) { return nil }
            return value.violation("is not of type \(kinds.typeNames.joined(separator: " or "))")
        case (.const(let constant), _):
            return value.isOne(of: [constant]) ? nil : value.violation("is not one of the allowed values")
        case (.enumeration(let values, let nullableAdds), _):
            return value.isNull && nullableAdds || value.isOne(of: values)
                ? nil : value.violation("is not one of the allowed values")
        case (.bound(let bound, let limit), .number(let text)):
            return value.violation(bound, ExactDecimal(limit), ExactDecimal(text))
        case (.count(let count, let limit), _): return value.violation(count, limit)
        case (.format(let name), .string(let text)):
            return formatAllows(name, text) ? nil : value.violation("is not a valid \(name)")
        case (.format(let name), .number(let text)):
            return formatAllows(name, ExactDecimal(text)) ? nil : value.violation("is out of the range of \(name)")
        case (.pattern(let pattern), .string(let text)):
            return matches(text, pattern) ? nil : value.violation("does not match '\(pattern)'")
        case (.uniqueItems, .array(let elements)):
            return Set(elements.map(\.canonical)).count < elements.count ? Violation("two of its items are equal") : nil
        default: return nil
        }
    }
}

extension JSONValue {
    fileprivate func isOne(of values: [SourceValue]) -> Bool {
        values.contains { equals($0.value) }
    }

    fileprivate func violation(_ bound: Assertion.Bound, _ limit: ExactDecimal, _ number: ExactDecimal) -> Violation? {
        switch bound {
        case .minimum: number < limit ? violation("is less than the minimum") : nil
        case .maximum: number > limit ? violation("is greater than the maximum") : nil
        case .exclusiveMinimum: number <= limit ? violation("is not greater than the exclusive minimum") : nil
        case .exclusiveMaximum: number >= limit ? violation("is not less than the exclusive maximum") : nil
        case .multipleOf: number.isMultiple(of: limit) == false ? violation("is not a multiple of \(limit.text)") : nil
        }
    }

    fileprivate func violation(_ count: Assertion.Count, _ limit: Int) -> Violation? {
        switch (count, self) {
        case (.minLength, .string(let text)): text.unicodeScalars.count < limit ? violation("is too short") : nil
        case (.maxLength, .string(let text)): text.unicodeScalars.count > limit ? violation("is too long") : nil
        case (.minItems, .array(let elements)): elements.count < limit ? Violation("it has too few items") : nil
        case (.maxItems, .array(let elements)): elements.count > limit ? Violation("it has too many items") : nil
        case (.minProperties, .object(let members)): members.count < limit ? Violation("it has too few members") : nil
        case (.maxProperties, .object(let members)): members.count > limit ? Violation("it has too many members") : nil
        default: nil
        }
    }
}
