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
        let lines = node.sourceText.split(separator: "\n", omittingEmptySubsequences: false)
        let indents = lines.dropFirst().filter { !$0.allSatisfy { $0 == " " } }.map { $0.prefix { $0 == " " }.count }
        let margin = min(indents.min() ?? 0, node.sourceIndent)
        let moved = lines.enumerated().map { index, line in
            index == 0 ? line : line.dropFirst(min(margin, line.prefix { $0 == " " }.count))
        }
        var text = moved.joined(separator: "\n")[...]
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
