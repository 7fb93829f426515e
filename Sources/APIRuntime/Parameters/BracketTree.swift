/// Grows a nested value from names like `a[b][0]`.
///
/// Nodes refer to one another by index, so that the work is linear in the number of pairs. A form of a megabyte can have hundreds of
/// thousands of them, so that most nodes own no memory besides their own.
struct BracketTree {
    private struct Node {
        let name: String
        let parent: Int32
        // Children are linked in the order in which they came; 0, which is the root and nobody's child, ends the list.
        var firstChild: Int32 = 0
        var lastChild: Int32 = 0
        var nextSibling: Int32 = 0
        /// The first text; most nodes have no others.
        var text: String?
        var otherTexts: [String] = []

        mutating func add(_ text: String) {
            if self.text == nil { self.text = text } else { otherTexts.append(text) }
        }
    }

    private static let depthLimit = 32
    private var nodes = [Node(name: "", parent: -1)]
    private var places = PlaceTable()

    /// - Parameter count: How many names will be added.
    init(expecting count: Int = 0) {
        nodes.reserveCapacity(count + 1)
    }

    var isEmpty: Bool { nodes.count == 1 }

    /// Returns `a[b][]` as `a`, `b` and an empty name, or `nil` for a name without matching brackets.
    static func path(of name: String) -> [String]? {
        let bytes = name.utf8
        guard bytes.last == UInt8(ascii: "]"), let open = bytes.firstIndex(of: UInt8(ascii: "[")), open != bytes.startIndex else {
            return nil
        }
        var steps = [String(name[..<open])]
        var rest = bytes[bytes.index(after: open)...].dropLast()
        while let end = rest.firstIndex(of: UInt8(ascii: "]")) {
            let afterEnd = rest.index(after: end)
            guard afterEnd < rest.endIndex, rest[afterEnd] == UInt8(ascii: "[") else { return nil }
            steps.append(String(Substring(rest[..<end])))
            rest = rest[rest.index(after: afterEnd)...]
        }
        steps.append(String(Substring(rest)))
        return steps
    }

    /// Adds a text below a name, which may have brackets.
    mutating func add(name: String, text: String) throws(ParameterError) {
        if let path = Self.path(of: name) { try add(path: path, text: text) } else { add(step: name, text: text) }
    }

    /// Adds a text below a name at the top.
    mutating func add(step name: String, text: String) {
        let child = child(name, of: 0)
        nodes[child].add(text)
    }

    mutating func add(path: [String], text: String) throws(ParameterError) {
        guard path.count <= Self.depthLimit else { throw ParameterError("brackets are nested more than \(Self.depthLimit) deep") }
        var current = 0
        for (depth, step) in path.enumerated() {
            // `a[]=1&a[]=2` means what `a=1&a=2` means.
            if step.isEmpty, depth > 0, depth == path.count - 1 { break }
            current = child(step, of: current)
        }
        nodes[current].add(text)
    }

    /// Returns the child of a node with a name, which is added if there is none.
    private mutating func child(_ name: String, of parent: Int) -> Int {
        let owner = Int32(truncatingIfNeeded: parent)
        let hash = Self.hash(name, owner)
        let known = places.place(in: nodes, hash: hash) { $0.parent == owner && $0.name == name }
        if let known { return known }
        nodes.append(Node(name: name, parent: owner))
        places.add(nodes.count - 1, hash: hash)
        let child = Int32(truncatingIfNeeded: nodes.count - 1)
        if nodes[parent].firstChild == 0 {
            nodes[parent].firstChild = child
        } else {
            nodes[Int(nodes[parent].lastChild)].nextSibling = child
        }
        nodes[parent].lastChild = child
        return nodes.count - 1
    }

    private static func hash(_ name: String, _ parent: Int32) -> Int {
        var hasher = Hasher()
        hasher.combine(name)
        hasher.combine(parent)
        return hasher.finalize()
    }

    var tree: TextTree {
        nodes.count == 1 ? .members([]) : value(of: nodes[0], isRoot: true)
    }

    private func value(of node: Node, isRoot: Bool) -> TextTree {
        guard node.firstChild > 0 else {
            guard let text = node.text else { return .list([]) }
            return node.otherTexts.isEmpty ? .text(text) : .list(([text] + node.otherTexts).map(TextTree.text))
        }
        var count = 0
        var isList = !isRoot
        forEachChild(of: node) { child in
            isList = isList && child.name == String(count)
            count += 1
        }
        if isList {
            var elements: [TextTree] = []
            elements.reserveCapacity(count)
            forEachChild(of: node) { elements.append(value(of: $0, isRoot: false)) }
            return .list(elements)
        }
        var members: [TextMember] = []
        members.reserveCapacity(count)
        forEachChild(of: node) { members.append(TextMember(name: $0.name, value: value(of: $0, isRoot: false))) }
        return .members(members)
    }

    private func forEachChild(of node: Node, _ body: (Node) -> Void) {
        var child = Int(node.firstChild)
        while child > 0 {
            body(nodes[child])
            child = Int(nodes[child].nextSibling)
        }
    }
}
