/// A position in a source, such as the first character of a diagnostic's subject.
package struct Position: Sendable {
    package let file: SourceFile.ID
    /// 1 for the first line.
    package let line: Int32
    /// 1 for the first character of the line; counts Unicode scalars, as libyaml does.
    package let column: Int32
    /// Whether this is the position of a scalar, as a block mapping and its first key start at the same character.
    package let isOfScalar: Bool

    package init(file: SourceFile.ID, line: Int, column: Int, isOfScalar: Bool = false) {
        self.file = file
        self.isOfScalar = isOfScalar
        self.line = Int32(clamping: line)
        self.column = Int32(clamping: column)
    }
}

/// Positions are compared by place only, not by the kind of node that starts there.
extension Position: Hashable, Comparable {
    package static func == (one: Position, other: Position) -> Bool {
        (one.file, one.line, one.column) == (other.file, other.line, other.column)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(file)
        hasher.combine(line)
        hasher.combine(column)
    }

    package static func < (one: Position, other: Position) -> Bool {
        (one.file.index, one.line, one.column) < (other.file.index, other.line, other.column)
    }
}
