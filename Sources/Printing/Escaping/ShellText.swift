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
        var result = "\""
        for character in oneLine(text) {
            if "\\\"$`!".contains(character) { result += "\\" }
            result.append(character)
        }
        return result + "\""
    }

    private static func oneLine(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).joined(separator: " ")
    }
}
