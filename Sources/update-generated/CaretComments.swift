import ApigenCommand
import Diagnostics

/// A document of `Specs/Invalid/` with its expectations written anew: below each line that a diagnostic points into
/// stands a comment with a caret at the column and the diagnostic's text.
///
/// - Returns: the text as it should be, which equals the given text when the expectations hold.
package func withCaretComments(_ text: String, path: String) -> String {
    let bare = withoutCaretComments(text)
    var log = DiagnosticLog()
    let source = log.add(SourceFile(path: path, bytes: Array(bare.utf8)))
    let templates = Templates(log: &log)
    _ = generate(source, options: GenerationOptions(), with: templates, log: &log)
    var comments: [Int: [Expectation]] = [:]
    for diagnostic in log.diagnostics {
        comments.add(diagnostic.severity.rawValue, diagnostic.text, at: diagnostic.position)
        for note in diagnostic.notes { comments.add("note", note.text, at: note.position) }
    }
    var lines: [String] = []
    for (index, line) in bare.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        lines.append(String(line))
        for expectation in (comments[index + 1] ?? []).sorted(by: { $0.column < $1.column }) {
            lines.append(expectation.comment(below: line))
        }
    }
    return lines.joined(separator: "\n")
}

private func withoutCaretComments(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).filter { !isCaretComment($0) }.joined(separator: "\n")
}

private func isCaretComment(_ line: Substring) -> Bool {
    let comment = line.drop { $0 == " " }
    guard comment.hasPrefix("#") else { return false }
    let rest = comment.dropFirst().drop { $0 == " " || $0 == "^" || $0 == "@" || $0.isNumber }
    return ["error: ", "warning: ", "note: "].contains { rest.hasPrefix($0) }
}

private struct Expectation {
    let column: Int
    let text: String

    /// The caret below its column; where the comment's own sign would stand there, the column's number says it.
    func comment(below line: Substring) -> String {
        let indent = line.prefix { $0 == " " }.count
        let sign = indent + 1 < column ? indent : 0
        guard sign + 1 < column else { return "#@\(column) \(text)" }
        return String(repeating: " ", count: sign) + "#" + String(repeating: " ", count: column - sign - 2) + "^ " + text
    }
}

extension [Int: [Expectation]] {
    fileprivate mutating func add(_ label: String, _ text: String, at position: Position) {
        self[Int(position.line), default: []].append(
            Expectation(column: Int(position.column), text: "\(label): \(text)"))
    }
}
