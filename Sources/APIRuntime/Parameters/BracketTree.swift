/// Grows a nested value from names like `a[b][0]`.
///
/// Nodes refer to one another by index, so that the work is linear in the number of pairs.
struct BracketTree {
    private struct Node {
        let name: String
        /// The first text; most nodes have no others.
        var text: String?
        var otherTexts: [String] = []
        /// In the order in which they came.
        var children: [Int] = []
        var places: [String: Int] = [:]

        mutating func add(_ text: String) {
            if self.text == nil { self.text = text } else { otherTexts.append(text) }
        }
    }

    private static let depthLimit = 32
    private var nodes = [Node(name: "")]

    /// - Parameter count: How many names will be added.
    init(expecting count: Int = 0) {
        nodes.reserveCapacity(count + 1)
    }

    var isEmpty: Bool { nodes.count == 1 }

    /// `a[b][]` as `a`, `b` and an empty name. A name without matching brackets is one step.
    static func path(of name: String) -> [String] {
        guard let open = name.firstIndex(of: "["), open != name.startIndex, name.last == "]" else { return [name] }
        let inside = name[name.index(after: open)...].dropLast()
        var steps = [String(name[..<open])]
        var rest = inside
        while let end = rest.firstIndex(of: "]") {
            let afterEnd = rest.index(after: end)
            guard afterEnd < rest.endIndex, rest[afterEnd] == "[" else { return [name] }
            steps.append(String(rest[..<end]))
            rest = rest[rest.index(after: afterEnd)...]
        }
        steps.append(String(rest))
        return steps
    }

    mutating func add(path: [String], text: String) throws(ParameterError) {
        guard path.count <= Self.depthLimit else { throw ParameterError("brackets are nested more than \(Self.depthLimit) deep") }
        var current = 0
        for (depth, step) in path.enumerated() {
            // `a[]=1&a[]=2` means what `a=1&a=2` means.
            if step.isEmpty, depth > 0, depth == path.count - 1 { break }
            if let child = nodes[current].places[step] {
                current = child
            } else {
                nodes.append(Node(name: step))
                nodes[current].places[step] = nodes.count - 1
                nodes[current].children.append(nodes.count - 1)
                current = nodes.count - 1
            }
        }
        nodes[current].add(text)
    }

    var tree: TextTree {
        nodes.count == 1 ? .members([]) : value(of: 0, isRoot: true)
    }

    private func value(of index: Int, isRoot: Bool) -> TextTree {
        let node = nodes[index]
        guard !node.children.isEmpty else {
            guard let text = node.text else { return .list([]) }
            return node.otherTexts.isEmpty ? .text(text) : .list([.text(text)] + node.otherTexts.map { .text($0) })
        }
        let isList = !isRoot && node.children.enumerated().allSatisfy { nodes[$0.element].name == String($0.offset) }
        if isList { return .list(node.children.map { value(of: $0, isRoot: false) }) }
        return .members(node.children.map { TextMember(name: nodes[$0].name, value: value(of: $0, isRoot: false)) })
    }
}
