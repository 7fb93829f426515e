/// Parses a regular expression of ECMA-262, section 22.2.1, as the `u` flag wants it.
struct PatternParser {
    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var depth = 0
    /// Whether escapes without a meaning are errors, rather than the character itself as browsers take them.
    private let isStrict: Bool
    /// Whether no more than an error is wanted, so that nothing is kept of the pattern.
    private let isOnlyChecked: Bool

    private static let maximumDepth = 100

    private init(_ text: String, isStrict: Bool, isOnlyChecked: Bool = false) {
        scalars = Array(text.unicodeScalars)
        self.isStrict = isStrict
        self.isOnlyChecked = isOnlyChecked
    }

    static func parse(_ text: String, isStrict: Bool = false) throws(PatternError) -> PatternNode {
        var parser = PatternParser(text, isStrict: isStrict)
        return try parser.whole()
    }

    /// Checks the text of a pattern that somebody sent.
    static func check(_ text: String) throws(PatternError) {
        var parser = PatternParser(text, isStrict: true, isOnlyChecked: true)
        _ = try parser.whole()
    }

    private mutating func whole() throws(PatternError) -> PatternNode {
        let node = try alternatives()
        guard index == scalars.count else { throw PatternError("unexpected ')' in the pattern") }
        return node
    }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func skip(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        index += 1
        return true
    }

    private mutating func skip(all text: String) -> Bool {
        let wanted = Array(text.unicodeScalars)
        guard scalars[index...].starts(with: wanted) else { return false }
        index += wanted.count
        return true
    }

    private mutating func take() throws(PatternError) -> Unicode.Scalar {
        guard let scalar = next else { throw PatternError("the pattern ends too early") }
        index += 1
        return scalar
    }

    // MARK: Structure

    private mutating func alternatives() throws(PatternError) -> PatternNode {
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.maximumDepth else { throw PatternError("the pattern is nested too deeply") }
        var alternatives = [try sequence()]
        while skip("|") {
            let alternative = try sequence()
            if !isOnlyChecked { alternatives.append(alternative) }
        }
        return alternatives.count == 1 ? alternatives[0] : .alternatives(alternatives)
    }

