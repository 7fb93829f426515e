import Diagnostics
import YAMLTree

/// The fields of an object, taken one by one; the remaining fields are unknown.
struct Fields {
    let node: YAMLNode
    /// The name of the object in diagnostics, with its article.
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

    /// The fields that were not taken and are not extensions.
    var unknown: [YAMLEntry] {
        node.entries.filter { !$0.name.hasPrefix("x-") && !taken.contains($0.name) }
    }
}

extension NodeReading {
    func fields(of node: YAMLNode, in owner: String) -> Fields {
        if !node.isMapping { report(.notAMapping(node, owner), choosing: "read as empty") }
        return Fields(of: node, in: owner)
    }

    func warn(about fields: Fields) {
        for entry in fields.unknown { report(.unknownField(entry, in: fields)) }
    }

    func elements(of node: YAMLNode?, _ name: String) -> [YAMLNode] {
        guard let node, !node.isNull else { return [] }
        if !node.isSequence { report(.expected("a list", for: name, found: node), choosing: "read as empty") }
        return Array(node.elements)
    }

    func entries(of node: YAMLNode?, _ name: String) -> [YAMLEntry] {
        guard let node, !node.isNull else { return [] }
        if !node.isMapping { report(.expected("a mapping", for: name, found: node), choosing: "read as empty") }
        return Array(node.entries)
    }
}

extension DocumentReader {
    mutating func readList<Value>(
        _ node: YAMLNode?, named name: String, _ read: (inout DocumentReader, YAMLNode) -> Value?
    ) -> [Value] {
        elements(of: node, name).compactMap { read(&self, $0) }
    }
}

extension YAMLNode {
    /// The kind of the node as diagnostics name it, with its article.
    var kindPhrase: String {
        switch kind {
        case .mapping: return "a mapping"
        case .sequence: return "a list"
        case .scalar: break
        }
        switch scalar {
        case .bool: return "a boolean"
        case .int, .number: return "a number"
        case .string: return "a string"
        default: return "null"
        }
    }
}

extension Diagnostic {
    fileprivate static func notAMapping(_ node: YAMLNode, _ owner: String) -> Diagnostic {
        Diagnostic(.error, "\(owner) must be a mapping, found \(node.kindPhrase)", at: node.position)
    }

    fileprivate static func unknownField(_ entry: YAMLEntry, in fields: Fields) -> Diagnostic {
        let guess = suggestion(for: entry.name, among: fields.taken)
        return Diagnostic(.warning, "unknown field '\(entry.name)' in \(fields.owner)\(guess)", at: entry.key.position)
    }

    static func expected(_ expectation: String, for name: String, found node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'\(name)' must be \(expectation), found \(node.kindPhrase)", at: node.position)
    }
}
