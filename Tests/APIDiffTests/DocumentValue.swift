import Diagnostics
import YAMLTree

/// A part of a document, to be rewritten.
indirect enum DocumentValue {
    case object([(name: String, value: DocumentValue)])
    case array([DocumentValue])
    /// The value's JSON text.
    case scalar(String)

    init(_ node: YAMLNode) {
        if node.isMapping {
            self = .object(node.entries.map { ($0.name, DocumentValue($0.value)) })
        } else if node.isSequence {
            self = .array(node.elements.map { DocumentValue($0) })
        } else {
            self = .scalar(node.jsonText())
        }
    }

    static func text(_ text: String) -> DocumentValue { .scalar(jsonString(text)) }

    var json: String {
        switch self {
        case .object(let members): "{" + members.map { "\(jsonString($0.name)):\($0.value.json)" }.joined(separator: ",") + "}"
        case .array(let elements): "[" + elements.map(\.json).joined(separator: ",") + "]"
        case .scalar(let json): json
        }
    }

    /// The member of an object; setting nil removes it.
    subscript(name: String) -> DocumentValue? {
        get {
            guard case .object(let members) = self else { return nil }
            return members.first { $0.name == name }?.value
        }
        set {
            guard case .object(var members) = self else { return }
            let index = members.firstIndex { $0.name == name }
            switch (index, newValue) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append((name, value))
            case (nil, nil): break
            }
            self = .object(members)
        }
    }

    var members: [(name: String, value: DocumentValue)] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The value with each of its parts replaced, the innermost ones first.
    ///
    /// - Parameter change: Returns the replacement of the value at a path from the root.
    func mapped(at path: [String] = [], _ change: ([String], DocumentValue) -> DocumentValue) -> DocumentValue {
        switch self {
        case .object(let members):
            change(path, .object(members.map { ($0.name, $0.value.mapped(at: path + [$0.name], change)) }))
        case .array(let elements): change(path, .array(elements.map { $0.mapped(at: path + ["[]"], change) }))
        case .scalar: change(path, self)
        }
    }
}
