internal import Diagnostics

/// A place in a document: both numbers start at 1, columns count Unicode scalars.
struct Mark {
    var line: Int32
    var column: Int32
}

/// How a scalar's text becomes a value.
enum Resolution: UInt8, BitwiseCopyable {
    /// By the core schema, as plain scalars are.
    case plain
    /// By a quote or a tag, which were checked against the text when it was read.
    case string, null, bool, integer, float
}

/// A node as the tree keeps it: numbers that point into the tree's tables.
struct NodeRecord: BitwiseCopyable {
    var kind: YAMLNode.Kind
    var resolution = Resolution.plain
    /// The text that the node stands in, as its number among the tree's; more than 0 where overlays were applied.
    var source: UInt16 = 0
    var start: Mark
    var end: Mark
    /// A scalar's first byte in the text, a sequence's first element, a mapping's first pair.
    var first: Int32 = 0
    /// Bytes of a scalar, elements of a sequence, pairs of a mapping.
    var count: Int32 = 0
    /// A scalar's number as a key, a mapping's first slot of its index; -1 without one.
    var detail: Int32 = -1
}

/// An entry of a mapping.
struct Pair: BitwiseCopyable {
    /// The key's text, as its number in the table of keys.
    var name: Int32
    var key: Int32
    var value: Int32
}
