internal import Diagnostics

extension JSONTreeReader {
    /// Reads a string, starting at its opening quote.
    mutating func readString(into builder: inout TreeBuilder) {
        let begin = mark
        // Debug builds call a function for each `UInt8(ascii:)`.
        let quote = UInt8(ascii: "\"")
        let backslash = UInt8(ascii: "\\")
        offset &+= 1
        let first = offset
        while offset < count {
            let byte = start[offset]
            if byte == quote {
                let length = offset &- first
                offset &+= 1
                builder.addScalar(start + first, count: length, resolution: .string, from: begin, to: mark)
                return
            }
            if byte == backslash { return readEscapedString(from: first, begin, into: &builder) }
            if byte < 0x20 { return fail("unescaped control character in a string", builder) }
            if byte < 0x80 {
                offset &+= 1
            } else if let length = characterLength() {
                offset &+= length
                lineStart &+= length &- 1
            } else {
                return fail("invalid UTF-8", builder)
            }
        }
        fail("the string is not closed", builder, at: begin)
    }

    private mutating func readEscapedString(
        from first: Int, _ begin: Mark, into builder: inout TreeBuilder
    ) {
        unescaped.shrink(to: 0)
        var copied = first
        while offset < count {
            let byte = start[offset]
            switch byte {
            case UInt8(ascii: "\""):
                unescaped.append(start + copied, count: offset - copied)
                offset += 1
                builder.addScalar(unescaped.start, count: unescaped.count, resolution: .string, from: begin, to: mark)
                return
            case UInt8(ascii: "\\"):
                unescaped.append(start + copied, count: offset - copied)
                readEscape(into: &builder)
                guard failure == nil else { return }
                copied = offset
            case 0..<0x20:
                return fail("unescaped control character in a string", builder)
            default:
                guard let length = characterLength() else { return fail("invalid UTF-8", builder) }
                offset += length
                lineStart += length - 1
            }
        }
        fail("the string is not closed", builder, at: begin)
    }

    private mutating func readEscape(into builder: inout TreeBuilder) {
        let place = mark
        offset += 1
        let byte = next
        if byte == UInt8(ascii: "u") {
            offset += 1
            guard let scalar = readCodePoint() else { return fail("expected four hexadecimal digits", builder) }
            if scalar.isReplaced { builder.report(.unpairedSurrogate(at: builder.position(place))) }
            for unit in UTF8.encode(scalar.value) ?? UTF8.encodedReplacementCharacter { unescaped.append(unit) }
            return
        }
        guard let meaning = escapeMeaning(byte) else {
            return fail("unknown escape sequence in a string", builder, at: place)
        }
        offset += 1
        unescaped.append(meaning)
    }

    private func escapeMeaning(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): byte
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: nil
        }
    }

    /// Reads the digits after `\u`, and a second escape sequence if the first is a high surrogate.
    private mutating func readCodePoint() -> (value: UnicodeScalar, isReplaced: Bool)? {
        guard let first = readFourDigits() else { return nil }
        if let scalar = UnicodeScalar(first) { return (scalar, false) }
        let afterFirst = offset
        if first < 0xDC00, next == UInt8(ascii: "\\"), offset + 1 < count, start[offset + 1] == UInt8(ascii: "u") {
            offset += 2
            if let second = readFourDigits(), second & 0xFC00 == 0xDC00,
                let scalar = UnicodeScalar(0x10000 + ((first & 0x3FF) << 10) + (second & 0x3FF))
            {
                return (scalar, false)
            }
            offset = afterFirst
        }
        return ("\u{FFFD}", true)
    }

    private mutating func readFourDigits() -> UInt32? {
        guard count - offset >= 4 else { return nil }
        var value: UInt32 = 0
        for _ in 0..<4 {
            let byte = start[offset]
            let letter = (byte | 0x20) &- UInt8(ascii: "a")
            guard byte &- 0x30 < 10 || letter < 6 else { return nil }
            value = (value << 4) + UInt32(byte &- 0x30 < 10 ? byte &- 0x30 : letter + 10)
            offset += 1
        }
        return value
    }

    /// Returns the length of the UTF-8 character at the offset, or `nil` if it is invalid.
    private func characterLength() -> Int? {
        let lead = start[offset]
        if lead < 0x80 { return 1 }
        let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
        guard lead >= 0xC2, lead <= 0xF4, count - offset >= length else { return nil }
        let second = start[offset + 1]
        // Overlong forms, surrogates and numbers beyond Unicode show in the second byte.
        let lowest: UInt8 = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80
        let highest: UInt8 = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF
        guard second >= lowest, second <= highest else { return nil }
        if length > 2, start[offset + 2] & 0xC0 != 0x80 { return nil }
        if length > 3, start[offset + 3] & 0xC0 != 0x80 { return nil }
        return length
    }
}

extension Diagnostic {
    fileprivate static func unpairedSurrogate(at position: Position) -> Diagnostic {
        Diagnostic(.warning, "an unpaired surrogate is read as U+FFFD", at: position)
    }
}
