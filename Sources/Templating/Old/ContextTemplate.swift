import Diagnostics

/// A template as a flat list of instructions; what stands in a section follows it up to the section's end.
struct ContextTemplate {
    enum Instruction {
        /// Bytes of the template without a line break.
        case text(Range<Int>)
        case newline
        case variable(Int, at: Position)
        /// The place of the element in its list, from 0.
        case index
        /// - Parameter end: the first instruction behind the section.
        case section(Condition, isInverted: Bool, end: Int)
        /// - Parameter indent: what stands before a partial that has its line to itself, and so before each of its lines.
        case partial(String, indent: Range<Int>, at: Position)
    }

    enum Condition {
        case value(Int)
        case first
        case last
    }

    let bytes: [UInt8]
    let instructions: [Instruction]
}
