import Diagnostics

/// Collects the diagnostics of all parts of a document.
final class DiagnosticReporter {
    var log: DiagnosticLog
    /// Whether an ambiguity is a warning with the choice made.
    let isLenient: Bool
    /// Whether the current object is unused, so that its errors are warnings.
    var isUnused = false
    /// The diagnostics reported so far, as a node with several references can be read more than once.
    private var reported: Set<ReportedDiagnostic> = []

    init(_ log: DiagnosticLog, isLenient: Bool) {
        self.log = log
        self.isLenient = isLenient
    }

    /// Reports a diagnostic once; an error in an unused object becomes a warning.
    func report(_ diagnostic: Diagnostic) {
        guard reported.insert(ReportedDiagnostic(position: diagnostic.position, text: diagnostic.text)).inserted else { return }
        log.report(isUnused ? diagnostic.asWarning(nil) : diagnostic)
    }
}

/// The identity of a diagnostic.
private struct ReportedDiagnostic: Hashable {
    let position: Position
    let text: String
}

/// A part of the reader, which reads nodes and reports their errors.
protocol NodeReading {
    var diagnostics: DiagnosticReporter { get }
}

extension NodeReading {
    func report(_ diagnostic: Diagnostic) { diagnostics.report(diagnostic) }

    /// Reports an ambiguity: an error, or a warning with the choice made if reading is lenient.
    ///
    /// - Parameter isClear: Whether the author's intent is clear, so that the choice is always made.
    func report(_ diagnostic: Diagnostic, choosing choice: String, isClear: Bool = false) {
        report(isClear || diagnostics.isLenient ? diagnostic.asWarning(choice) : diagnostic)
    }
}

extension Diagnostic {
    fileprivate func asWarning(_ choice: String?) -> Diagnostic {
        let text = choice.map { self.text.hasSuffix("?") ? "\(self.text) (\($0))" : "\(self.text); \($0)" } ?? self.text
        return Diagnostic(.warning, text, at: position, notes: notes)
    }
}
