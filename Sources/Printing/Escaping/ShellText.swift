/// Text of a document made safe for a POSIX shell.
package enum ShellText {
    /// An argument in single quotes.
    package static func single(_ text: String) -> String {
        lines(oneLine(text))
    }

    /// An argument in single quotes, on as many lines as it has.
    package static func lines(_ text: String) -> String {
        "'" + text.replacing(UInt8(ascii: "'"), with: "'\\''") + "'"
    }

    /// An argument in double quotes, in which nothing is expanded.
    package static func double(_ text: String) -> String {
        var result: [UInt8] = [UInt8(ascii: "\"")]
        for byte in oneLine(text).utf8 {
            if "\\\"$`!".utf8.contains(byte) { result.append(UInt8(ascii: "\\")) }
            result.append(byte)
        }
        return String(decoding: result, as: UTF8.self) + "\""
    }

    private static func oneLine(_ text: String) -> String {
        // Most texts are one line. The line breaks beyond ASCII begin with 0xC2 and 0xE2.
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 || $0 == 0xE2 }) else { return text }
        return text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
