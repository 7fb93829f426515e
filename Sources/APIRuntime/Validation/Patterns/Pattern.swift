/// A regular expression of ECMA-262 that is matched in linear time.
///
/// All states are followed side by side (Thompson's construction), so that no text makes it go back. What a lookahead or lookbehind finds
/// is worked out for every place of the text in one pass before.
struct Pattern: Sendable {
    let text: String
    private let program: PatternProgram

    /// - Throws: when the text is no regular expression, uses back references, or repeats too much.
    init(_ text: String, isStrict: Bool = false) throws(PatternError) {
        self.text = text
        program = try PatternProgram(PatternParser.parse(text, isStrict: isStrict))
    }

    /// A table for the expression; `nil` if making it takes more work than is left.
    func table(work: inout Int) -> PatternTable? {
        PatternTable(program, work: &work)
    }

    /// Returns whether the expression matches somewhere in a text, or `nil` if finding out takes more steps than are left.
    ///
    /// The time is linear in the length of the text, but also in the size of the pattern: `[a-z]{1,5000}X` has 5,000 states.
    func matches(_ text: String, steps: inout Int) -> Bool? {
        let scalars = text.unicodeScalars.map(\.value)
        var looks: [[Bool]] = []
        for look in program.looks {
            var simulation = PatternSimulation(scalars, looks: looks, program, steps: steps)
            guard let places = simulation.places(matching: look.code, isAhead: look.isAhead) else { return nil }
            looks.append(places)
            steps = simulation.steps
        }
        var simulation = PatternSimulation(scalars, looks: looks, program, steps: steps)
        let isMatch = simulation.hasMatch()
        steps = simulation.steps
        return isMatch
    }
}

/// A step of a compiled pattern.
enum PatternInstruction: Sendable {
    case set(Int)
    case position(PositionTest)
    case split(Int, Int)
    case jump(Int)
    case match
}

/// A pattern as steps, those of inner lookarounds first.
struct PatternProgram: Sendable {
    struct Look: Sendable {
        let code: [PatternInstruction]
        let isAhead: Bool
    }

    private static let maximumSize = 30_000

    private(set) var code: [PatternInstruction] = []
    private(set) var looks: [Look] = []
    private(set) var sets: [ScalarSet] = []
    /// The members of ``sets`` that are ASCII, one bit for each.
    private(set) var asciiSets: [(low: UInt64, high: UInt64)] = []
    /// How many parts were compiled, repetitions counted.
    private var work = 0

    init(_ node: PatternNode) throws(PatternError) {
        code = try compile(node, isReversed: false)
    }

    /// - Parameter isReversed: whether the text is read from its end, as lookaheads are.
    private mutating func compile(_ node: PatternNode, isReversed: Bool) throws(PatternError) -> [PatternInstruction] {
        var code: [PatternInstruction] = []
        try append(node, to: &code, isReversed)
        code.append(.match)
        return code
    }

    private mutating func append(_ node: PatternNode, to code: inout [PatternInstruction], _ isReversed: Bool) throws(PatternError)
    {
        work += 1
        guard work < Self.maximumSize else { throw PatternError("the pattern repeats too much") }
        switch node {
        case .empty: break
        case .set(let set):
            code.append(.set(sets.count))
            sets.append(set)
            asciiSets.append((set.bits(from: 0), set.bits(from: 64)))
        case .sequence(let parts):
            for part in isReversed ? parts.reversed() : parts {
                try append(part, to: &code, isReversed)
            }
        case .alternatives(let alternatives): try append(alternatives, to: &code, isReversed)
        case .repeated(let part, let minimum, let maximum):
            for _ in 0..<minimum { try append(part, to: &code, isReversed) }
            if let maximum {
                try appendOptional(part, times: maximum - minimum, to: &code, isReversed)
            } else {
                try appendLoop(part, to: &code, isReversed)
            }
        case .position(let test): code.append(.position(test))
        case .look(let part, let isAhead, let isNegated):
            let inner = try compile(part, isReversed: isAhead)
            looks.append(Look(code: inner, isAhead: isAhead))
            code.append(.position(.look(looks.count - 1, isNegated: isNegated)))
        }
    }

    private mutating func append(
        _ alternatives: [PatternNode], to code: inout [PatternInstruction], _ isReversed: Bool
    ) throws(PatternError) {
        var exits: [Int] = []
        for (index, alternative) in alternatives.enumerated() {
            let split = code.count
            if index < alternatives.count - 1 { code.append(.jump(0)) }
            try append(alternative, to: &code, isReversed)
            guard index < alternatives.count - 1 else { continue }
            exits.append(code.count)
            code.append(.jump(0))
            code[split] = .split(split + 1, code.count)
        }
        for exit in exits { code[exit] = .jump(code.count) }
    }

    private mutating func appendOptional(
        _ part: PatternNode, times: Int, to code: inout [PatternInstruction], _ isReversed: Bool
    ) throws(PatternError) {
        var splits: [Int] = []
        for _ in 0..<times {
            splits.append(code.count)
            code.append(.jump(0))
            try append(part, to: &code, isReversed)
        }
        for split in splits { code[split] = .split(split + 1, code.count) }
    }

    private mutating func appendLoop(
        _ part: PatternNode, to code: inout [PatternInstruction], _ isReversed: Bool
    ) throws(PatternError) {
        let split = code.count
        code.append(.jump(0))
        try append(part, to: &code, isReversed)
        code.append(.jump(split))
        code[split] = .split(split + 1, code.count)
    }
}
