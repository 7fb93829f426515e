package import APIDiff
import APIModel
package import Diagnostics
import Generator

/// An older version of the document that each run compares with.
package struct Baseline {
    package let version: Version
    /// What a change that breaks something is.
    package let severity: Diagnostic.Severity

    package init(_ version: Version, severity: Diagnostic.Severity) {
        self.version = version
        self.severity = severity
    }
}

/// What a configuration makes of changes that break something.
package enum BreakingChanges: String, CaseIterable, Sendable {
    case ignore, warn, error

    /// The severity of the diagnostics; nil where there are none.
    package var severity: Diagnostic.Severity? {
        switch self {
        case .ignore: nil
        case .warn: .warning
        case .error: .error
        }
    }
}

/// Reports what has changed since the baseline and breaks callers, Swift source or stored JSON.
func report(
    breakingChangesOf api: API, since baseline: Baseline, options: GenerationOptions, log: inout DiagnosticLog
) {
    var settings = DiffOptions(today: currentDate())
    settings.hasOpenEnums = options.printing.swift.hasOpenEnums
    let report = difference(from: baseline.version, to: Version(api, log: log), options: settings)
    for change in report.changes where change.severity == .breaking {
        log.report(.breaks(change, in: api, severity: baseline.severity))
    }
}

extension Diagnostic {
    fileprivate static func breaks(_ change: Change, in api: API, severity: Severity) -> Diagnostic {
        let sides = change.verdict.sides.filter { change.verdict[$0] == .breaking }.map(\.title).joined(separator: " and ")
        let sentence = change.sentence.plain.hasSuffix(".") ? String(change.sentence.plain.dropLast()) : change.sentence.plain
        return Diagnostic(
            severity, "breaking change for \(sides) in '\(change.subject)': \(sentence) [\(change.rule.id)]",
            at: change.new?.position ?? api.about.position)
    }
}
