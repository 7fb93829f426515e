package import Diagnostics

/// A difference between two versions of a document.
package struct Change: Sendable {
    package let rule: Rule
    package private(set) var verdict: Verdict
    /// The operation, schema or type that changed, such as `GET /pets`. Reports are grouped by it.
    package let subject: String
    package let sentence: Sentence
    package let old: Place?
    package let new: Place?
    /// The operations that use a changed schema; the first ones only.
    package var users: [String] = []
    /// The number of all operations that use the schema.
    package var userCount = 0

    package var severity: Severity { verdict.severity }
    /// What to do about the change; empty where nothing has to be done.
    package var advice: String { severity == .compatible ? "" : rule.advice }

    /// The change with another verdict.
    func with(_ verdict: Verdict) -> Change {
        var change = self
        change.verdict = verdict
        return change
    }
}

/// A position in one of the two documents, as reports show it.
package struct Place: Hashable, Sendable {
    /// The position in the sources of the version.
    package let position: Position
    package let path: String
    package let line: Int
    package let column: Int
    /// The JSON Pointer of the value, after a `#`.
    package let pointer: String?

    package init(_ position: Position, in log: DiagnosticLog) {
        self.position = position
        path = log.source(position.file).path
        line = Int(position.line)
        column = Int(position.column)
        pointer = log.pointer(to: position)
    }
}

extension Place {
    /// The place as compilers write it.
    package var text: String { "\(path):\(line):\(column)" }
}
