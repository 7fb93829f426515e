/// What a stage has to say about a place in a source.
package struct Diagnostic: Sendable {
    package enum Severity: String, Sendable {
        case error, warning
    }

    /// A second place that belongs to the same complaint, such as the first of two equal names.
    package struct Note: Sendable {
        package let text: String
        package let position: Position

        package init(_ text: String, at position: Position) {
            self.text = text
            self.position = position
        }
    }

    package let severity: Severity
    /// One sentence in lower case without a full stop, naming what was found.
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
