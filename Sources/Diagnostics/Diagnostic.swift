/// An error or a warning about a position in a source.
package struct Diagnostic: Sendable {
    package enum Severity: String, Sendable {
        case error, warning
    }

    /// A related position, such as the first of two equal names.
    package struct Note: Sendable {
        package let text: String
        package let position: Position

        package init(_ text: String, at position: Position) {
            self.text = text
            self.position = position
        }
    }

    package let severity: Severity
    /// One sentence in lower case without a period, which names what was found.
    package let text: String
    package let position: Position
    package let notes: [Note]

    package init(_ severity: Severity, _ text: String, at position: Position, notes: [Note] = []) {
        self.severity = severity
        self.text = text
        self.position = position
        self.notes = notes
    }

    var asError: Diagnostic {
        Diagnostic(.error, text, at: position, notes: notes)
    }
}
