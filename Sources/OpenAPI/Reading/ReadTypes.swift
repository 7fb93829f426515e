import Diagnostics
import YAMLTree

extension DocumentReader {
    /// The types of `type`, one name or a list of them; null beside others makes the schema nullable elsewhere.
    mutating func readTypes(_ node: YAMLNode) -> JSONTypes {
        var types: JSONTypes = []
        for name in node.isSequence ? Array(node.elements) : [node] {
            // `type: null` without quotes is what authors write when they mean the type.
            if name.isNull {
                types.insert(.null)
            } else if let type = JSONTypes(named: name.text ?? "") {
                types.insert(type)
            } else {
                log.report(.unknownType(name))
            }
        }
        return types
    }
}

extension JSONTypes {
    fileprivate init?(named name: String) {
        switch name {
        case "null": self = .null
        case "boolean": self = .boolean
        case "object": self = .object
        case "array": self = .array
        case "number": self = .number
        case "string": self = .string
        case "integer": self = .integer
        default: return nil
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownType(_ node: YAMLNode) -> Diagnostic {
        let names = ["string", "integer", "number", "boolean", "array", "object", "null"]
        let found = node.text ?? "a \(node.kindName)"
        let guess = closestMatch(to: found, in: names).map { ", did you mean '\($0)'" } ?? ""
        return Diagnostic(.error, "unknown type '\(found)'\(guess)", at: node.position)
    }
}
