import AgreementJudge
import ApigenCommand
import APIRuntime
import Foundation
import OpenAPI
import Testing
import Trial

/// Types, validator, docs and the author's own schemas give the same answer about every value.
struct AgreementTests {
    @Test(arguments: Specification.all)
    func typesAndValidatorAgreeWithTheAuthorsSchemas(_ specification: Specification) throws {
        let values = TrialValues(try specification.document(), seed: 1, count: 40)
        var judge = specification.judge(values)
        for line in values.lines {
            if let trial = AgreementJudge.Trial(line: line[...]) { try judge.judge(trial) }
        }
        #expect(specification.drivers.isEmpty || judge.tally.fitting > 0)
        specification.expect(only: Set(Property.allCases).subtracting([.carried, .shown]), judge.findings)
    }

    @Test(arguments: Specification.all.filter { !$0.exchanges.isEmpty })
    func clientAndServerCarryWhatTheAuthorsSchemasAccept(_ specification: Specification) async throws {
        let document = try specification.document()
        let judge = specification.judge(TrialValues(document, seed: 1, count: 0))
        let trials = TrialValues.bodies(document, seed: 1, count: 20).compactMap { AgreementJudge.Trial(line: $0[...]) }
        var findings: [Finding] = []
        for exchange in specification.exchanges {
            let own = trials.filter { $0.schema == exchange.operation }
            let status = document.operations.first { $0.label == exchange.operation }?.jsonResponse?.status
            findings += try await exchange.findings(own, status: status ?? 200, judge)
        }
        specification.expect(only: [.carried], findings)
    }

    @Test(arguments: Specification.all)
    func examplesOfTheDocsAreWhatTheAuthorsSchemasAccept(_ specification: Specification) throws {
        let judge = specification.judge(TrialValues(try specification.document(), seed: 1, count: 0))
        let folder = specification.path.contains("/Features/") ? "Features/" : ""
        let examples = shownExamples(in: "\(package)/Generated/Docs/\(folder)\(specification.namespace)").filter { example in
            example.directions.contains { judge.knows(example.schema, $0) }
        }
        let findings = examples.compactMap { example -> Finding? in
            guard let value = try? JSONValue(json: Array(example.json.utf8)) else { return example.finding("it is no JSON") }
            return example.directions.contains { judge.accepts(value, example.schema, $0) } ? nil : example.finding("it is refused")
        }
        specification.expect(only: [.shown], findings)
    }

    @Test func theDriversAreUpToDate() {
        for driver in goldenDrivers(package: package) {
            #expect(readFile(driver.path) == Array(driver.text.utf8), "renew it with: swift run update-generated")
        }
    }

    @Test func everyKnownDisagreementNamesADocumentAndAReason() {
        let paths = Set(Specification.all.map { $0.path })
        for known in KnownDisagreement.all { #expect(paths.contains(known.document) && !known.reason.isEmpty, "\(known.line)") }
    }
}
