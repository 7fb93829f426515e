/// Makes the states of a ``PatternTable`` from the steps of a program.
struct PatternTableBuilder {
    /// The steps that a character leads to, before what follows without a character; the same steps are the same state.
    private struct Key: Hashable {
        let steps: [Int]
        let isStart: Bool
    }

    /// What holds at a place of a text.
    struct State {
        /// Whether the expression has matched.
        let isMatch: Bool
        /// Whether it has if the text ends here.
        let isMatchAtEnd: Bool
        /// The steps that the program takes here, and those that it takes beside them at the end of a text and for other characters.
        let steps: Int
        let stepsAtEnd: Int
        let stepsBeyondASCII: Int
    }

    private let program: PatternProgram
    /// The kinds of characters by the sets that contain them, one bit for each set.
    private(set) var kinds: [UInt64] = []
    private(set) var transitions: [UInt16] = []
    private(set) var states: [State] = []
    private var numbers: [Key: Int] = [:]
    private var open: [Key] = []
    private(set) var work = 0

    init(_ program: PatternProgram) {
        self.program = program
    }

    /// Whether the table could be made within a limit of work.
    mutating func build(maximumWork: Int) -> Bool {
        guard findKinds() else { return false }
        _ = number(of: Key(steps: [0], isStart: true))
        var next = 0
        while next < open.count {
            let key = open[next]
            next += 1
            guard let inside = closure(of: key, isEnd: false), let end = closure(of: key, isEnd: true) else { return false }
            states.append(
                State(
                    isMatch: inside.isMatch, isMatchAtEnd: end.isMatch, steps: inside.visited + inside.sets.count,
                    stepsAtEnd: max(0, end.visited - inside.visited),
                    stepsBeyondASCII: inside.sets.reduce(0) { $0 + program.sets[set(at: $1)].cost }))
            work += (inside.visited + end.visited) * 2 + kinds.count * (inside.sets.count + 1)
            guard work < maximumWork, open.count < Int(UInt16.max) else { return false }
            for mask in kinds { transitions.append(UInt16(truncatingIfNeeded: number(of: self.key(after: inside.sets, mask)))) }
        }
        return true
    }

    func mask(of scalar: UInt32) -> UInt64 {
        var mask: UInt64 = 0
        for (number, set) in program.sets.enumerated() where set.contains(scalar) { mask |= 1 << UInt64(number) }
        return mask
    }

    /// Finds the kinds of characters by one of each: what sets contain changes at the ends of their ranges only.
    private mutating func findKinds() -> Bool {
        var samples = Array(UInt32(0)..<128) + [0xE9, 0x4E2D, 0x1F600]
        for set in program.sets {
            for range in set.ranges.prefix(100) { samples += [range.lowerBound, range.upperBound &+ 1] }
        }
        for sample in samples where sample <= 0x10FFFF && !(0xD800...0xDFFF ~= sample) {
            let mask = mask(of: sample)
            guard !kinds.contains(mask) else { continue }
            guard kinds.count < 250 else { return false }
            kinds.append(mask)
        }
        work += samples.count * program.sets.count
        return true
    }

    private mutating func number(of key: Key) -> Int {
        if let number = numbers[key] { return number }
        numbers[key] = open.count
        open.append(key)
        return open.count - 1
    }

    private func set(at step: Int) -> Int {
        if case .set(let set) = program.code[step] { set } else { 0 }
    }

    /// The state behind a character that some sets contain. The program starts anew at each place.
    private func key(after steps: [Int], _ mask: UInt64) -> Key {
        Key(steps: [0] + steps.filter { mask >> UInt64(set(at: $0)) & 1 == 1 }.map { $0 + 1 }, isStart: false)
    }

    /// The steps that wait for a character and those that lead to them; `nil` for a program that asks for word boundaries.
    private func closure(of key: Key, isEnd: Bool) -> (sets: [Int], visited: Int, isMatch: Bool)? {
        var sets: [Int] = []
        var visited: Set<Int> = []
        var isMatch = false
        var pending = key.steps
        while let step = pending.popLast() {
            guard visited.insert(step).inserted else { continue }
            switch program.code[step] {
            case .set: sets.append(step)
            case .split(let one, let other): pending += [one, other]
            case .jump(let target): pending.append(target)
            case .match: isMatch = true
            case .position(.start): if key.isStart { pending.append(step + 1) }
            case .position(.end): if isEnd { pending.append(step + 1) }
            case .position: return nil
            }
        }
        return (sets.sorted(), visited.count, isMatch)
    }
}
