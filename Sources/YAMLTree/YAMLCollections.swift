/// A key and its value in a mapping.
package struct YAMLEntry: Sendable {
    package let key: YAMLNode
    package let value: YAMLNode
    /// The key's text.
    package let name: String
}

/// The entries of a mapping in document order, merged entries last; empty for other nodes.
package struct YAMLEntries: RandomAccessCollection, Sendable {
    let tree: YAMLTree
    let first: Int32
    package let endIndex: Int
    package var startIndex: Int { 0 }

    package subscript(position: Int) -> YAMLEntry {
        tree.entry(first + Int32(position))
    }

    package func makeIterator() -> Iterator { Iterator(tree: tree, index: first, end: first + Int32(endIndex)) }

    // The library's own iterator asks the collection through generic calls, which debug builds pay for.
    package struct Iterator: IteratorProtocol {
        let tree: YAMLTree
        var index: Int32
        let end: Int32

        package mutating func next() -> YAMLEntry? {
            guard index < end else { return nil }
            index &+= 1
            return tree.entry(index &- 1)
        }
    }
}

/// The elements of a sequence; empty for other nodes.
package struct YAMLElements: RandomAccessCollection, Sendable {
    let tree: YAMLTree
    let first: Int32
    package let endIndex: Int
    package var startIndex: Int { 0 }

    package subscript(position: Int) -> YAMLNode {
        YAMLNode(tree: tree, index: tree.elements[first + Int32(position)])
    }

    package func makeIterator() -> Iterator { Iterator(tree: tree, index: first, end: first + Int32(endIndex)) }

    package struct Iterator: IteratorProtocol {
        let tree: YAMLTree
        var index: Int32
        let end: Int32

        package mutating func next() -> YAMLNode? {
            guard index < end else { return nil }
            index &+= 1
            return YAMLNode(tree: tree, index: tree.elements[index &- 1])
        }
    }
}

extension YAMLNode {
    package var entries: YAMLEntries {
        let record = record
        return YAMLEntries(tree: tree, first: record.first, endIndex: record.kind == .mapping ? Int(record.count) : 0)
    }

    package var elements: YAMLElements {
        let record = record
        return YAMLElements(tree: tree, first: record.first, endIndex: record.kind == .sequence ? Int(record.count) : 0)
    }

    /// The value for a key of a mapping; keys are compared by their text, so `200` and `"200"` are equal.
    package subscript(key: String) -> YAMLNode? {
        tree.findPair(key, in: record).map { YAMLNode(tree: tree, index: tree.pairs[$0].value) }
    }

    /// Returns whether any mapping in the node's document has a key.
    package func documentHasKey(_ key: String) -> Bool {
        tree.findKey(key) != nil
    }

    package func entry(_ key: String) -> YAMLEntry? {
        tree.findPair(key, in: record).map(tree.entry)
    }
}

extension YAMLTree {
    fileprivate func entry(_ index: Int32) -> YAMLEntry {
        let pair = pairs[index]
        return YAMLEntry(
            key: YAMLNode(tree: self, index: pair.key), value: YAMLNode(tree: self, index: pair.value),
            name: names[Int(pair.name)])
    }

    fileprivate func findPair(_ key: String, in mapping: NodeRecord) -> Int32? {
        guard mapping.kind == .mapping, let name = findKey(key) else { return nil }
        return MappingIndex.find(name, in: mapping, pairs: pairs, slots: slots)
    }

    fileprivate func findKey(_ key: String) -> Int32? {
        var key = key
        return key.withUTF8 { text in
            guard let base = text.baseAddress else { return keys.find([0], count: 0, in: bytes) }
            return keys.find(base, count: text.count, in: bytes)
        }
    }
}
