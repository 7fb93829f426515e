import Printing
import Templating

/// The lines of a doc comment, each with the space that stands behind the slashes.
func comment(_ text: String) -> [Line] {
    wrapped(SwiftText.commentLines(text)).map { Line(line: $0.isEmpty ? "" : " " + $0) }
}

/// Breaks long lines of prose at spaces; lists, tables, headings and code stay as they are.
private func wrapped(_ lines: [String]) -> [String] {
    var result: [String] = []
    var isCode = false
    for line in lines {
        if line.hasPrefix("```") { isCode.toggle() }
        guard line.count > longestLine, !isCode, line.first?.isLetter == true else {
            result.append(line)
            continue
        }
        var current = ""
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            // A sign at the start of a line could begin a list, a heading or a table.
            let mayBegin = word.first.map { $0.isLetter || $0 == "`" || $0 == "(" || $0 == "\"" } ?? false
            if current.count + word.count > longestLine, mayBegin {
                result.append(current.trimmed)
                current = String(word)
            } else {
                current += current.isEmpty ? String(word) : " " + word
            }
        }
        result.append(current)
    }
    return result
}

private let longestLine = 105
