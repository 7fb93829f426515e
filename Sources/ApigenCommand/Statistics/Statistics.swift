import APIModel

/// The size of the code that is generated for the parts of a document.
package struct Statistics: Sendable {
    /// A tag or a schema with all that belongs to it.
    package struct Row: Sendable {
        package let name: String
        package internal(set) var size = CodeSize()
    }

    /// The code of the operations with each tag, and of the inline schemas in them; the most expensive to compile first.
    package let tags: [Row]
    /// The code of each component schema and the inline schemas in it; the most expensive to compile first.
    package let schemas: [Row]
    package let total: CodeSize
}

/// The size of some code.
package struct CodeSize: Sendable {
    package var lines = 0
    package var bytes = 0
    package var types = 0
    package var cost = CompileCost()

    static func + (left: CodeSize, right: CodeSize) -> CodeSize {
        CodeSize(
            lines: left.lines + right.lines, bytes: left.bytes + right.bytes, types: left.types + right.types,
            cost: left.cost + right.cost)
    }
}

extension CodeSize {
    /// The size of a text without the lines and bytes that a file has anyway.
    init(of text: [UInt8], beyond empty: CodeSize = CodeSize()) {
        lines = text.reduce(0) { $0 + ($1 == UInt8(ascii: "\n") ? 1 : 0) } - empty.lines
        bytes = text.count - empty.bytes
    }
}
