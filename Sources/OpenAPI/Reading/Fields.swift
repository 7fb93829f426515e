import Diagnostics
import YAMLTree

/// The fields of one object, taken one by one; what is left at the end is not known to the specification.
struct Fields {
    let node: YAMLNode
    /// How a diagnostic names the object, with its article.
    let owner: String
    private(set) var taken: [String] = []

    init(of node: YAMLNode, in owner: String) {
        self.node = node
        self.owner = owner
    }

    mutating func take(_ name: String) -> YAMLNode? {
        taken.append(name)
        return node[name]
    }

    /// Fields that nobody asked for and that are no extension.
    var unknown: [YAMLEntry] {
        node.entries.filter { !$0.name.hasPrefix("x-") && !taken.contains($0.name) }
    }
}

extension DocumentReader {
    mutating func fields(of node: YAMLNode, in owner: String) -> Fields {
        if !node.isMapping { report(.notAMapping(node, owner), choosing: "it is read as an empty one") }
        return Fields(of: node, in: owner)
    }

    mutating func warn(about fields: Fields) {
        for entry in fields.unknown { report(.unknownField(entry, in: fields)) }
    }

    mutating func readList<Value>(
        _ node: YAMLNode?, named name: String, _ read: (inout DocumentReader, YAMLNode) -> Value?
    ) -> [Value] {
        elements(of: node, name).compactMap { read(&self, $0) }
    }

    mutating func elements(of node: YAMLNode?, _ name: String) -> [YAMLNode] {
        guard let node, !node.isNull else { return [] }
        if !node.isSequence { report(.expected("a list", for: name, found: node), choosing: "it is read as empty") }
        return Array(node.elements)
    }

    mutating func entries(of node: YAMLNode?, _ name: String) -> [YAMLEntry] {
        guard let node, !node.isNull else { return [] }
        if !node.isMapping { report(.expected("a mapping", for: name, found: node), choosing: "it is read as empty") }
        return Array(node.entries)
    }
}

extension YAMLNode {
    /// What kind of node it is, for a reader of a diagnostic.
    var kindName: String {
        switch kind {
        case .mapping: "mapping"
        case .sequence: "list"
        case .scalar: scalarName
        }
    }

    private var scalarName: String {
        switch scalar {
        case .bool: "boolean"
        case .int, .number: "number"
        case .string: "string"
        default: "null"
        }
    }
}

extension Diagnostic {
    fileprivate static func notAMapping(_ node: YAMLNode, _ owner: String) -> Diagnostic {
        Diagnostic(.error, "\(owner) is a mapping, found a \(node.kindName)", at: node.position)
    }

    fileprivate static func unknownField(_ entry: YAMLEntry, in fields: Fields) -> Diagnostic {
        let guess = suggestion(for: entry.name, among: fields.taken)
        return Diagnostic(.warning, "unknown field '\(entry.name)' in \(fields.owner)\(guess)", at: entry.key.position)
    }

    static func expected(_ expectation: String, for name: String, found node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'\(name)' must be \(expectation), found a \(node.kindName)", at: node.position)
    }
}
