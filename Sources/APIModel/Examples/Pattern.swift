/// A regular expression that strings are matched against, and for which samples are made.
struct Pattern: Sendable {
    private let root: PatternNode

    /// Creates a pattern, or returns `nil` where examples are not made for it.
    init?(_ text: String) {
        guard let root = PatternParser.parse(text) else { return nil }
        self.root = root
    }

    /// Returns whether the expression matches somewhere in a text; `nil` where that would take too long to find out.
    func matches(_ text: String) -> Bool? {
        var matching = PatternMatching(text)
        let isMatched = !matching.ends(of: root, from: Set(0...matching.text.count)).isEmpty
        return matching.isExhausted ? nil : isMatched
    }

    /// Returns a text that the expression matches; lookaheads and boundaries are not regarded.
    ///
    /// - Parameters:
    ///   - extra: How often what may be repeated is repeated beyond its minimum.
    ///   - choice: Different numbers give different texts, where there are several.
    func sample(extra: Int, choice: Int) -> String? {
        var sampling = PatternSampling(extra: extra, choice: choice)
        return sampling.append(root) ? String(sampling.text) : nil
    }
}

/// Finds all ends of matches at once, so that no text takes exponential time.
private struct PatternMatching {
    let text: [Unicode.Scalar]
    private var work = 0
    private static let mostWork = 400_000

    init(_ text: String) {
        self.text = Array(text.unicodeScalars)
    }

    var isExhausted: Bool { work > Self.mostWork }

    /// Returns the positions at which a match of the node can end that begins at one of the given positions.
    mutating func ends(of node: PatternNode, from starts: Set<Int>) -> Set<Int> {
        work += 1 + starts.count
        guard !isExhausted, !starts.isEmpty else { return [] }
        switch node {
        case .empty: return starts
        case .set(let set): return Set(starts.filter { $0 < text.count && set.contains(text[$0]) }.map { $0 + 1 })
        case .sequence(let parts): return parts.reduce(starts) { ends(of: $1, from: $0) }
        case .alternatives(let list): return list.reduce(into: []) { $0.formUnion(ends(of: $1, from: starts)) }
        case .repeated(let part, let minimum, let maximum): return ends(of: part, minimum, maximum, from: starts)
        case .start: return starts.filter { $0 == 0 }
        case .end: return starts.filter { $0 == text.count }
        case .wordBoundary(let isNegated): return starts.filter { (isWord($0 - 1) != isWord($0)) != isNegated }
        case .lookahead(let part, let isNegated):
            var found: Set<Int> = []
            for start in starts where ends(of: part, from: [start]).isEmpty == isNegated { found.insert(start) }
            return found
        }
    }

    private mutating func ends(of part: PatternNode, _ minimum: Int, _ maximum: Int?, from starts: Set<Int>) -> Set<Int> {
        var current = starts
        var count = 0
        while count < minimum, !current.isEmpty, !isExhausted {
            let next = ends(of: part, from: current)
            // A part that matches the empty text can be repeated as often as wanted.
            if next == current { break }
            current = next
            count += 1
        }
        var all = current
        while count < maximum ?? Int.max, !isExhausted {
            current = ends(of: part, from: current).subtracting(all)
            if current.isEmpty { break }
            all.formUnion(current)
            count += 1
        }
        return all
    }

    private func isWord(_ index: Int) -> Bool {
        text.indices.contains(index) && ScalarSet.word.contains(text[index])
    }
}

/// Writes a text that a pattern matches.
private struct PatternSampling {
    let extra: Int
    let choice: Int
    var text = String.UnicodeScalarView()
    private var work = 0
    private static let longest = 2_000
    private static let mostWork = 20_000

    init(extra: Int, choice: Int) {
        self.extra = extra
        self.choice = choice
    }

    /// Returns false where a set is empty or the text would be too long.
    mutating func append(_ node: PatternNode) -> Bool {
        work += 1
        guard work < Self.mostWork else { return false }
        switch node {
        case .empty, .start, .end, .wordBoundary, .lookahead: return true
        case .set(let set):
            guard text.count < Self.longest, let scalar = set.sample(text.count + choice) else { return false }
            text.append(scalar)
            return true
        case .sequence(let parts):
            for part in parts where !append(part) { return false }
            return true
        case .alternatives(let list):
            let before = text
            for index in list.indices {
                if append(list[(index + choice) % list.count]) { return true }
                text = before
            }
            return false
        case .repeated(let part, let minimum, let maximum):
            let count = min(maximum ?? Int.max, minimum + extra)
            for _ in 0..<max(minimum, min(count, Self.longest)) where !append(part) { return false }
            return true
        }
    }
}
