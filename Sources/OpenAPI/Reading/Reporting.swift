import Diagnostics

/// The identity of a diagnostic.
struct ReportedDiagnostic: Hashable {
    let position: Position
    let text: String
}

extension DocumentReader {
    /// Reports a diagnostic once; an error in an unused object becomes a warning.
    mutating func report(_ diagnostic: Diagnostic) {
        guard reported.insert(ReportedDiagnostic(position: diagnostic.position, text: diagnostic.text)).inserted else { return }
        log.report(isUnused ? diagnostic.asWarning(nil) : diagnostic)
    }

    /// Reports an ambiguity: an error, or a warning with the choice made if reading is lenient.
    ///
    /// - Parameter isClear: Whether the author's intent is clear, so that the choice is always made.
    mutating func report(_ diagnostic: Diagnostic, choosing choice: String, isClear: Bool = false) {
        report(isClear || options.isLenient ? diagnostic.asWarning(choice) : diagnostic)
    }
}

extension Diagnostic {
    fileprivate func asWarning(_ choice: String?) -> Diagnostic {
        let text = choice.map { self.text.hasSuffix("?") ? "\(self.text) (\($0))" : "\(self.text); \($0)" } ?? self.text
        return Diagnostic(.warning, text, at: position, notes: notes)
    }
}
