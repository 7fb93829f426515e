/// A regular expression of ECMA-262 that is matched in linear time.
///
/// All states are followed side by side (Thompson's construction), so that no text makes it go back. What a lookahead or lookbehind finds
/// is worked out for every place of the text in one pass before.
struct Pattern: Sendable {
    private let program: PatternProgram

    /// - Throws: when the text is no regular expression, uses back references, or repeats too much.
    init(_ text: String, isStrict: Bool = false) throws(PatternError) {
        program = try PatternProgram(PatternParser.parse(text, isStrict: isStrict))
    }

    /// Whether the expression matches somewhere in a text.
    func matches(_ text: String) -> Bool {
        let scalars = text.unicodeScalars.map(\.value)
        var looks: [[Bool]] = []
        for look in program.looks {
            var simulation = PatternSimulation(scalars, looks: looks)
            looks.append(simulation.places(matching: look.code, sets: program.sets, isAhead: look.isAhead))
        }
        var simulation = PatternSimulation(scalars, looks: looks)
        return simulation.hasMatch(program.code, sets: program.sets)
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

/// Follows all states of a program through a text.
struct PatternSimulation {
    private let text: [UInt32]
    private let looks: [[Bool]]
    private var active: [Int] = []
    private var upcoming: [Int] = []
    /// The place at which each step was reached last, so that it is followed once a place.
    private var reached: [Int] = []
    private var pending: [Int] = []

    init(_ text: [UInt32], looks: [[Bool]]) {
        self.text = text
        self.looks = looks
    }

    mutating func hasMatch(_ code: [PatternInstruction], sets: [ScalarSet]) -> Bool {
        reached = Array(repeating: -1, count: code.count)
        for place in 0...text.count {
            if follow(0, in: code, at: place) { return true }
            guard place < text.count else { return false }
            if advance(over: text[place], to: place + 1, code, sets) { return true }
        }
        return false
    }

    /// For each place of the text whether a match begins there (of a reversed program) or ends there.
    mutating func places(matching code: [PatternInstruction], sets: [ScalarSet], isAhead: Bool) -> [Bool] {
        var places = Array(repeating: false, count: text.count + 1)
        reached = Array(repeating: -1, count: code.count)
        for step in 0...text.count {
            let place = isAhead ? text.count - step : step
            // What advancing reached is complete before the program starts anew here.
            if follow(0, in: code, at: place) { places[place] = true }
            guard step < text.count else { break }
            let scalar = text[isAhead ? place - 1 : place]
            let following = isAhead ? place - 1 : place + 1
            if advance(over: scalar, to: following, code, sets) { places[following] = true }
        }
        return places
    }

    /// Makes the states behind a scalar the active ones; true when one of them is a match.
    private mutating func advance(over scalar: UInt32, to place: Int, _ code: [PatternInstruction], _ sets: [ScalarSet]) -> Bool {
        swap(&active, &upcoming)
        active.removeAll(keepingCapacity: true)
        var isMatch = false
        for step in upcoming {
            if case .set(let set) = code[step], sets[set].contains(scalar), follow(step + 1, in: code, at: place) { isMatch = true }
        }
        return isMatch
    }

    /// Adds the states that can be reached without reading; true when one of them is a match.
    private mutating func follow(_ start: Int, in code: [PatternInstruction], at place: Int) -> Bool {
        var isMatch = false
        pending.append(start)
        while let step = pending.popLast() {
            guard reached[step] != place else { continue }
            reached[step] = place
            switch code[step] {
            case .set: active.append(step)
            case .position(let test): if holds(test, at: place) { pending.append(step + 1) }
            case .split(let one, let other):
                pending.append(one)
                pending.append(other)
            case .jump(let target): pending.append(target)
            case .match: isMatch = true
            }
        }
        return isMatch
    }

    private func holds(_ test: PositionTest, at place: Int) -> Bool {
        switch test {
        case .start: place == 0
        case .end: place == text.count
        case .wordBoundary: isWord(place - 1) != isWord(place)
        case .noWordBoundary: isWord(place - 1) == isWord(place)
        case .look(let index, let isNegated): looks[index][place] != isNegated
        }
    }

    private func isWord(_ index: Int) -> Bool {
        text.indices.contains(index) && ScalarSet.word.contains(text[index])
    }
}
