import Templating

/// The lines of a doc comment, each with the space that stands behind the slashes.
func comment(_ text: String) -> [Context] {
    SwiftText.commentLines(text).map { Context(.line, $0.isEmpty ? "" : " " + $0) }
}

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
