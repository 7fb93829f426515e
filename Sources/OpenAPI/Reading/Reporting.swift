import Diagnostics

/// What makes two diagnostics the same to a reader.
struct SaidDiagnostic: Hashable {
    let position: Position
    let text: String
}

extension DocumentReader {
    /// Reports a diagnostic, once; where nothing uses the place, an error is a warning.
    mutating func report(_ diagnostic: Diagnostic) {
        guard said.insert(SaidDiagnostic(position: diagnostic.position, text: diagnostic.text)).inserted else { return }
        log.report(isUnused ? diagnostic.asWarning(nil) : diagnostic)
    }

    /// Reports what can be read in more than one way: an error, unless the options ask for a choice.
    ///
    /// - Parameter isClear: whether the choice is what the author meant, so that it is made in any case.
    mutating func report(_ diagnostic: Diagnostic, choosing choice: String, isClear: Bool = false) {
        report(isClear || options.isLenient ? diagnostic.asWarning(choice) : diagnostic)
    }
}

extension Diagnostic {
    fileprivate func asWarning(_ choice: String?) -> Diagnostic {
        let text = choice.map { "\(self.text); \($0)" } ?? self.text
        return Diagnostic(.warning, text, at: position, notes: notes)
    }
}
