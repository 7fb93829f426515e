import AgreementJudge
import ApigenCommand
import APIRuntime
import Foundation
import OpenAPI
import Testing
import Trial

/// A document below `Specs/` with the generated code that is tried.
struct Specification: Sendable, CustomTestStringConvertible {
    /// The document's path below the package's folder.
    let path: String
    let namespace: String
    let drivers: [TypeDriver]
    let exchanges: [Exchange]
    /// The schemas that the generated code checks values against; nil where the types are enough.
    let validator: DocumentSchemas?

    var testDescription: String { path }

    /// The document as it was read, which the values are made for.
    func document() throws -> OpenAPIDocument {
        try #require(try readDocument(URL(filePath: "\(package)/\(path)"))).0
    }

    /// A judge who knows the author's schemas.
    func judge(_ values: TrialValues) -> Judge {
        let oracle = values.schemas.compactMap { direction, text in
            AgreementJudge.Direction(rawValue: direction.rawValue).map { ($0, text) }
        }
        return Judge(drivers, oracle: Dictionary(uniqueKeysWithValues: oracle), validator: validator)
    }

    /// Reports what is not known to disagree, and what is and does not any more.
    func expect(only properties: Set<Property>, _ findings: [Finding]) {
        let known = KnownDisagreement.all.filter { $0.document == path && properties.contains($0.property) }
        let unknown = findings.filter { finding in !known.contains { $0.names(finding) } }
        for (place, findings) in Dictionary(grouping: unknown, by: \.place).sorted(by: { $0.key < $1.key }) {
            Issue.record("\(place), \(findings.count) values, such as \(findings[0].json): \(findings[0].outcome)")
        }
        for known in known where !findings.contains(where: known.names) {
            Issue.record("this is no longer so, remove it from known.tsv: \(known.line)")
        }
    }
}

/// The package's folder.
let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
