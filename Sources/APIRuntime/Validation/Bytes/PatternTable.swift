/// A regular expression as a table that is followed one character at a time, without going over all of its states in parallel.
///
/// The states of the table are sets of steps of a ``PatternProgram`` (the subset construction). An expression that would need a large
/// table, looks around or asks for word boundaries has none.
final class PatternTable: Sendable {
    private static let maximumWork = 20_000

    /// What kind of character each ASCII character is for the expression, and for others by the sets that contain them.
    private let asciiKinds: [UInt8]
    private let kinds: [UInt64: UInt8]
    private let sets: [ScalarSet]
    private let kindCount: Int
    /// The next state for each state and kind of character.
    private let transitions: [UInt16]
    /// Whether the expression has matched once a state is reached, and if the text ends there.
    private let isMatch: [Bool]
    private let isMatchAtEnd: [Bool]
    /// How many steps the program takes at a place in each state, more if the text ends there or a character beyond ASCII follows.
    private let costs: [PatternTableBuilder.Cost]

    /// - Parameter work: How much work may be done for all expressions together.
    init?(_ program: PatternProgram, work: inout Int) {
        guard program.looks.isEmpty, program.sets.count <= 64 else { return nil }
        var builder = PatternTableBuilder(program)
        let isBuilt = builder.build(maximumWork: min(work, Self.maximumWork))
        work -= builder.work
        guard isBuilt else { return nil }
        sets = program.sets
        kinds = builder.kinds
        kindCount = builder.kinds.count
        asciiKinds = (0..<128).map { builder.kinds[builder.mask(of: $0)] ?? 0 }
        transitions = builder.transitions
        isMatch = builder.isMatch
        isMatchAtEnd = builder.isMatchAtEnd
        costs = builder.costs
    }

    /// Returns whether the expression matches somewhere in a text in UTF-8; `nil` if the table does not have one of the characters.
    ///
    /// - Parameter steps: The number of steps that following the program would take is added to it.
    func matches(_ text: UnsafeBufferPointer<UInt8>, steps: inout Int) -> Bool? {
        var state = 0
        var index = 0
        while true {
            steps &+= costs[state].inside
            if isMatch[state] { return true }
            guard index < text.count else {
                steps &+= costs[state].atEnd
                return isMatchAtEnd[state]
            }
            let byte = text[index]
            let kind: Int
            if byte < 0x80 {
                kind = Int(asciiKinds[Int(byte)])
                index += 1
            } else {
                guard let other = self.kind(in: text, at: &index) else { return nil }
                kind = other
                steps &+= costs[state].beyondASCII
            }
            state = Int(transitions[state * kindCount + kind])
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
        return kinds[mask].map(Int.init)
    }
}
