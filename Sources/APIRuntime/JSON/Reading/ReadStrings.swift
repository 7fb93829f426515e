/// A string's place in the document.
struct StringScan {
    /// The bytes between its quotes.
    let content: Range<Int>
    let hasEscapes: Bool
}

extension JSONReader {
    /// Reads a string.
    ///
    /// - Throws: when the next value is no string, or no valid one.
    public mutating func string() throws(JSONError) -> String {
        skipWhitespace()
        guard byte == UInt8(ascii: "\"") else { return try stringFromScalar() }
        let scan = try scanString()
        return try text(of: scan.content, hasEscapes: scan.hasEscapes)
    }

    /// A number, boolean or null among parameters is the text that it is written as.
    private mutating func stringFromScalar() throws(JSONError) -> String {
        let start = position
        let kind = try peekKind()
        guard options.scalarsAreText, kind != .object, kind != .array else { throw mismatch("a string") }
        try skipValue()
        return try text(of: start..<position, hasEscapes: false)
    }

    /// Reads a string that is one of some values.
    ///
    /// - Returns: Its index; `nil` if something else comes next, which stays where it is.
    mutating func index(among values: RawValues) throws(JSONError) -> Int? {
        skipWhitespace()
        guard byte == UInt8(ascii: "\"") else { return nil }
        let start = position
        let scan = try scanString()
        if !scan.hasEscapes {
            let index = values.keys.index(of: KeyView(bytes + scan.content.lowerBound, length: scan.content.count), hint: 0)
            if index >= 0 { return index }
        }
        position = start
        return nil
    }

    /// Hands over the bytes of a string that is expected, without making a `String` where it has no escapes.
    mutating func withStringBytes<Result>(
        _ expected: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result?
    ) throws(JSONError) -> Result {
        skipWhitespace()
        let start = position
        guard byte == UInt8(ascii: "\"") else { throw mismatch(expected) }
        let scan = try scanString()
        let result: Result?
        if scan.hasEscapes {
            var text = try text(of: scan.content, hasEscapes: true)
            result = text.withUTF8(body)
        } else {
            result = body(UnsafeBufferPointer(start: bytes + scan.content.lowerBound, count: scan.content.count))
        }
        guard let result else { throw malformed(expected, scan, at: start) }
        return result
    }

    private func malformed(_ expected: String, _ scan: StringScan, at offset: Int) -> JSONError {
        do throws(JSONError) {
            let text = try text(of: scan.content, hasEscapes: scan.hasEscapes)
            return JSONError(.malformed(format: expected, text: String(text.prefix(80))), offset: offset)
        } catch {
            return error
        }
    }

    /// Steps behind the string that starts here and checks it, escapes included.
    mutating func scanString() throws(JSONError) -> StringScan {
        let start = position + 1
        var index = start
        var hasEscapes = false
        while true {
            index = firstSpecial(from: index)
            guard index < count else {
                position = count
                throw syntaxError("'\"'")
            }
            switch bytes[index] {
            case UInt8(ascii: "\""):
                position = index + 1
                return StringScan(content: start..<index, hasEscapes: hasEscapes)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                index = try decodeEscape(at: index).next
            case 0..<0x20:
                position = index
                throw syntaxError("no control character in a string")
            default:
                guard let next = endOfScalar(at: index) else { throw JSONError(.invalidText, offset: index) }
                index = next
            }
        }
    }

    /// The first byte that is no plain ASCII character of a string.
    @inline(__always)
    private func firstSpecial(from start: Int) -> Int {
        let ones: UInt64 = 0x0101_0101_0101_0101
        var index = start
        while index + 8 <= count {
            let word = word(at: index)
            let quotes = (word ^ (ones &* 0x22)) &- ones
            let backslashes = (word ^ (ones &* 0x5C)) &- ones
            let specials = (quotes | backslashes | (word &- (ones &* 0x20)) | word) & (ones &* 0x80)
            if specials != 0 { return index + specials.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < count {
            let byte = bytes[index]
            if byte == 0x22 || byte == 0x5C || byte < 0x20 || byte >= 0x80 { return index }
            index += 1
        }
        return index
    }

    /// Where the UTF-8 sequence (RFC 3629) that starts here ends; nil when it is none.
    private func endOfScalar(at index: Int) -> Int? {
        let first = bytes[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, first <= 0xF4, index + length <= count else { return nil }
        let second = bytes[index + 1]
        let lowest: UInt8 = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80
        let highest: UInt8 = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF
        guard second >= lowest, second <= highest else { return nil }
        var next = index + 2
        while next < index + length {
            guard bytes[next] & 0xC0 == 0x80 else { return nil }
            next += 1
        }
        return next
    }
}
