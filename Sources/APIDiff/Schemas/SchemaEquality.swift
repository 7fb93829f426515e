import APIModel

/// Decides whether schemas of two documents allow the same values.
final class SchemaEquality {
    private let old: SchemaGraph
    private let new: SchemaGraph
    private var known: [SchemaPair: Bool] = [:]
    /// The work that may still be done, so that hostile documents do not take forever.
    private var budget = 2_000_000
    private var depth = 0

    init(_ old: SchemaGraph, _ new: SchemaGraph) {
        self.old = old
        self.new = new
    }

    /// Returns whether no rule finds a difference between two schemas or inside them.
    ///
    /// Schemas that contain themselves are the same unless something shows that they are not.
    func areSame(_ pair: SchemaPair) -> Bool {
        let start = target(pair)
        if let result = known[start] { return result }
        guard depth < 8 else { return true }
        depth += 1
        defer { depth -= 1 }
        var seen: Set<SchemaPair> = [start]
        var open = [start]
        while let next = open.popLast() {
            guard budget >= 0 else { return false }
            if known[next] == true { continue }
            let comparison = PairComparison(next, old, new) { areSame($0) }
            budget -= comparison.size
            guard known[next] != false, comparison.findings.isEmpty else {
                known[start] = false
                return false
            }
            for child in comparison.children where seen.insert(target(child.pair)).inserted { open.append(target(child.pair)) }
        }
        if depth == 1 { for pair in seen { known[pair] = true } }
        return true
    }

    private func target(_ pair: SchemaPair) -> SchemaPair {
        SchemaPair(old: old.target(of: pair.old), new: new.target(of: pair.new))
    }
}
