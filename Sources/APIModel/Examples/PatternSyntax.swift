/// A part of a regular expression (ECMA-262, section 22.2).
indirect enum PatternNode: Sendable {
    case empty
    case set(ScalarSet)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    case repeated(PatternNode, minimum: Int, maximum: Int?)
    case start, end
    case wordBoundary(isNegated: Bool)
    case lookahead(PatternNode, isNegated: Bool)
}

/// Parses regular expressions of ECMA-262; fails for what examples are not made for, such as back references.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0

    private struct Unsupported: Error {}

    static func parse(_ text: String) -> PatternNode? {
        var parser = PatternParser(scalars: Array(text.unicodeScalars))
        guard let node = try? parser.alternatives(), parser.index == parser.scalars.count else { return nil }
        return node
    }

    private init(scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func skip(_ text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[index...].starts(with: wanted) else { return false }
        index += wanted.count
        return true
    }

    private mutating func take() throws(Unsupported) -> Unicode.Scalar {
        guard let scalar = next else { throw Unsupported() }
        index += 1
        return scalar
    }

    private mutating func alternatives() throws(Unsupported) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth < 50 else { throw Unsupported() }
        var list = [try sequence()]
        while skip("|") { list.append(try sequence()) }
        return list.count == 1 ? list[0] : .alternatives(list)
    }

    private mutating func sequence() throws(Unsupported) -> PatternNode {
        var parts: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            parts.append(try quantified(term()))
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func term() throws(Unsupported) -> PatternNode {
        let scalar = try take()
        switch scalar {
        case "^": return .start
        case "$": return .end
        case ".": return .set(.anyButLineEnd)
        case "(": return try group()
        case "[": return .set(try characterClass())
        case "\\":
            if skip("b") { return .wordBoundary(isNegated: false) }
            if skip("B") { return .wordBoundary(isNegated: true) }
            return .set(try escape())
        case "*", "+", "?": throw Unsupported()
        default: return .set(ScalarSet(scalar))
        }
    }

    private mutating func group() throws(Unsupported) -> PatternNode {
        let isLookahead = skip("?=")
        let isNegated = !isLookahead && skip("?!")
        if !isLookahead, !isNegated, !skip("?:"), next == "?" {
            // A name counts for nothing without back references; lookbehinds begin in the same way.
            guard skip("?<"), next != "=", next != "!" else { throw Unsupported() }
            while try take() != ">" {}
        }
        let content = try alternatives()
        guard skip(")") else { throw Unsupported() }
        return isLookahead || isNegated ? .lookahead(content, isNegated: isNegated) : content
    }

    private mutating func quantified(_ node: PatternNode) throws(Unsupported) -> PatternNode {
        let start = index
        var bounds: (minimum: Int, maximum: Int?)
        if skip("*") {
            bounds = (0, nil)
        } else if skip("+") {
            bounds = (1, nil)
        } else if skip("?") {
            bounds = (0, 1)
        } else {
            // Browsers take a brace that begins no count for itself.
            guard skip("{"), let counted = count() else {
                index = start
                return node
            }
            bounds = counted
        }
        _ = skip("?")
        if let maximum = bounds.maximum, maximum < bounds.minimum { throw Unsupported() }
        return .repeated(node, minimum: bounds.minimum, maximum: bounds.maximum)
    }

    /// The numbers of `{2,5}`, after its opening brace.
    private mutating func count() -> (minimum: Int, maximum: Int?)? {
        guard let minimum = number() else { return nil }
        if skip("}") { return (minimum, minimum) }
        guard skip(",") else { return nil }
        if skip("}") { return (minimum, nil) }
        guard let maximum = number(), skip("}") else { return nil }
        return (minimum, maximum)
    }

    private mutating func number() -> Int? {
        var digits = ""
        while let digit = next, "0"..."9" ~= digit {
            digits.unicodeScalars.append(digit)
            index += 1
        }
        return digits.isEmpty ? nil : Int(digits) ?? 1_000_000
    }
}

extension PatternParser {
    private mutating func escape() throws(Unsupported) -> ScalarSet {
        let scalar = try take()
        switch scalar {
        case "d": return .digits
        case "D": return ScalarSet.digits.inverted
        case "w": return .word
        case "W": return ScalarSet.word.inverted
        case "s": return .space
        case "S": return ScalarSet.space.inverted
        case "p": return try property()
        case "P": return try property().inverted
        case "t": return ScalarSet("\t")
        case "n": return ScalarSet("\n")
        case "v": return ScalarSet("\u{B}")
        case "f": return ScalarSet("\u{C}")
        case "r": return ScalarSet("\r")
        case "0": return ScalarSet("\0")
        case "c": return ScalarSet(try control())
        case "x": return ScalarSet(try hexadecimal(digits: 2))
        case "u": return ScalarSet(try skip("{") ? braced() : hexadecimal(digits: 4))
        case "1"..."9", "a"..."z", "A"..."Z": throw Unsupported()
        default: return ScalarSet(scalar)
        }
    }

    private mutating func property() throws(Unsupported) -> ScalarSet {
        guard skip("{") else { throw Unsupported() }
        var name = ""
        while let scalar = next, scalar != "}" {
            name.unicodeScalars.append(scalar)
            index += 1
        }
        guard skip("}"), let set = ScalarSet(property: name) else { throw Unsupported() }
        return set
    }

    private mutating func control() throws(Unsupported) -> Unicode.Scalar {
        guard let scalar = Unicode.Scalar(try take().value & 31) else { throw Unsupported() }
        return scalar
    }

    private mutating func hexadecimal(digits: Int) throws(Unsupported) -> Unicode.Scalar {
        var text = ""
        for _ in 0..<digits { text.unicodeScalars.append(try take()) }
        guard let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else { throw Unsupported() }
        return scalar
    }

    private mutating func braced() throws(Unsupported) -> Unicode.Scalar {
        var text = ""
        while let scalar = next, scalar != "}", text.utf8.count < 8 {
            text.unicodeScalars.append(scalar)
            index += 1
        }
        guard skip("}"), let value = UInt32(text, radix: 16), let scalar = Unicode.Scalar(value) else { throw Unsupported() }
        return scalar
    }

    private mutating func characterClass() throws(Unsupported) -> ScalarSet {
        let isNegated = skip("^")
        var set = ScalarSet(isNegated: isNegated)
        while !skip("]") {
            let low = try classMember()
            let isRange = next == "-" && index + 1 < scalars.count && scalars[index + 1] != "]"
            guard isRange, let first = low.onlyScalar else {
                set.items += low.item
                continue
            }
            index += 1
            let high = try classMember()
            guard let last = high.onlyScalar else {
                set.items += low.item + ScalarSet("-").item + high.item
                continue
            }
            guard first <= last else { throw Unsupported() }
            set.items.append(.range(first...last))
        }
        return set
    }

    private mutating func classMember() throws(Unsupported) -> ScalarSet {
        let scalar = try take()
        guard scalar == "\\" else { return ScalarSet(scalar) }
        return skip("b") ? ScalarSet("\u{8}") : try escape()
    }
}

extension ScalarSet {
    /// The only character of the set.
    fileprivate var onlyScalar: UInt32? {
        guard !isNegated, items.count == 1, case .range(let range) = items[0], range.count == 1 else { return nil }
        return range.lowerBound
    }
}
