internal import Diagnostics

/// A document's nodes in flat tables: nodes refer to each other and to their text by number.
package final class YAMLTree: Sendable {
    let source: SourceFile
    let file: SourceFile.ID
    let lines: LineTable
    let rootIndex: Int32
    let nodes: Table<NodeRecord>
    let elements: Table<Int32>
    let pairs: Table<Pair>
    let slots: Table<Int32>
    let bytes: Table<UInt8>
    let keys: KeyTable
    /// The text of every key, so that an entry's name is no new string each time.
    let names: [String]

    package var root: YAMLNode { YAMLNode(tree: self, index: rootIndex) }

    init(_ builder: consuming TreeBuilder, root: Int32, source: SourceFile, lines: consuming LineTable) {
        self.source = source
        self.lines = lines
        file = builder.file
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
