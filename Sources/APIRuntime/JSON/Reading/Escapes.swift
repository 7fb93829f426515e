extension JSONReader {
    /// The text between a string's quotes, which was scanned before.
    func text(of content: Range<Int>, hasEscapes: Bool) throws(JSONError) -> String {
        guard hasEscapes else {
            return String(decoding: UnsafeBufferPointer(start: bytes + content.lowerBound, count: content.count), as: UTF8.self)
        }
        var failure: JSONError?
        let text = String(unsafeUninitializedCapacity: content.count) { buffer in
            do throws(JSONError) {
                return try unescape(content, into: buffer)
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw failure }
        return text
    }

    /// Writes what a string means, which never takes more bytes than how it is written.
    private func unescape(_ content: Range<Int>, into buffer: UnsafeMutableBufferPointer<UInt8>) throws(JSONError) -> Int {
        var index = content.lowerBound
        var length = 0
        while index < content.upperBound {
            let byte = bytes[index]
            if byte != UInt8(ascii: "\\") {
                buffer[length] = byte
                length += 1
                index += 1
            } else {
                let (scalar, next) = try decodeEscape(at: index)
                // Only a place in another reader's document could cut an escape in two.
                guard next <= content.upperBound else { throw JSONError(.invalidText, offset: index) }
                for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                    buffer[length] = unit
                    length += 1
                }
                index = next
            }
        }
        return length
    }

    /// What the escape that starts here means, and where it ends (RFC 8259, section 7).
    func decodeEscape(at index: Int) throws(JSONError) -> (scalar: Unicode.Scalar, next: Int) {
        guard index + 1 < count else { throw JSONError(.syntax(expected: "an escape"), offset: index) }
        let scalar: Unicode.Scalar
        switch bytes[index + 1] {
        case UInt8(ascii: "\""): scalar = "\""
        case UInt8(ascii: "\\"): scalar = "\\"
        case UInt8(ascii: "/"): scalar = "/"
        case UInt8(ascii: "b"): scalar = "\u{8}"
        case UInt8(ascii: "f"): scalar = "\u{C}"
        case UInt8(ascii: "n"): scalar = "\n"
        case UInt8(ascii: "r"): scalar = "\r"
        case UInt8(ascii: "t"): scalar = "\t"
        case UInt8(ascii: "u"): return try decodeUnicodeEscape(at: index)
        default: throw JSONError(.syntax(expected: "an escape"), offset: index)
        }
        return (scalar, index + 2)
    }

    private func decodeUnicodeEscape(at index: Int) throws(JSONError) -> (scalar: Unicode.Scalar, next: Int) {
        guard let unit = codeUnit(at: index) else {
            throw JSONError(.syntax(expected: "four hexadecimal digits"), offset: index)
        }
        if let scalar = Unicode.Scalar(unit) { return (scalar, index + 6) }
        guard unit < 0xDC00, let second = codeUnit(at: index + 6), second & 0xFC00 == 0xDC00,
            let scalar = Unicode.Scalar(0x10000 + UInt32(unit & 0x3FF) << 10 + UInt32(second & 0x3FF))
        else { throw JSONError(.invalidText, offset: index) }
        return (scalar, index + 12)
    }

    /// The code unit of a `\uXXXX` escape; nil if this is none.
    private func codeUnit(at index: Int) -> UInt16? {
        guard index + 6 <= count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else { return nil }
        var unit: UInt16 = 0
        for offset in index + 2..<index + 6 {
            guard let digit = hexadecimalDigit(bytes[offset]) else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }
}

/// The value of a hexadecimal digit.
func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
}
