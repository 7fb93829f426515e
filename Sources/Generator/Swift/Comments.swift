import Templating

/// The lines of a doc comment, each with the space that stands behind the slashes.
func comment(_ text: String) -> [Context] {
    wrapped(SwiftText.commentLines(text)).map { Context(.line, $0.isEmpty ? "" : " " + $0) }
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

/// Parameters between parentheses: on one line where they fit, else one a line.
///
/// - Parameters:
///   - prefix: how many columns stand before them.
///   - indent: the columns that the declaration is indented by.
func layout(_ parameters: [String], prefix: Int, indent: Int, suffix: Int = 0) -> String {
    let line = parameters.joined(separator: ", ")
    if prefix + line.count + suffix <= 118 { return line }
    let margin = String(repeating: " ", count: indent)
    return "\n" + parameters.map { margin + "    " + $0 }.joined(separator: ",\n") + "\n" + margin
}
