import AgreementJudge
import Foundation

/// A disagreement that is known and not yet mended: a line of `known.tsv`.
struct KnownDisagreement {
    let line: String
    let document: String
    let property: Property
    /// The schema's name, for an alternative of a union with its name behind a slash.
    let schema: String
    let reason: String

    func names(_ finding: Finding) -> Bool {
        property == finding.property && schema == finding.schema
    }

    private init?(line: String) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 4, !line.hasPrefix("#"), let property = Property(rawValue: fields[1]) else { return nil }
        self.line = line
        document = fields[0]
        self.property = property
        schema = fields[2]
        reason = fields[3]
    }

    static let all: [KnownDisagreement] = {
        let text = (try? String(contentsOfFile: package + "/Tests/AgreementTests/known.tsv", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { KnownDisagreement(line: String($0)) }
    }()
}
