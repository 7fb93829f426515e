package import Diagnostics
package import YAMLTree

/// A value in the document, such as an example. It is read when it is asked for, because examples can be long.
///
/// This is the only file of the model that knows how documents are parsed.
package struct SourceValue: Hashable, Sendable {
    private let node: YAMLNode
    /// Whether a scalar is read as text although it is not quoted, as the schema of the value takes strings only.
    private let isText: Bool

    package init(_ node: YAMLNode, asText: Bool = false) {
        self.node = node
        isText = asText && node.isScalar && !node.isNull
    }

    package var value: JSONValue { isText ? .string(node.text ?? "") : JSONValue(node) }

    /// The value's exact JSON text.
    package var json: String { isText ? value.literal(.json) : node.jsonText() }

    package var position: Position { node.position }

    /// The value as JSON: the author's own text where it is JSON, moved to the left margin.
    package var jsonLayout: String {
        node.isJSON ? sourceLayout : value.layout()
    }

    private var sourceLayout: String {
        var source = node.sourceText
        let moved = source.withUTF8 { movedToMargin($0, indent: node.sourceIndent) }
        guard let last = moved.last, last <= 0x20 || last >= 0x80 else { return String(decoding: moved, as: UTF8.self) }
        var text = String(decoding: moved, as: UTF8.self)[...]
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }

    /// The position of a value inside this one.
    ///
    /// - Parameter path: The path of members and elements to the value. Where it does not exist, the position is that of
    ///   the last value found.
    package func position(of path: [ValueStep]) -> Position {
        var node = self.node
        for step in path {
            switch step {
            case .member(let name):
                guard let next = node[name] else { return node.position }
                node = next
            case .element(let index):
                let elements = Array(node.elements)
                guard elements.indices.contains(index) else { return node.position }
                node = elements[index]
            }
        }
        return node.position
    }
}

/// The lines of a text without the blanks that all but the first have, which are no more than an indent.
private func movedToMargin(_ text: UnsafeBufferPointer<UInt8>, indent: Int) -> [UInt8] {
    let lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
        (line, blanks: line.firstIndex { $0 != UInt8(ascii: " ") }.map { $0 - line.startIndex })
    }
    let margin = min(lines.dropFirst().compactMap(\.blanks).min() ?? 0, indent)
    var moved: [UInt8] = []
    moved.reserveCapacity(text.count)
    for (index, (line, blanks)) in lines.enumerated() {
        if index > 0 { moved.append(UInt8(ascii: "\n")) }
        moved.append(contentsOf: index == 0 ? line : line.dropFirst(min(margin, blanks ?? line.count)))
    }
    return moved
}

/// One step into a JSON value.
package enum ValueStep: Hashable, Sendable {
    case member(String)
    case element(Int)
}

extension JSONValue {
    /// The value of a node, without recursion into nodes that are nested too deeply for a document to mean something by it.
    package init(_ node: YAMLNode) {
        self.init(node, depth: 0)
    }

    private init(_ node: YAMLNode, depth: Int) {
        if depth > deepestValue {
            self = .null
        } else if node.isSequence {
            self = .array(node.elements.map { JSONValue($0, depth: depth + 1) })
        } else if node.isMapping {
            self = .object(node.entries.map { JSONMember($0.name, JSONValue($0.value, depth: depth + 1)) })
        } else if node.isNull {
            self = .null
        } else if let value = node.bool {
            self = .bool(value)
        } else if let text = node.numberText {
            self = .number(text)
        } else {
            self = .string(node.text ?? "")
        }
    }
}

private let deepestValue = 200
