package import Diagnostics

extension YAMLTree {
    /// Returns the JSON Pointer, behind a `#`, of the node that begins at a place, or else of the innermost one around it.
    ///
    /// Where a block mapping and its first key begin at the same place, the position says which of them is meant.
    ///
    /// - Parameter namesElements: Whether elements with a `name` or `title` are named by it instead of counted.
    /// - Returns: `nil` for the root and for positions outside it; RFC 6901, section 3.
    package func pointer(to position: Position, namingElements namesElements: Bool = false) -> String? {
        let place = (position.line, position.column)
        var pointer = ""
        var node = root
        while node.start < place || position.isOfScalar && node.start == place, let (token, child) = node.child(around: place) {
            let name = namesElements && node.isSequence ? child?.elementName : nil
            pointer += "/" + escaped(name ?? token)
            guard let child else { break }
            node = child
        }
        return pointer.isEmpty ? nil : "#" + pointer
    }
}

extension YAMLNode {
    fileprivate var start: (Int32, Int32) { (record.start.line, record.start.column) }
    private var end: (Int32, Int32) { (record.end.line, record.end.column) }

    /// Returns the child at a position and its token; only the token if the position is in the key.
    fileprivate func child(around place: (Int32, Int32)) -> (token: String, node: YAMLNode?)? {
        if let index = elements.lastIndex(where: { $0.start >= start && $0.start <= place }) {
            return elements[index].endsBefore(place) ? nil : (String(index), elements[index])
        }
        guard let entry = entries.last(where: { $0.key.start >= start && $0.key.start <= place }) else { return nil }
        // An alias refers to a node at another position.
        guard entry.value.start >= entry.key.start, entry.value.start <= place else { return (entry.name, nil) }
        return entry.value.endsBefore(place) ? nil : (entry.name, entry.value)
    }

    /// What distinguishes an element from others, such as `query limit` for a parameter.
    fileprivate var elementName: String? {
        let words = ["in", "name", "title"].compactMap { self[$0]?.text }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }

    /// Returns whether a scalar ends before a position; the end of a collection whose last child is an alias is unknown.
    private func endsBefore(_ place: (Int32, Int32)) -> Bool {
        isScalar && end < place
    }
}

/// Returns a token as it is written in a pointer; RFC 6901, section 3.
private func escaped(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else { return token }
    return token.unicodeScalars.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
}
