/// What a change means for those who use an API.
package enum Severity: String, CaseIterable, Comparable, Sendable {
    /// Nothing that worked stops working.
    case compatible
    /// Whether something stops working depends on what callers do or how they are written.
    case risky
    /// Something that worked before fails.
    case breaking

    package static func < (one: Severity, other: Severity) -> Bool {
        one.rank < other.rank
    }

    private var rank: Int {
        switch self {
        case .compatible: 0
        case .risky: 1
        case .breaking: 2
        }
    }
}

/// Whose code or data a change affects.
package enum Side: String, CaseIterable, Sendable {
    /// Those who send requests and read responses, and those who receive webhooks.
    case callers
    /// Those who implement the API.
    case servers
    /// Swift code that uses the generated types and functions.
    case source
    /// JSON that generated types have written and will read again, such as in a database.
    case storage
}

extension Side {
    /// The side in the text of reports.
    package var title: String {
        switch self {
        case .callers: "callers"
        case .servers: "servers"
        case .source: "Swift source"
        case .storage: "stored JSON"
        }
    }
}

/// What a change means for each side that it affects.
package struct Verdict: Hashable, Sendable {
    private var severities: [Side: Severity]

    package init(_ severities: [Side: Severity] = [:]) {
        self.severities = severities
    }

    /// The severity for the side that is affected most.
    package var severity: Severity { severities.values.max() ?? .compatible }

    /// The affected sides.
    package var sides: [Side] { Side.allCases.filter { severities[$0] != nil } }

    package subscript(side: Side) -> Severity? { severities[side] }

    /// The verdict about some sides only; `nil` where the change affects others only.
    package func limited(to sides: Set<Side>) -> Verdict? {
        let kept = severities.filter { sides.contains($0.key) }
        return kept.isEmpty && !severities.isEmpty ? nil : Verdict(kept)
    }

    /// The verdict about a change that has both of two effects.
    package func united(with other: Verdict) -> Verdict {
        Verdict(severities.merging(other.severities) { max($0, $1) })
    }
}

extension Verdict {
    package static let compatible = Verdict()
    package static let breaksCallers = Verdict([.callers: .breaking])
    package static let risksCallers = Verdict([.callers: .risky])
    package static let changesServers = Verdict([.servers: .compatible])
    package static let changesSource = Verdict([.source: .compatible])
    package static let breaksSource = Verdict([.source: .breaking])
    package static let risksSource = Verdict([.source: .risky])
    /// Callers send or read the same as before; values that were written before may no longer be valid.
    package static let risksStorage = Verdict([.servers: .compatible, .storage: .risky])
    package static let breaksCallersAndStorage = Verdict([.callers: .breaking, .storage: .breaking])
    package static let breaksCallersRisksStorage = Verdict([.callers: .breaking, .storage: .risky])
}
