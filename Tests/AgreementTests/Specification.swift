import AgreementJudge
import APIRuntime
import Foundation
import Generator
import OpenAPI
import Testing
import Trial

/// A document below `Specs/` with the generated code that is tried.
struct Specification: Sendable, CustomTestStringConvertible {
    /// The document's path below the package's folder.
    let path: String
    let namespace: String
    let drivers: [TypeDriver]
    /// The schemas that the generated code checks values against; nil where the types are enough.
    let validator: DocumentSchemas?

    var testDescription: String { path }

    /// Everything on which types, validator and the author's schemas disagree, and how often they agree.
    func judged() throws -> (findings: [Finding], tally: Tally) {
        guard let (document, _) = try readDocument(URL(filePath: "\(package)/\(path)")) else { return ([], Tally()) }
        let values = TrialValues(document, seed: 1, count: 40)
        let oracle = Dictionary(
            uniqueKeysWithValues: values.schemas.compactMap { direction, text in
                AgreementJudge.Direction(rawValue: direction.rawValue).map { ($0, text) }
            })
        var judge = Judge(drivers, oracle: oracle, validator: validator)
        for line in values.lines {
            if let trial = AgreementJudge.Trial(line: line[...]) { try judge.judge(trial) }
        }
        return (judge.findings, judge.tally)
    }
}

/// The package's folder.
let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
