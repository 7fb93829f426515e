package import Diagnostics

/// A node of a document: a scalar, a sequence or a mapping, with its position.
package struct YAMLNode: Sendable {
    package enum Kind: UInt8, Sendable, BitwiseCopyable {
        case scalar, sequence, mapping
    }

    let tree: YAMLTree
    /// The node's index in its tree; an alias has the index of the node it refers to.
    package let index: Int32

    var record: NodeRecord { tree.nodes[index] }

    package var kind: Kind { record.kind }
    package var isScalar: Bool { kind == .scalar }
    package var isSequence: Bool { kind == .sequence }
    package var isMapping: Bool { kind == .mapping }

    package var position: Position { tree.position(record.start, in: record.source, isOfScalar: isScalar) }

    /// The position after the node's last character.
    package var endPosition: Position { tree.position(record.end, in: record.source, isOfScalar: isScalar) }

    /// The number of elements of a sequence or of entries of a mapping; 0 for a scalar.
    package var count: Int { isScalar ? 0 : Int(record.count) }
}

extension YAMLNode: Hashable {
    /// Returns whether both are the same node of the same tree.
    package static func == (one: YAMLNode, other: YAMLNode) -> Bool {
        one.index == other.index && one.tree === other.tree
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(index)
    }
}

extension YAMLTree {
    fileprivate func position(_ mark: Mark, in source: UInt16, isOfScalar: Bool) -> Position {
        Position(file: sources[Int(source)].file, line: Int(mark.line), column: Int(mark.column), isOfScalar: isOfScalar)
    }
}
