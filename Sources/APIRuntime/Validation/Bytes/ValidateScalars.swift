extension ByteValidator {
    /// Whether a schema allows the next value, which is a string.
    @inline(__always)
    mutating func acceptsText(_ schema: UnsafePointer<ByteSchema>, _ json: inout JSONReader) throws(JSONError) -> Bool {
        let scan = try json.scanString()
        if !schema.pointee.asksOfText { return true }
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
        let rules = schema.pointee.text
        // A character has one to four bytes.
        if text.count > rules.maxLength, text.characterCount > rules.maxLength { return false }
        if text.count / 4 < rules.minLength, text.characterCount < rules.minLength { return false }
        if schema.pointee.hasConstants {
            try spend(steps: text.count / 32 + 1)
            guard schema.pointee.allows(text) else { return false }
        }
        if let pattern = rules.pattern {
            guard try matches(pattern, text) else { return false }
        }
        guard let format = rules.format else { return true }
        return format.takeUnretainedValue().allows(text)
    }

    /// Whether an expression matches somewhere in a text.
    mutating func matches(
        _ pattern: Unmanaged<PatternTable>, _ text: UnsafeBufferPointer<UInt8>
    ) throws(JSONError) -> Bool {
        guard let isMatch = pattern.takeUnretainedValue().matches(text, steps: &patternSteps) else { throw .undecided }
        if patternSteps > Self.maximumPatternSteps { throw .undecided }
        return isMatch
    }

    /// Whether a schema allows the next value, which is a number if it is JSON.
    mutating func acceptsNumber(_ schema: UnsafePointer<ByteSchema>, _ json: inout JSONReader) throws(JSONError) -> Bool {
        let scan = try json.scanNumber("a number")
        let types = schema.pointee.types
        guard types.contains(.integer) else { return false }
        if types.contains(.number), !schema.pointee.asksOfNumbers { return true }
        guard let number = ByteNumber(scan) else { throw .undecided }
        if !types.contains(.number), number.exponent < 0, !number.isInteger { return false }
        guard schema.pointee.asksOfNumbers else { return true }
        for bound in schema.pointee.number.bounds {
            guard let isWithin = number.isWithin(bound) else { throw .undecided }
            if !isWithin { return false }
        }
        if schema.pointee.hasConstants {
            try spend(steps: 1)
            guard schema.pointee.allows(number) else { return false }
        }
        if let factor = schema.pointee.number.factor {
            guard let isMultiple = number.isMultiple(ofMantissa: factor.mantissa, exponent: factor.exponent) else {
                throw .undecided
            }
            if !isMultiple { return false }
        }
        if let format = schema.pointee.number.format?.takeUnretainedValue() {
            guard let isAllowed = format.allows(number) else { throw .undecided }
            return isAllowed
        }
        return true
    }
}

extension ByteSchema {
    var hasConstants: Bool { constants != nil }

    /// Whether it asks for more than that a value is a string.
    var asksOfText: Bool { constants != nil || !text.areEmpty }

    /// Whether it asks for more than that a value is a number.
    var asksOfNumbers: Bool { constants != nil || !number.areEmpty }

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
