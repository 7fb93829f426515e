/// A regular expression as a table that is followed one character at a time, without going over all of its states in parallel.
///
/// The states of the table are sets of steps of a ``PatternProgram`` (the subset construction). An expression that would need a large
/// table, looks around or asks for word boundaries has none.
final class PatternTable: Sendable {
    private static let maximumWork = 20_000

    /// The sets of the expression, and by kind of character those that contain it, one bit for each.
    private let sets: [ScalarSet]
    private let kinds: [UInt64]
    private let asciiKinds: [UInt8]
    private let states: [PatternTableBuilder.State]
    /// The next state for each state and kind of character.
    private let transitions: [UInt16]

    /// - Parameter work: How much work may be done for all expressions together.
    init?(_ program: PatternProgram, work: inout Int) {
        guard program.looks.isEmpty, program.sets.count <= 64 else { return nil }
        var builder = PatternTableBuilder(program)
        let isBuilt = builder.build(maximumWork: min(work, Self.maximumWork))
        work -= builder.work
        guard isBuilt else { return nil }
        sets = program.sets
        kinds = builder.kinds
        asciiKinds = (0..<128).map { UInt8(builder.kinds.firstIndex(of: builder.mask(of: $0)) ?? 0) }
        states = builder.states
        transitions = builder.transitions
    }

    /// Returns whether the expression matches somewhere in a text in UTF-8; `nil` if the table does not have one of the characters.
    ///
    /// - Parameter steps: The number of steps that following the program would take is added to it.
    func matches(_ text: UnsafeBufferPointer<UInt8>, steps: inout Int) -> Bool? {
        var number = 0
        var index = 0
        while true {
            let state = states[number]
            steps &+= state.steps
            if state.isMatch { return true }
            guard index < text.count else {
                steps &+= state.stepsAtEnd
                return state.isMatchAtEnd
            }
            let byte = text[index]
            let kind: Int
            if byte < 0x80 {
                kind = Int(asciiKinds[Int(byte)])
                index += 1
            } else {
                guard let other = self.kind(in: text, at: &index) else { return nil }
                kind = other
                steps &+= state.stepsBeyondASCII
            }
            number = Int(transitions[number * kinds.count + kind])
        }
    }

    /// The kind of the character that starts at a place beyond ASCII, which is stepped over.
    private func kind(in text: UnsafeBufferPointer<UInt8>, at index: inout Int) -> Int? {
        let first = text[index]
        let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
        guard first >= 0xC2, index + length <= text.count else { return nil }
        var scalar = UInt32(first) & (0x7F >> UInt32(length))
        for offset in 1..<length { scalar = scalar << 6 | UInt32(text[index + offset] & 0x3F) }
        index += length
        var mask: UInt64 = 0
        for (number, set) in sets.enumerated() where set.contains(scalar) { mask |= 1 << UInt64(number) }
        return kinds.firstIndex(of: mask)
    }
}
