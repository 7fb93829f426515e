/// A value taken apart, so that each value inside it has a number.
struct Instance {
    struct Node {
        let value: JSONValue
        let parent: Int
        /// The place in the parent: a member's name or an element's index.
        let token: String
        /// The values directly inside it.
        var children: Range<Int> = 0..<0
    }

    private(set) var nodes: [Node]

    init(_ value: JSONValue) {
        nodes = [Node(value: value, parent: -1, token: "")]
        var index = 0
        while index < nodes.count {
            appendChildren(of: index)
            index += 1
        }
    }

    private mutating func appendChildren(of index: Int) {
        let start = nodes.count
        switch nodes[index].value {
        case .array(let elements):
            for (place, element) in elements.enumerated() {
                nodes.append(Node(value: element, parent: index, token: String(place)))
            }
        case .object(let object):
            for member in object.members {
                nodes.append(Node(value: member.value, parent: index, token: member.name))
            }
        default: return
        }
        nodes[index].children = start..<nodes.count
    }

    /// The JSON Pointer (RFC 6901) of a value.
    func pointer(to index: Int) -> String {
        var tokens: [String] = []
        var index = index
        while nodes[index].parent >= 0 {
            tokens.append("/" + pointerToken(nodes[index].token))
            index = nodes[index].parent
        }
        return tokens.reversed().joined()
    }
}
