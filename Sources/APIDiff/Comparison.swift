import APIModel
import Diagnostics

/// What differs between two versions of a document.
package struct DiffReport: Sendable {
    package var changes: [Change]
    /// The number of changes that were left out because there were too many.
    package let omitted: Int
    /// The versions of the API, as `info` has them.
    package let oldVersion: String
    package let newVersion: String
}

extension DiffReport {
    /// The report with what concerns some sides only.
    package func limited(to sides: Set<Side>) -> DiffReport {
        guard sides != Set(Side.allCases) else { return self }
        var report = self
        report.changes = changes.compactMap { change in
            change.verdict.limited(to: sides).map { change.with($0) }
        }
        return report
    }
}

/// What a comparison takes into account besides the documents.
package struct DiffOptions: Sendable {
    /// The current date as `YYYY-MM-DD`, which decides whether a sunset date has passed.
    package var today: String
    /// Whether generated enums have a case for values that the document does not list.
    package var hasOpenEnums = true

    package init(today: String) {
        self.today = today
    }
}

/// Returns what differs between two versions of a document, on the wire and in the generated Swift code.
package func difference(from old: Version, to new: Version, options: DiffOptions) -> DiffReport {
    var comparison = Comparison(old, new, options: options)
    comparison.compareWire()
    comparison.compareSwift()
    return DiffReport(
        changes: comparison.recorder.changes(operations: comparison.users), omitted: comparison.recorder.omitted,
        oldVersion: old.api.about.version, newVersion: new.api.about.version)
}

/// The state of one comparison.
struct Comparison {
    let old: API
    let new: API
    let options: DiffOptions
    let recorder: Recorder
    var schemas: SchemaComparison
    /// The names of the operations whose messages carry schemas.
    var users: [String] = []
    /// The functions of the operations that both documents have.
    var functionPairs: [(Endpoint, Endpoint)] = []
    /// The security schemes of the old document by the names that they have in the new one.
    var schemeNames: [String: String] = [:]

    init(_ old: Version, _ new: Version, options: DiffOptions) {
        self.old = old.api
        self.new = new.api
        self.options = options
        recorder = Recorder(old: old.log, new: new.log)
        schemas = SchemaComparison(old.api.schemas, new.api.schemas)
    }

    mutating func compareWire() {
        compareServers()
        compareSecuritySchemes()
        compareOperations()
        compareWebhooks()
        recordSchemas()
    }

    /// Records what differs in schemas, now that it is known which messages carry them.
    private mutating func recordSchemas() {
        let users = schemas.usersOfNodes()
        for (index, node) in schemas.nodes.enumerated() {
            for finding in node.findings {
                let directions = node.directions.intersection(finding.directions)
                // A difference in a value that no message carries is none.
                guard !directions.isEmpty else { continue }
                let location = finding.step.isEmpty ? node.location : node.location.appending(finding.step)
                recorder.add(
                    finding.rule, location.subject, at: location.parts, name: finding.name, old: finding.old,
                    new: finding.new, from: finding.oldPosition, to: finding.newPosition, in: directions, isShared: true,
                    users: users(index))
            }
        }
        if schemas.isStopped {
            recorder.add(.comparisonStopped, "document", from: old.about.position, to: new.about.position)
        }
    }
}
