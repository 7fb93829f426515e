/// A value taken apart, so that each value inside it has a number.
struct Instance {
    struct Node {
        let value: JSONValue
        let parent: Int
        /// The values directly inside it.
        var children: Range<Int> = 0..<0
    }

    private(set) var nodes: [Node]

    init(_ value: JSONValue) {
        nodes = [Node(value: value, parent: -1)]
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
            for element in elements { nodes.append(Node(value: element, parent: index)) }
        case .object(let object):
            for member in object.members { nodes.append(Node(value: member.value, parent: index)) }
        default: return
        }
        nodes[index].children = start..<nodes.count
    }

    /// The JSON Pointer (RFC 6901) of a value.
    func pointer(to index: Int) -> String {
        var tokens: [String] = []
        var index = index
        while nodes[index].parent >= 0 {
            let parent = nodes[index].parent
            let place = index - nodes[parent].children.lowerBound
            if case .object(let object) = nodes[parent].value {
                tokens.append("/" + pointerToken(object.members[place].name))
            } else {
                tokens.append("/\(place)")
            }
            index = parent
        }
        return tokens.reversed().joined()
    }
}
