/// A place in a source: the first character of what a diagnostic is about.
package struct Position: Hashable, Sendable {
    package let file: SourceFile.ID
    /// 1 for the first line.
    package let line: Int32
    /// 1 for the first character of the line; counts Unicode scalars, as libyaml does.
    package let column: Int32

    package init(file: SourceFile.ID, line: Int, column: Int) {
        self.file = file
        self.line = Int32(clamping: line)
        self.column = Int32(clamping: column)
    }
}

extension Position: Comparable {
    package static func < (one: Position, other: Position) -> Bool {
        (one.file.index, one.line, one.column) < (other.file.index, other.line, other.column)
    }
}
