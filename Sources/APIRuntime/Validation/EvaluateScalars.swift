extension SchemaEvaluation {
    /// Checks what needs no other schema.
    mutating func check(_ keyword: SchemaKeyword, of schema: SchemaNode, _ value: JSONValue, _ collects: Bool) -> Bool {
        switch keyword {
        case .type(let types):
            let found = SchemaTypes(of: value)
            return !types.isDisjoint(with: found)
                || reject(schema, "type", collects, "expected \(list(types.names)), found \(found.names.first ?? "nothing")")
        case .constant(let constant):
            return isEqual(value, to: constant)
                || reject(schema, "const", collects, "expected \(constant.excerpt), found \(value.excerpt)")
        case .enumeration(let values, let names):
            return isEqual(value, toOneOf: values)
                || reject(schema, "enum", collects, "expected \(list(names.prefix(20).map(\.excerpt))), found \(value.excerpt)")
        default:
            if case .number(let number) = value { return check(keyword, of: schema, number, collects) }
            if case .string(let text) = value { return check(keyword, of: schema, text, collects) }
            return true
        }
    }

    private mutating func check(
        _ keyword: SchemaKeyword, of schema: SchemaNode, _ number: DecimalNumber, _ collects: Bool
    ) -> Bool {
        switch keyword {
        case .multipleOf(let factor):
            return number.isMultiple(of: factor)
                || reject(schema, "multipleOf", collects, "\(number.text.shortened()) is not a multiple of \(factor)")
        case .maximum(let bound):
            return number <= bound || reject(schema, "maximum", collects, "\(number.text.shortened()) is greater than \(bound)")
        case .exclusiveMaximum(let bound):
            return number < bound
                || reject(schema, "exclusiveMaximum", collects, "\(number.text.shortened()) is not less than \(bound)")
        case .minimum(let bound):
            return number >= bound || reject(schema, "minimum", collects, "\(number.text.shortened()) is less than \(bound)")
        case .exclusiveMinimum(let bound):
            return number > bound
                || reject(schema, "exclusiveMinimum", collects, "\(number.text.shortened()) is not greater than \(bound)")
        case .format(let format, let name):
            return format.allows(number) || reject(schema, "format", collects, "\(number.text.shortened()) is not \(name)")
        default: return true
        }
    }

    private mutating func check(
        _ keyword: SchemaKeyword, of schema: SchemaNode, _ text: String, _ collects: Bool
    ) -> Bool {
        let value = JSONValue.string(text)
        switch keyword {
        case .maxLength(let length):
            // No text has more characters than bytes, and most are short.
            if text.utf8.count <= length { return true }
            let count = text.unicodeScalars.count
            return count <= length
                || reject(schema, "maxLength", collects, "expected at most \(length) characters, found \(count)")
        case .minLength(let length):
            // A character has four bytes at most.
            if text.utf8.count / 4 >= length { return true }
            let count = text.unicodeScalars.count
            return count >= length
                || reject(schema, "minLength", collects, "expected at least \(length) characters, found \(count)")
        case .pattern(let pattern, let source):
            guard let isMatch = pattern.matches(text, steps: &patternSteps) else {
                return giveUp(schema, "takes too long to search for '\(source.shortened())'")
            }
            return isMatch || reject(schema, "pattern", collects, "\(value.excerpt) does not match '\(source)'")
        case .format(let format, let name):
            return format.allows(text) || reject(schema, "format", collects, "\(value.excerpt) is not \(name)")
        default: return true
        }
    }
}

extension SchemaEvaluation {
    private mutating func isEqual(_ value: JSONValue, to constant: JSONValue) -> Bool {
        let canonical = CanonicalJSON(value)
        spend(bytes: canonical.count)
        return canonical == CanonicalJSON(constant)
    }

    private mutating func isEqual(_ value: JSONValue, toOneOf constants: Set<CanonicalJSON>) -> Bool {
        let canonical = CanonicalJSON(value)
        spend(bytes: canonical.count)
        return constants.contains(canonical)
    }
}

private func list(_ names: [String]) -> String {
    names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
}

extension DecimalNumber {
    /// Whether the value is a multiple of another, exactly.
    func isMultiple(of factor: DecimalNumber) -> Bool {
        let (value, divisor) = (digits, factor.digits)
        guard !value.significant.isEmpty else { return true }
        guard !divisor.significant.isEmpty, divisor.significant.count <= 18 else { return false }
        let zeros = (value.exponent - value.significant.count) - (divisor.exponent - divisor.significant.count)
        // The digits end in no zero, so that digits too fine for the divisor cannot be a multiple of it.
        guard zeros >= 0 else { return false }
        let modulus = divisor.significant.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
        var remainder: UInt64 = 0
        for digit in value.significant {
            remainder = modulus.remainder(of: remainder, times: 10, plus: UInt64(digit))
        }
        return modulus.remainder(of: remainder, times: modulus.powerOfTen(zeros), plus: 0) == 0
    }
}

extension UInt64 {
    fileprivate func remainder(of value: UInt64, times factor: UInt64, plus digit: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: factor)
        let reduced = dividingFullWidth((product.high % self, product.low)).remainder
        return (reduced % self &+ digit % self) % self
    }

    /// 10 to a power, as a remainder of division by the number.
    fileprivate func powerOfTen(_ exponent: Int) -> UInt64 {
        var result = 1 % self
        var base = 10 % self
        var rest = exponent
        while rest > 0 {
            if rest & 1 == 1 { result = remainder(of: result, times: base, plus: 0) }
            base = remainder(of: base, times: base, plus: 0)
            rest >>= 1
        }
        return result
    }
}
