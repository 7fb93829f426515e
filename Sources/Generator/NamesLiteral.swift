import Printing
import Templating

extension NamesLiteral {
    /// A literal on lines of a readable length.
    ///
    /// - Parameter names: The names, escaped.
    init(_ names: [String]) {
        var lines: [String] = []
        for name in names {
            if let last = lines.last, last.count + name.count < 90 {
                lines[lines.count - 1] = last + " " + name
            } else {
                lines.append(name)
            }
        }
        let isLong = lines.count > 1
        self.init(
            text: isLong ? "" : SwiftText.literal(lines.first ?? ""),
            lines: isLong ? lines.map { Line(line: String(SwiftText.literal($0).dropFirst().dropLast())) } : [])
    }

    /// A name without the characters that mean something in the notation.
    static func escaped(_ name: String) -> String {
        if name.isEmpty { return "\\0" }
        var text = ""
        for character in name.unicodeScalars {
            if character == "\n" {
                text += "\\n"
            } else {
                if [" ", "?", "\\"].contains(character) { text += "\\" }
                text.unicodeScalars.append(character)
            }
        }
        return text
    }
}
