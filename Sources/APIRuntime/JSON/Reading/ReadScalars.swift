extension JSONReader {
    /// Reads a boolean.
    public mutating func boolean() throws(JSONError) -> Bool {
        skipWhitespace()
        if try literal("true") { return true }
        if try literal("false") { return false }
        guard options.scalarsAreText, byte == UInt8(ascii: "\"") else { throw mismatch("a boolean") }
        return try withStringBytes("a boolean") { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            return text == "true" ? true : text == "false" ? false : nil
        }
    }

    /// Steps behind a null, if one comes next.
    ///
    /// - Returns: whether there was one.
    public mutating func null() throws(JSONError) -> Bool {
        skipWhitespace()
        return try literal("null")
    }

    /// Steps behind a literal, if what comes next begins like it.
    mutating func literal(_ name: StaticString) throws(JSONError) -> Bool {
        let length = name.utf8CodeUnitCount
        guard byte == name.utf8Start[0] else { return false }
        var index = 1
        while index < length {
            guard position + index < count, bytes[position + index] == name.utf8Start[index] else {
                throw syntaxError("a value")
            }
            index += 1
        }
        position += length
        return true
    }

    /// Reads a number as the nearest `Double`.
    ///
    /// - Throws: when the next value is no number, or its magnitude is too great.
    public mutating func double() throws(JSONError) -> Double {
        let token = try numberToken("a number")
        if let value = token.number.exactDouble { return value }
        guard let value = Double(text(of: token.range)), value.isFinite else { throw outOfRange(token.range, "Double") }
        return value
    }

    /// Reads a number as the nearest `Float`.
    ///
    /// - Throws: when the next value is no number, or its magnitude is too great.
    public mutating func float() throws(JSONError) -> Float {
        let token = try numberToken("a number")
        if let magnitude = token.number.smallMagnitude(below: 1 << 24) {
            return token.number.isNegative ? -Float(magnitude) : Float(magnitude)
        }
        guard let value = Float(text(of: token.range)), value.isFinite else { throw outOfRange(token.range, "Float") }
        return value
    }

    /// Reads an integer; `1.0` and `1e2` are integers too (JSON Schema 2020-12, section 4.2.3).
    mutating func integer<Value: FixedWidthInteger>(_ type: Value.Type) throws(JSONError) -> Value {
        let token = try numberToken("an integer")
        let number = token.number
        if let magnitude = number.smallMagnitude(below: 1 << 62) ?? wideMagnitude(token) {
            if number.isNegative, magnitude <= 1 << 63 {
                if let value = Value(exactly: Int64(truncatingIfNeeded: 0 &- magnitude)) { return value }
            } else if !number.isNegative, let value = Value(exactly: magnitude) {
                return value
            }
        } else if !DecimalNumber(scanned: text(of: token.range)).isInteger {
            throw JSONError(.unexpected(expected: "an integer", found: shortText(of: token.range)), offset: token.range.lowerBound)
        }
        throw outOfRange(token.range, "\(type)")
    }

    @inline(never)
    private func wideMagnitude(_ token: NumberToken) -> UInt64? {
        token.number.integerMagnitude ?? UInt64(text(of: token.range).drop { $0 == "-" })
    }

    private func outOfRange(_ range: Range<Int>, _ type: String) -> JSONError {
        JSONError(.outOfRange(number: shortText(of: range), type: type), offset: range.lowerBound)
    }

    private func shortText(of range: Range<Int>) -> String {
        range.count > 60 ? text(of: range.lowerBound..<range.lowerBound + 60) + "…" : text(of: range)
    }
}

/// A number and its bytes.
struct NumberToken {
    let number: NumberScan
    let range: Range<Int>
}

extension JSONReader {
    /// Steps behind the next number.
    @inline(__always)
    mutating func numberToken(_ expected: String) throws(JSONError) -> NumberToken {
        skipWhitespace()
        if byte == UInt8(ascii: "\"") { return try numberInText(expected) }
        let start = position
        let number = try scanNumber(expected)
        return NumberToken(number: number, range: start..<position)
    }

    /// Steps behind a string that must be a number's text, as parameters carry it.
    @inline(never)
    private mutating func numberInText(_ expected: String) throws(JSONError) -> NumberToken {
        guard options.scalarsAreText else { throw mismatch(expected) }
        let start = position
        let content = try scanString().content
        let end = position
        position = content.lowerBound
        let number: NumberScan
        do throws(JSONError) {
            number = try scanNumber(expected)
            guard position == content.upperBound else { throw error(.trailingBytes) }
        } catch {
            throw JSONError(.malformed(format: expected, text: shortText(of: content)), offset: start)
        }
        position = end
        return NumberToken(number: number, range: content)
    }

    /// Bytes of the document that were scanned before, without escapes.
    func text(of range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(start: bytes + range.lowerBound, count: range.count), as: UTF8.self)
    }
}
