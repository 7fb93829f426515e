/// Text of a document made safe for Swift source.
package enum SwiftText {
    /// A string literal with its quotes.
    package static func literal(_ text: String) -> String {
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

    /// The number signs around a raw string literal: more than stand anywhere in the text behind each other.
    package static func rawDelimiter(for text: String) -> String {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "#") ? run + 1 : 0
            longest = max(longest, run)
        }
        return String(repeating: "#", count: longest + 1)
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
