import Diagnostics
import YAMLTree

/// The fields of one object, taken one by one; what is left at the end is not known to the specification.
struct Fields {
    let node: YAMLNode
    /// How a diagnostic names the object, with its article.
    let owner: String
    private(set) var taken: Set<String> = []

    init(of node: YAMLNode, in owner: String) {
        self.node = node
        self.owner = owner
    }

    mutating func take(_ name: String) -> YAMLNode? {
        taken.insert(name)
        return node[name]
    }

    /// Fields that nobody asked for and that are no extension.
    var unknown: [YAMLEntry] {
        node.entries.filter { !$0.name.hasPrefix("x-") && !taken.contains($0.name) }
    }
}

extension DocumentReader {
    mutating func fields(of node: YAMLNode, in owner: String) -> Fields {
        if !node.isMapping { log.report(.notAMapping(node, owner)) }
        return Fields(of: node, in: owner)
    }

    mutating func warn(about fields: Fields) {
        for entry in fields.unknown { log.report(.unknownField(entry, in: fields)) }
    }

    /// A text; numbers and the like are taken as they are written, as authors forget quotes.
    mutating func text(_ node: YAMLNode?, _ name: String) -> String? {
        guard let node, !node.isNull else { return nil }
        if let text = node.text { return text }
        log.report(.expected("a string", for: name, found: node))
        return nil
    }

    mutating func bool(_ node: YAMLNode?, _ name: String) -> Bool? {
        guard let node, !node.isNull else { return nil }
        if let bool = node.bool { return bool }
        if node.text == "true" || node.text == "false" {
            log.report(.quoted(name, node))
            return node.text == "true"
        }
        log.report(.expected("true or false", for: name, found: node))
        return nil
    }

    mutating func count(_ node: YAMLNode?, _ name: String) -> Int? {
        guard let node, !node.isNull else { return nil }
        if let int = node.int, int >= 0 { return int }
        log.report(.expected("a number from 0", for: name, found: node))
        return nil
    }

    /// A number's exact text.
    mutating func number(_ node: YAMLNode?, _ name: String) -> String? {
        guard let node, !node.isNull else { return nil }
        if let text = node.numberText { return text }
        log.report(.expected("a number", for: name, found: node))
        return nil
    }

    mutating func texts(_ node: YAMLNode?, _ name: String) -> [String] {
        elements(of: node, name).compactMap { text($0, name) }
    }

    mutating func elements(of node: YAMLNode?, _ name: String) -> [YAMLNode] {
        guard let node, !node.isNull else { return [] }
        if node.isSequence { return Array(node.elements) }
        log.report(.expected("a list", for: name, found: node))
        return []
    }

    mutating func entries(of node: YAMLNode?, _ name: String) -> [YAMLEntry] {
        guard let node, !node.isNull else { return [] }
        if node.isMapping { return Array(node.entries) }
        log.report(.expected("a mapping", for: name, found: node))
        return []
    }

    mutating func readList<Value>(
        _ node: YAMLNode?, named name: String, _ read: (inout DocumentReader, YAMLNode) -> Value?
    ) -> [Value] {
        elements(of: node, name).compactMap { read(&self, $0) }
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
        let guess = closestMatch(to: entry.name, in: fields.taken.sorted()).map { ", did you mean '\($0)'" } ?? ""
        return Diagnostic(.warning, "unknown field '\(entry.name)' in \(fields.owner)\(guess)", at: entry.key.position)
    }

    fileprivate static func expected(_ expectation: String, for name: String, found node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'\(name)' must be \(expectation), found a \(node.kindName)", at: node.position)
    }

    fileprivate static func quoted(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'\(name)' is a string, read as the boolean in it", at: node.position)
    }
}