    private mutating func sequence() throws(PatternError) -> PatternNode {
        var parts: [PatternNode] = []
        while let scalar = next, scalar != "|", scalar != ")" {
            let part = try quantified(term())
            if !isOnlyChecked { parts.append(part) }
        }
        return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func term() throws(PatternError) -> PatternNode {
        let scalar = try take()
        switch scalar {
        case "^": return .position(.start)
        case "$": return .position(.end)
        case ".": return .set(.anyButLineEnd)
        case "(": return try group()
        case "[": return .set(try characterClass())
        case "\\": return try escape()
        case "*", "+", "?": throw PatternError("nothing to repeat before '\(scalar)'")
        case "{", "}", "]":
            if isStrict { throw PatternError("unexpected '\(scalar)' in the pattern") }
            return set(of: scalar)
        default: return set(of: scalar)
        }
    }

    private func set(of scalar: Unicode.Scalar) -> PatternNode {
        isOnlyChecked ? .empty : .set(ScalarSet(scalar.value))
    }

    private mutating func group() throws(PatternError) -> PatternNode {
        var look: (isAhead: Bool, isNegated: Bool)?
        if skip(all: "?:") {
        } else if skip(all: "?=") {
            look = (true, false)
        } else if skip(all: "?!") {
            look = (true, true)
        } else if skip(all: "?<=") {
            look = (false, false)
        } else if skip(all: "?<!") {
            look = (false, true)
        } else if skip(all: "?<") {
            while try take() != ">" {}
        } else if next == "?" {
            throw PatternError("an unknown kind of group in the pattern")
        }
        let content = try alternatives()
        guard skip(")") else { throw PatternError("a group of the pattern has no end") }
        return look.map { .look(content, isAhead: $0.isAhead, isNegated: $0.isNegated) } ?? content
    }

    private mutating func quantified(_ node: PatternNode) throws(PatternError) -> PatternNode {
        let bounds: (minimum: Int, maximum: Int?)
        switch next {
        case "*": bounds = (0, nil)
        case "+": bounds = (1, nil)
        case "?": bounds = (0, 1)
        case "{":
            let start = index
            index += 1
            guard let counted = countedBounds() else {
                if isStrict { throw PatternError("a count of the pattern is malformed") }
                index = start
                return node
            }
            bounds = counted
            index -= 1
        default: return node
        }
        index += 1
        _ = skip("?")
        if let maximum = bounds.maximum, maximum < bounds.minimum { throw PatternError("the numbers of a count are out of order") }
        return .repeated(node, minimum: bounds.minimum, maximum: bounds.maximum)
    }

    /// The numbers of `{2,5}`, behind its opening brace.
    private mutating func countedBounds() -> (minimum: Int, maximum: Int?)? {
        guard let minimum = number() else { return nil }
        if skip("}") { return (minimum, minimum) }
        guard skip(",") else { return nil }
        if skip("}") { return (minimum, nil) }
        guard let maximum = number(), skip("}") else { return nil }
        return (minimum, maximum)
    }

    private mutating func number() -> Int? {
        var value: Int?
        while let digit = next.flatMap({ "0"..."9" ~= $0 ? Int($0.value - 48) : nil }) {
            value = min((value ?? 0) * 10 + digit, 1_000_000)
            index += 1
        }
        return value
    }

    // MARK: Escapes

    private mutating func escape() throws(PatternError) -> PatternNode {
        switch next {
        case "b":
            index += 1
            return .position(.wordBoundary)
        case "B":
            index += 1
            return .position(.noWordBoundary)
        case "k", "1", "2", "3", "4", "5", "6", "7", "8", "9": throw PatternError("back references are not supported")
        default: return .set(try escapedSet())
        }
    }

    private mutating func escapedSet() throws(PatternError) -> ScalarSet {
        let scalar = try take()
        switch scalar {
        case "d": return .digits
        case "D": return ScalarSet(ScalarSet.digits.ranges, isNegated: true)
        case "w": return .word
        case "W": return ScalarSet(ScalarSet.word.ranges, isNegated: true)
        case "s": return .space
        case "S": return ScalarSet(ScalarSet.space.ranges, isNegated: true)
        case "p": return ScalarSet(try property())
        case "P": return ScalarSet(try property().inverted)
        default: return ScalarSet(try escapedScalar(scalar))
        }
    }

    private mutating func escapedScalar(_ scalar: Unicode.Scalar) throws(PatternError) -> UInt32 {
        switch scalar {
        case "t": return 9
        case "n": return 10
        case "v": return 11
        case "f": return 12
        case "r": return 13
        case "0": return 0
        case "c": return try take().value & 31
        case "x": return try hexadecimal(digits: 2)
        case "u": return try codePoint()
        default:
            let isSyntax = "^$\\.*+?()[]{}|/-".unicodeScalars.contains(scalar)
            if isStrict, !isSyntax { throw PatternError("'\\\(scalar)' has no meaning in a pattern") }
            if "a"..."z" ~= scalar || "A"..."Z" ~= scalar { throw PatternError("'\\\(scalar)' has no meaning in a pattern") }
            return scalar.value
        }
    }

    private mutating func property() throws(PatternError) -> UnicodeProperty {
        guard skip("{") else { throw PatternError("'\\p' needs a property in braces") }
        var name = ""
        while let scalar = next, scalar != "}" {
            name.unicodeScalars.append(scalar)
            index += 1
        }
        guard skip("}"), let property = UnicodeProperty(name) else { throw PatternError("the property '\(name)' is not supported") }
        return property
    }

    private mutating func hexadecimal(digits: Int) throws(PatternError) -> UInt32 {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = hexadecimalDigit(UInt8(truncatingIfNeeded: min(try take().value, 255))) else {
                throw PatternError("a hexadecimal digit is missing in the pattern")
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    private mutating func codePoint() throws(PatternError) -> UInt32 {
        guard !skip("{") else {
            var value: UInt32 = 0
            while !skip("}") {
                value = value << 4 | (try hexadecimal(digits: 1))
                guard value <= 0x10FFFF else { throw PatternError("a code point of the pattern is too large") }
            }
            return value
        }
        let unit = try hexadecimal(digits: 4)
        guard unit & 0xFC00 == 0xD800, skip(all: "\\u") else { return unit }
        let second = try hexadecimal(digits: 4)
        guard second & 0xFC00 == 0xDC00 else { throw PatternError("half of a surrogate pair in the pattern") }
        return 0x10000 + (unit & 0x3FF) << 10 + second & 0x3FF
    }

    // MARK: Classes

    private mutating func characterClass() throws(PatternError) -> ScalarSet {
        var set = ScalarSet()
        let isNegated: Bool = skip("^")
        while !skip("]") {
            let low = try classMember()
            if let first = low.single, next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" {
                index += 1
                let high = try classMember()
                guard let last = high.single else {
                    if isStrict { throw PatternError("a range of the pattern has no end") }
                    set.insert(first...first)
                    set.insert(0x2D...0x2D)
                    set.formUnion(high.set)
                    continue
                }
                guard first <= last else { throw PatternError("a range of the pattern is out of order") }
                set.insert(first...last)
            } else {
                set.formUnion(low.set)
            }
            if isOnlyChecked { set = ScalarSet() }
        }
        set.isNegated = isNegated
        return set
    }

    private mutating func classMember() throws(PatternError) -> (set: ScalarSet, single: UInt32?) {
        let scalar = try take()
        guard scalar == "\\" else { return (ScalarSet(scalar.value), scalar.value) }
        if skip("b") { return (ScalarSet(8), 8) }
        let set = try escapedSet()
        let range = set.ranges.count == 1 && !set.isNegated ? set.ranges[0] : nil
        return (set, range.flatMap { $0.count == 1 ? $0.lowerBound : nil })
    }
}
