/// Text of a document made safe for Swift source.
package enum SwiftText {
    /// A string literal with its quotes.
    package static func literal(_ text: String) -> String {
        var text = text
        let isItself = text.withUTF8 { bytes in
            isPlain(bytes) && !bytes.contains(UInt8(ascii: "\n"), or: UInt8(ascii: "\""), or: UInt8(ascii: "\\"))
        }
        if isItself { return "\"" + text + "\"" }
        var literal = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": literal += "\\\""
            case "\\": literal += "\\\\"
            case "\n": literal += "\\n"
            case "\r": literal += "\\r"
            case "\t": literal += "\\t"
            default:
                if isInvisible(scalar) {
                    literal += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
                } else {
                    literal.unicodeScalars.append(scalar)
                }
            }
        }
        return literal + "\""
    }

    /// A string literal with its quotes, raw if that shows quotation marks and backslashes as they are.
    package static func rawLiteral(_ text: String) -> String {
        var text = text
        let isShown = text.withUTF8 { isPlain($0) && !$0.contains(UInt8(ascii: "\n")) }
        guard isShown, text.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
            return literal(text)
        }
        let delimiter = rawDelimiter(for: text)
        return "\(delimiter)\"\(text)\"\(delimiter)"
    }

    /// The number signs around a raw string literal: more than stand anywhere in the text behind each other.
    package static func rawDelimiter(for text: String) -> String {
        rawDelimiter(for: [text])
    }

    /// The number signs around a raw string literal with these lines.
    package static func rawDelimiter(for lines: [String]) -> String {
        var longest = 0
        for line in lines {
            var line = line
            line.withUTF8 { bytes in
                var run = 0
                var index = 0
                while index < bytes.count {
                    run = bytes[index] == UInt8(ascii: "#") ? run &+ 1 : 0
                    if run > longest { longest = run }
                    index &+= 1
                }
            }
        }
        return String(repeating: "#", count: longest + 1)
    }

    /// Whether a source shows each character of a text in UTF-8 as it is; line feeds count as shown, and tabs do not.
    package static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        while index < text.count {
            let byte = text[index]
            index &+= 1
            if byte &- 0x20 < 0x5F || byte == 0x0A { continue }
            // The lead bytes of scalars that can be invisible or break lines; see ``isInvisible(_:)``.
            guard byte >= 0x80, byte != 0xEF, byte != 0xF3, index < text.count else { return false }
            if byte == 0xC2, text[index] < 0xA0 || text[index] == 0xAD { return false }
            if byte == 0xE2, text[index] <= 0x81 {
                guard index &+ 1 < text.count, text[index] == 0x80 else { return false }
                let last = text[index &+ 1]
                if last >= 0x8B && last <= 0x8F || last >= 0xA8 && last <= 0xAE { return false }
            }
        }
        return true
    }

    /// The lines of a `///` comment, each without trailing space and without what could end or steer it.
    package static func commentLines(_ text: String) -> [String] {
        var lines: [String] = []
        var line = ""
        func flush() {
            while line.unicodeScalars.last == " " || line.unicodeScalars.last == "\t" { line.unicodeScalars.removeLast() }
            if !(line.isEmpty && (lines.isEmpty || lines.last == "")) { lines.append(line) }
            line = ""
        }
        for scalar in text.unicodeScalars {
            if isLineBreak(scalar) {
                flush()
            } else if scalar == "\t" {
                line += "    "
            } else if !isInvisible(scalar) {
                line.unicodeScalars.append(scalar)
            }
        }
        flush()
        while lines.last == "" { lines.removeLast() }
        return lines
    }

    /// Text on one line of a `//` comment.
    package static func commentLine(_ text: String) -> String {
        commentLines(text).joined(separator: " ")
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether one of three bytes is among these.
    package func contains(_ first: UInt8, or second: UInt8, or third: UInt8) -> Bool {
        var index = 0
        while index < count {
            let byte = self[index]
            if byte == first || byte == second || byte == third { return true }
            index &+= 1
        }
        return false
    }
}

private func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}": true
    default: false
    }
}

/// Whether a reader of the source would not see the scalar, or see others moved by it.
func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB,
        0xE0000...0xE007F:
        true
    default: false
    }
}
