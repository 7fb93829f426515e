/// Grows a nested value from names like `a[b][0]`.
///
/// Nodes refer to one another by index, so that the work is linear in the number of pairs.
struct BracketTree {
    private struct Node {
        var texts: [String] = []
        var names: [String] = []
        var children: [String: Int] = [:]
    }

    private static let depthLimit = 32
    private var nodes = [Node()]

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
            if let child = nodes[current].children[step] {
                current = child
            } else {
                nodes.append(Node())
                nodes[current].children[step] = nodes.count - 1
                nodes[current].names.append(step)
                current = nodes.count - 1
            }
        }
        nodes[current].texts.append(text)
    }

    var tree: TextTree {
        nodes.count == 1 ? .members([]) : value(of: 0, isRoot: true)
    }

    private func value(of index: Int, isRoot: Bool) -> TextTree {
        let node = nodes[index]
        if node.names.isEmpty {
            return node.texts.count == 1 ? .text(node.texts[0]) : .list(node.texts.map { .text($0) })
        }
        let values = node.names.map { name in (name, node.children[name].map { value(of: $0, isRoot: false) } ?? .undefined) }
        let isList = !isRoot && values.enumerated().allSatisfy { $0.element.0 == String($0.offset) }
        return isList ? .list(values.map(\.1)) : .members(values.map { TextMember(name: $0.0, value: $0.1) })
    }
}
