import Diagnostics
import YAMLTree

extension DocumentReader {
    /// The types of `type`, one name or a list of them.
    mutating func readTypes(_ node: YAMLNode, into schema: inout Schema) {
        if node.isSequence, document.version <= .v3_0 {
            report(.severalTypes(node), choosing: "read as OpenAPI 3.1 does")
        }
        if node.isSequence, node.count == 0 { report(.noTypes(node), choosing: "any type is allowed") }
        var types: JSONTypes = []
        for name in node.isSequence ? Array(node.elements) : [node] {
            if name.isNull {
                report(.nullWithoutQuotes(name), choosing: "read as the type null")
                types.insert(.null)
            } else if name.string == "file" {
                if document.version > .v2_0 { report(.fileType(name)) }
                types.insert(.string)
                schema.format = schema.format ?? "binary"
            } else if let text = name.string, let type = JSONTypes(named: text) {
                if type == .null, document.version <= .v3_0, !node.isSequence {
                    report(.nullType(name), choosing: "read as OpenAPI 3.1 does")
                }
                types.insert(type)
            } else {
                report(.unknownType(name), choosing: "any type is allowed")
            }
        }
        schema.types = types
        if types.contains(.null), types != .null { schema.isNullable = true }
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
        let found = node.text.map { "'\($0)'" } ?? "a \(node.kindName)"
        let close = ["int": "integer", "float": "number", "double": "number", "bool": "boolean", "dict": "object", "list": "array"]
        let guess = close[node.text ?? ""] ?? closestMatch(to: node.text ?? "", in: names)
        return Diagnostic(.error, "unknown type \(found)\(suggestion(guess))", at: node.position)
    }

    fileprivate static func severalTypes(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a list of types came with OpenAPI 3.1", at: node.position)
    }

    fileprivate static func noTypes(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'type' lists no type", at: node.position)
    }

    fileprivate static func nullType(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "the type null came with OpenAPI 3.1, before it there was 'nullable'", at: node.position)
    }

    fileprivate static func nullWithoutQuotes(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "the type null stands in quotes, found YAML's null", at: node.position)
    }

    fileprivate static func fileType(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "the type file is Swagger's, read as a string of format binary", at: node.position)
    }
}
