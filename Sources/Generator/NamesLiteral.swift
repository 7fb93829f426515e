import Printing
import Templating

extension NamesLiteral {
    /// A literal on lines of a readable length.
    ///
    /// - Parameter names: The names, escaped.
    init(_ names: [String]) {
        var lines: [String] = []
        var columns = 0
        for name in names {
            let width = name.columns
            if !lines.isEmpty, columns + width < 90 {
                lines[lines.count - 1] += " "
                lines[lines.count - 1] += name
                columns += width + 1
                // A sign at the start of a name can belong to the space before it.
                if width != name.utf8.count { columns = lines[lines.count - 1].columns }
            } else {
                lines.append(name)
                columns = width
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
        var name = name
        let isItself = name.withUTF8 { bytes in
            !bytes.contains(UInt8(ascii: " "), or: UInt8(ascii: "?"), or: UInt8(ascii: "\\")) && !bytes.contains(UInt8(ascii: "\n"))
        }
        if isItself { return name }
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
