/// One segment of a path template: literal text and parameters, as in `report-{id}.{format}`.
struct SegmentPattern: Equatable {
    /// The literal text before each parameter and after the last one; one more than there are names.
    let literals: [String]
    let names: [String]

    init(_ segment: Substring) {
        var literals: [String] = []
        var names: [String] = []
        var rest = segment
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            literals.append(String(rest[..<open]))
            names.append(String(rest[rest.index(after: open)..<close]))
            rest = rest[rest.index(after: close)...]
        }
        literals.append(String(rest))
        self.literals = literals
        self.names = names
    }

    /// Whether the segment is one parameter and nothing else.
    var isWhole: Bool {
        literals == ["", ""]
    }

    /// The text of each parameter, still escaped; each takes as little as possible, the last one all that is left.
    func match(_ segment: Substring) -> [Substring]? {
        guard let first = literals.first, let last = literals.last, segment.hasPrefix(first) else { return nil }
        var rest = segment.dropFirst(first.count)
        var texts: [Substring] = []
        for literal in literals.dropFirst().dropLast() {
            guard let end = Self.firstRange(of: literal, in: rest) else { return nil }
            texts.append(rest[..<end.lowerBound])
            rest = rest[end.upperBound...]
        }
        guard rest.count > last.count, rest.hasSuffix(last) else { return nil }
        texts.append(rest.dropLast(last.count))
        return texts
    }

    /// Where `literal` stands first after at least one character.
    private static func firstRange(of literal: String, in text: Substring) -> Range<Substring.Index>? {
        guard !text.isEmpty else { return nil }
        var start = text.index(after: text.startIndex)
        while start <= text.endIndex {
            if text[start...].hasPrefix(literal) { return start..<text.index(start, offsetBy: literal.count) }
            guard start < text.endIndex else { return nil }
            start = text.index(after: start)
        }
        return nil
    }
}
