internal import Diagnostics

/// A position in a document; both numbers start at 1, and columns count Unicode scalars.
struct Mark {
    var line: Int32
    var column: Int32
}

/// The way a scalar's text is resolved to a value.
enum Resolution: UInt8, BitwiseCopyable {
    /// The core schema, for plain scalars.
    case plain
    /// A quotation mark or a tag, which was checked against the text when it was read.
    case string, null, bool, integer, float
}

/// The storage of a node: indices into the tree's tables.
struct NodeRecord: BitwiseCopyable {
    var kind: YAMLNode.Kind
    var resolution = Resolution.plain
    /// The index of the node's source text in the tree; greater than 0 for nodes of overlays.
    var source: UInt16 = 0
    var start: Mark
    var end: Mark
    /// The index of a scalar's first byte, a sequence's first element or a mapping's first pair.
    var first: Int32 = 0
    /// The number of bytes of a scalar, elements of a sequence or pairs of a mapping.
    var count: Int32 = 0
    /// A scalar's number as a key, or the first slot of a mapping's index; -1 if there is none.
    var detail: Int32 = -1
}

/// An entry of a mapping.
struct Pair: BitwiseCopyable {
    /// The key's number in the table of keys.
    var name: Int32
    var key: Int32
    var value: Int32
}
