/// A part of a regular expression of ECMA-262, section 22.2.
indirect enum PatternNode: Sendable {
    case empty
    case set(ScalarSet)
    case sequence([PatternNode])
    case alternatives([PatternNode])
    case repeated(PatternNode, minimum: Int, maximum: Int?)
    case position(PositionTest)
    case look(PatternNode, isAhead: Bool, isNegated: Bool)
}

/// What is asked of a place between two scalars.
enum PositionTest: Sendable {
    case start, end, wordBoundary, noWordBoundary
    /// A lookahead or lookbehind, by its number in the program.
    case look(Int, isNegated: Bool)
}

/// Why a regular expression cannot be used.
struct PatternError: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
