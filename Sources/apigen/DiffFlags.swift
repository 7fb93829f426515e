import APIDiff
import ApigenCommand
import ArgumentParser

/// The value of `--format` of `apigen diff`.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif, markdown, github

    func text(of report: DiffReport) -> String {
        switch self {
        case .text: report.text(isColored: isOutputColored())
        case .json: report.json()
        case .sarif: report.sarif(version: apigenVersion)
        case .markdown: report.markdown()
        case .github: report.github()
        }
    }
}

/// The value of `--fail-on`: which changes make the exit status 1.
enum FailingChanges: String, ExpressibleByArgument, CaseIterable {
    case breaking, risky, any

    func includes(_ change: Change) -> Bool {
        switch self {
        case .breaking: change.severity == .breaking
        case .risky: change.severity >= .risky
        case .any: true
        }
    }
}

/// The value of `--sides`: names of sides, separated by commas.
struct ReportedSides: ExpressibleByArgument, CustomStringConvertible {
    var sides = Set(Side.allCases)

    init() {}

    init?(argument: String) {
        sides = []
        for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
            guard let side = Side(rawValue: String(name)) else { return nil }
            sides.insert(side)
        }
    }

    var description: String { Side.allCases.filter { sides.contains($0) }.map(\.rawValue).joined(separator: ",") }
}
