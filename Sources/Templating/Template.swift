import Diagnostics

/// A template as a flat list of instructions; a section knows where it ends.
struct Template {
    enum Instruction {
        case text(Range<Int>)
        case newline
        case variable(Int)
        case index
        case section(Int, end: Int)
        case inverted(Int, end: Int)
        case first(isInverted: Bool, end: Int)
        case last(isInverted: Bool, end: Int)
        case partial(String, indent: [UInt8], at: Position)
        case end
    }

    let bytes: [UInt8]
    let instructions: [Instruction]
}
