extension ByteValidator {
    /// Whether a schema allows the next value, which is a string.
    @inline(__always)
    mutating func acceptsText(_ schema: UnsafePointer<ByteSchema>, _ json: inout JSONReader) throws(JSONError) -> Bool {
        let scan = try json.scanString()
        if schema.pointee.text == nil, !schema.pointee.hasConstants { return true }
        if scan.hasEscapes { return try acceptsEscapedText(schema, scan, json) }
        return try acceptsText(schema, UnsafeBufferPointer(start: json.bytes + scan.content.lowerBound, count: scan.content.count))
    }

    @inline(never)
    private mutating func acceptsEscapedText(
        _ schema: UnsafePointer<ByteSchema>, _ scan: StringScan, _ json: borrowing JSONReader
    ) throws(JSONError) -> Bool {
        let text = Array(try json.text(of: scan.content, hasEscapes: true).utf8)
        return try text.withUnsafeBufferPointer { (bytes) throws(JSONError) in try acceptsText(schema, bytes) }
    }

    private mutating func acceptsText(
        _ schema: UnsafePointer<ByteSchema>, _ text: UnsafeBufferPointer<UInt8>
    ) throws(JSONError) -> Bool {
        if schema.pointee.hasConstants {
            try spend(steps: text.count / 32 + 1)
            guard schema.pointee.allows(text) else { return false }
        }
        guard let rules = schema.pointee.text else { return true }
        // A character has one to four bytes.
        let (minimum, maximum) = (rules.pointee.minLength, rules.pointee.maxLength)
        if text.count > maximum, text.characterCount > maximum { return false }
        if text.count / 4 < minimum, text.characterCount < minimum { return false }
        if let pattern = rules.pointee.pattern {
            guard try matches(pattern, text) else { return false }
        }
        guard let format = rules.pointee.format else { return true }
        return format._withUnsafeGuaranteedRef { $0.allows(text) }
    }

    /// Whether an expression matches somewhere in a text.
    mutating func matches(
        _ pattern: Unmanaged<PatternTable>, _ text: UnsafeBufferPointer<UInt8>
    ) throws(JSONError) -> Bool {
        guard let isMatch = pattern._withUnsafeGuaranteedRef({ $0.matches(text, steps: &patternSteps) }) else { throw .undecided }
        if patternSteps > Self.maximumPatternSteps { throw .undecided }
        return isMatch
    }

    /// Whether a schema allows the next value, which is a number if it is JSON.
    mutating func acceptsNumber(_ schema: UnsafePointer<ByteSchema>, _ json: inout JSONReader) throws(JSONError) -> Bool {
        let scan = try json.scanNumber("a number")
        let types = schema.pointee.types
        guard types.contains(.integer) else { return false }
        let isPlain = schema.pointee.number == nil && !schema.pointee.hasConstants
        if isPlain, types.contains(.number) { return true }
        guard let number = ByteNumber(scan) else { throw .undecided }
        if !types.contains(.number), number.exponent < 0, !number.isInteger { return false }
        if isPlain { return true }
        if schema.pointee.hasConstants {
            try spend(steps: 1)
            guard schema.pointee.allows(number) else { return false }
        }
        guard let rules = schema.pointee.number else { return true }
        return try fulfills(rules, number)
    }

    private func fulfills(_ rules: UnsafePointer<NumberRules>, _ number: ByteNumber) throws(JSONError) -> Bool {
        for bound in rules.pointee.bounds {
            guard let isWithin = number.isWithin(bound) else { throw .undecided }
            if !isWithin { return false }
        }
        if let factor = rules.pointee.factor {
            guard let isMultiple = number.isMultiple(ofMantissa: factor.mantissa, exponent: factor.exponent) else {
                throw .undecided
            }
            if !isMultiple { return false }
        }
        guard let format = rules.pointee.format else { return true }
        guard let isAllowed = format._withUnsafeGuaranteedRef({ $0.allows(number) }) else { throw .undecided }
        return isAllowed
    }
}

extension ByteSchema {
    /// Whether `enum` and `const` allow a literal.
    func allows(_ literal: JSONLiteral) -> Bool {
        guard let constants else { return true }
        return constants.contains { if case .literal(literal) = $0 { true } else { false } }
    }

    /// Whether `enum` and `const` allow a text.
    func allows(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let constants else { return true }
        return constants.contains { constant in
            guard case .text(let allowed) = constant, allowed.count == text.count else { return false }
            return allowed.elementsEqual(text)
        }
    }

    /// Whether `enum` and `const` allow a number.
    func allows(_ number: ByteNumber) -> Bool {
        guard let constants else { return true }
        return constants.contains { if case .number(let allowed) = $0 { allowed.equals(number) } else { false } }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The number of Unicode scalars in the UTF-8.
    fileprivate var characterCount: Int {
        reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
    }
}
