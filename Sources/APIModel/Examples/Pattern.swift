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
        let isMatched = matching.hasMatch(root)
        return matching.isExhausted ? nil : isMatched
    }

    /// Returns a text that the expression matches; lookaheads and boundaries are not regarded.
    ///
    /// - Parameters:
    ///   - extra: How often what may be repeated is repeated beyond its minimum.
    ///   - choice: Different numbers give different texts, where there are several.
    func sample(extra: Int, choice: Int) -> String? {
        var sampling = PatternSampling(extra: extra, choice: choice)
        return sampling.append(root) ? String(String.UnicodeScalarView(sampling.text)) : nil
    }
}

/// Finds all ends of matches at once, so that no text takes exponential time. Positions are in ascending order.
private struct PatternMatching {
    let text: [Unicode.Scalar]
    private var work = 0
    private static let mostWork = 400_000

    init(_ text: String) {
        self.text = Array(text.unicodeScalars)
    }

    var isExhausted: Bool { work > Self.mostWork }

    mutating func hasMatch(_ root: PatternNode) -> Bool {
        let isAnchored =
            switch root {
            case .start: true
            case .sequence(let parts): if case .start? = parts.first { true } else { false }
            default: false
            }
        return !ends(of: root, from: isAnchored ? [0] : Array(0...text.count)).isEmpty
    }

    /// Returns the positions at which a match of the node can end that begins at one of the given positions.
    private mutating func ends(of node: PatternNode, from starts: [Int]) -> [Int] {
        work += 1 + starts.count
        guard !isExhausted, !starts.isEmpty else { return [] }
        switch node {
        case .empty: return starts
        case .set(let set): return starts.compactMap { $0 < text.count && set.contains(text[$0]) ? $0 + 1 : nil }
        case .sequence(let parts): return parts.reduce(starts) { ends(of: $1, from: $0) }
        case .alternatives(let list): return list.reduce([]) { union($0, ends(of: $1, from: starts)) }
        case .repeated(.set(let set), let minimum, let maximum): return runs(of: set, minimum, maximum, from: starts)
        case .repeated(let part, let minimum, let maximum): return ends(of: part, minimum, maximum, from: starts)
        case .start: return starts.first == 0 ? [0] : []
        case .end: return starts.last == text.count ? [text.count] : []
        case .wordBoundary(let isNegated): return starts.filter { (isWord($0 - 1) != isWord($0)) != isNegated }
        case .lookahead(let part, let isNegated):
            var found: [Int] = []
            for start in starts where ends(of: part, from: [start]).isEmpty == isNegated { found.append(start) }
            return found
        }
    }

    private mutating func runs(of set: ScalarSet, _ minimum: Int, _ maximum: Int?, from starts: [Int]) -> [Int] {
        var found: [Int] = []
        var lastEnd = 0
        for start in starts {
            // Without a maximum, a run that begins inside of another one ends nowhere else.
            if maximum == nil, start < lastEnd { continue }
            var end = start
            while end < text.count, end - start < maximum ?? Int.max, set.contains(text[end]) { end += 1 }
            work += end - start
            guard !isExhausted else { return [] }
            lastEnd = end
            if end - start >= minimum { found = union(found, Array(start + minimum...end)) }
        }
        return found
    }

    private mutating func ends(of part: PatternNode, _ minimum: Int, _ maximum: Int?, from starts: [Int]) -> [Int] {
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
            let known = Set(all)
            current = ends(of: part, from: current).filter { !known.contains($0) }
            if current.isEmpty { break }
            all = union(all, current)
            count += 1
        }
        return all
    }

    private func isWord(_ index: Int) -> Bool {
        text.indices.contains(index) && ScalarSet.word.contains(text[index])
    }
}

/// Merges positions in ascending order.
private func union(_ one: [Int], _ other: [Int]) -> [Int] {
    if one.isEmpty { return other }
    guard let first = other.first, let last = one.last else { return one }
    if last < first { return one + other }
    return Set(one).union(other).sorted()
}

/// Writes a text that a pattern matches.
private struct PatternSampling {
    let extra: Int
    let choice: Int
    private(set) var text: [Unicode.Scalar] = []
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
            let before = text.count
            for index in list.indices {
                if append(list[(index + choice) % list.count]) { return true }
                text.removeLast(text.count - before)
            }
            return false
        case .repeated(let part, let minimum, let maximum):
            let count = min(maximum ?? Int.max, minimum + extra)
            for _ in 0..<max(minimum, min(count, Self.longest)) where !append(part) { return false }
            return true
        }
    }
}
