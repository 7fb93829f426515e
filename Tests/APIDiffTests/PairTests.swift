import APIDiff
import Testing

@Suite struct PairTests {
    @Test(arguments: Pair.all) func documentsHaveTheirReport(_ pair: Pair) throws {
        let report = try report(from: pair.old, to: pair.new)
        var lines: [String] = []
        for change in report.changes where pair.isIncluded(change.rule.id) && !lines.contains(change.line) {
            lines.append(change.line)
        }
        #expect(lines.sorted() == pair.expected.sorted())
    }

    @Test func everyRuleHasAPair() {
        let known = Set(Rule.all.map(\.id))
        let reported = Set(Pair.all.flatMap(\.expected).compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) })
        // It takes documents of a size that is no data for tests.
        #expect(known.subtracting(reported).subtracting(["comparison-stopped", "swift-closed-case-added"]) == [])
        #expect(reported.subtracting(known) == [])
        #expect(Pair.all.count > 250)
    }

    @Test func identifiersOfRulesAreUnique() {
        #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
    }

    @Test func everyRuleThatBreaksHasAdvice() {
        let silent = Rule.all.filter { max($0.sent.severity, $0.received.severity) > .compatible && $0.advice.isEmpty }
        #expect(silent.map(\.id) == [])
    }

    /// What a schema forbids in requests it must not forbid in responses, and the other way round.
    @Test(arguments: Pair.all.filter { $0.name.hasSuffix(" sent") && $0.name.contains("/bounds/") })
    func boundsMatterInOneDirection(_ pair: Pair) throws {
        let sent = Set(pair.expected.map { $0.hasPrefix("breaking") })
        let name = pair.name.replacing(" sent", with: " received")
        let received = Set(Pair.all.first { $0.name == name }?.expected.map { $0.hasPrefix("breaking") } ?? [])
        if pair.expected.contains(where: { $0.contains("-changed") }) { return }
        #expect(sent.isDisjoint(with: received))
    }
}

extension Change {
    /// The change without its sentence and places.
    var line: String {
        let sides = verdict.sides.map(\.rawValue).joined(separator: " ")
        return "\(severity.rawValue) \(rule.id)" + (sides.isEmpty ? "" : " (\(sides))")
    }
}
