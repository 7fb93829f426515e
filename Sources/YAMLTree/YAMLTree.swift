internal import Diagnostics

/// A source text of a tree's nodes.
final class TreeSource: Sendable {
    let file: SourceFile.ID
    let text: SourceFile
    let lines: LineTable
    /// Whether the text is JSON.
    let isJSON: Bool

    init(file: SourceFile.ID, text: SourceFile, lines: consuming LineTable, isJSON: Bool) {
        self.file = file
        self.text = text
        self.lines = lines
        self.isJSON = isJSON
    }
}

/// A document's nodes, in flat tables that refer to each other by index.
package final class YAMLTree: Sendable {
    /// The text of the document and of the overlays applied to it.
    let sources: [TreeSource]
    let rootIndex: Int32
    let nodes: Table<NodeRecord>
    let elements: Table<Int32>
    let pairs: Table<Pair>
    let slots: Table<Int32>
    let bytes: Table<UInt8>
    let keys: KeyTable
    /// The text of each key, so that reading an entry's name allocates nothing.
    let names: [String]

    package var root: YAMLNode { YAMLNode(tree: self, index: rootIndex) }

    init(_ builder: consuming TreeBuilder, root: Int32, sources: [TreeSource]) {
        self.sources = sources
        rootIndex = root
        var names: [String] = []
        names.reserveCapacity(builder.keys.count)
        for key in 0..<Int32(builder.keys.count) {
            let range = builder.keys.range(of: key)
            names.append(makeString(builder.bytes.start + Int(range.first), count: Int(range.count)))
        }
        self.names = names
        nodes = builder.nodes
        elements = builder.elements
        pairs = builder.pairs
        slots = builder.slots
        bytes = builder.bytes
        keys = builder.keys
    }
}
