import AgreementJudge
import Foundation
import Generator
import Testing
import Trial

/// Types, validator, docs and the author's own schemas give the same answer about every value.
struct AgreementTests {
    @Test(arguments: Specification.all)
    func typesAndValidatorAgreeWithTheAuthorsSchemas(_ specification: Specification) throws {
        let (findings, tally) = try specification.judged()
        #expect(specification.drivers.isEmpty || tally.fitting > 0)
        let known = KnownDisagreement.all.filter { $0.document == specification.path }
        let unknown = findings.filter { finding in !known.contains { $0.names(finding) } }
        #expect(unknown.isEmpty, "\(unknown.prefix(20).map { $0.description }.joined(separator: "\n"))")
        let mended = known.filter { known in !findings.contains(where: known.names) }
        #expect(mended.isEmpty, "no longer so, remove it from known.tsv: \(mended.map(\.line))")
    }

    @Test func theDriversAreUpToDate() {
        for driver in goldenDrivers(package: package) {
            #expect(readFile(driver.path) == Array(driver.text.utf8), "renew it with: swift run update-generated")
        }
    }

    @Test func everyKnownDisagreementNamesADocumentAndAReason() {
        let paths = Set(Specification.all.map(\.path))
        for known in KnownDisagreement.all { #expect(paths.contains(known.document) && !known.reason.isEmpty, "\(known.line)") }
    }
}
