/// Follows all states of a program through a text.
struct PatternSimulation {
    private let text: [UInt32]
    private let looks: [[Bool]]
    private let program: PatternProgram
    /// How many steps may still be taken; negative when there were too few.
    private(set) var steps: Int
    private var active: [Int] = []
    private var upcoming: [Int] = []
    /// The place at which each step was reached last, so that it is followed once a place.
    private var reached: [Int] = []
    private var pending: [Int] = []

    init(_ text: [UInt32], looks: [[Bool]], _ program: PatternProgram, steps: Int) {
        self.text = text
        self.looks = looks
        self.program = program
        self.steps = steps
    }

    /// Returns whether the program matches somewhere, or `nil` if there are too few steps.
    mutating func hasMatch() -> Bool? {
        reached = Array(repeating: -1, count: program.code.count)
        for place in 0...text.count {
            if follow(0, in: program.code, at: place) { return true }
            guard place < text.count else { return false }
            if advance(over: text[place], to: place + 1, program.code) { return true }
            guard steps >= 0 else { return nil }
        }
        return false
    }

    /// For each place of the text whether a match begins there (of a reversed program) or ends there; `nil` if there are too few steps.
    mutating func places(matching code: [PatternInstruction], isAhead: Bool) -> [Bool]? {
        var places = Array(repeating: false, count: text.count + 1)
        reached = Array(repeating: -1, count: code.count)
        for step in 0...text.count {
            let place = isAhead ? text.count - step : step
            // What advancing reached is complete before the program starts anew here.
            if follow(0, in: code, at: place) { places[place] = true }
            guard step < text.count else { break }
            let scalar = text[isAhead ? place - 1 : place]
            let following = isAhead ? place - 1 : place + 1
            if advance(over: scalar, to: following, code) { places[following] = true }
            guard steps >= 0 else { return nil }
        }
        return places
    }

    /// Makes the states behind a scalar the active ones; true when one of them is a match.
    private mutating func advance(over scalar: UInt32, to place: Int, _ code: [PatternInstruction]) -> Bool {
        swap(&active, &upcoming)
        active.removeAll(keepingCapacity: true)
        steps -= upcoming.count
        var isMatch = false
        for step in upcoming {
            if case .set(let set) = code[step], contains(scalar, set), follow(step + 1, in: code, at: place) { isMatch = true }
        }
        return isMatch
    }

    @inline(__always)
    private mutating func contains(_ scalar: UInt32, _ set: Int) -> Bool {
        if scalar < 128 {
            let bits = program.asciiSets[set]
            return (scalar < 64 ? bits.low : bits.high) >> UInt64(scalar & 63) & 1 == 1
        }
        let set = program.sets[set]
        steps -= set.cost
        return set.contains(scalar)
    }

    /// Adds the states that can be reached without reading; true when one of them is a match.
    private mutating func follow(_ start: Int, in code: [PatternInstruction], at place: Int) -> Bool {
        var isMatch = false
        pending.append(start)
        while let step = pending.popLast() {
            guard reached[step] != place else { continue }
            reached[step] = place
            steps -= 1
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
