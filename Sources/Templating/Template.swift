import Diagnostics

/// A template as a flat list of instructions; the contents of a section follow it up to the section's end.
struct Template {
    enum Instruction {
        /// Bytes of the template without a line break.
        case text(Range<Int>)
        case newline
        case variable(String, at: Position)
        /// - Parameter end: the first instruction behind the section.
        case section(String, isInverted: Bool, end: Int, at: Position)
        /// - Parameter indent: what stands before a partial that has its line to itself, and so before each of its lines.
        case partial(String, indent: Range<Int>, at: Position)
    }

    let bytes: [UInt8]
    let instructions: [Instruction]
}

/// A template whose names have become places among the values of a model.
struct BoundTemplate {
    /// Each belongs to the instruction of the template at the same index.
    enum Instruction {
        case text(Range<Int>)
        case newline
        case value(Place)
        /// The place of the item in its list, from 0.
        case index
        case section(Condition, isInverted: Bool, end: Int)
        /// - Parameter template: the place among the bound templates.
        case partial(template: Int, indent: Range<Int>)
    }

    enum Place {
        case own(Int)
        case constant(Int)
    }

    enum Condition {
        case value(Place)
        case first
        case last
    }

    let bytes: [UInt8]
    var instructions: [Instruction] = []
}
