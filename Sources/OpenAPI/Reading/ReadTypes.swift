import Diagnostics
import YAMLTree

extension SchemaReader {
    /// Reads `type`, one name or a list of names.
    mutating func readTypes(_ node: YAMLNode, into schema: inout Schema, as role: SchemaRole) {
        // Swagger 2.0 accepts lists of types as JSON Schema draft 4 does; OpenAPI 3.0 accepts one type only.
        if node.isSequence, version == .v3_0 || version < .v3_0 && role == .swaggerParameter {
            report(.severalTypes(node), choosing: "read as in OpenAPI 3.1")
        }
        if node.isSequence, node.count == 0 { report(.noTypes(node), choosing: "any type is allowed") }
        var types: JSONTypes = []
        for name in node.isSequence ? Array(node.elements) : [node] {
            if name.isNull {
                report(.nullWithoutQuotes(name), choosing: "read as 'null'")
                types.insert(.null)
            } else if name.string == "file" {
                if version > .v2_0 { report(.fileType(name)) }
                types.insert(.string)
                schema.format = schema.format ?? "binary"
            } else if let text = name.string, let type = JSONTypes(named: text) {
                if type == .null, version == .v3_0, !node.isSequence {
                    report(.nullType(name), choosing: "read as in OpenAPI 3.1")
                }
                if types.contains(type) { report(.typeTwice(text, name)) }
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
        let found = node.text.map { "'\($0)'" } ?? "\(node.kindPhrase)"
        let close = ["int": "integer", "float": "number", "double": "number", "bool": "boolean", "dict": "object", "list": "array"]
        let guess = close[node.text ?? ""] ?? closestMatch(to: node.text ?? "", in: names)
        return Diagnostic(.error, "unknown type \(found)\(suggestion(guess))", at: node.position)
    }

    fileprivate static func severalTypes(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a list of types needs OpenAPI 3.1", at: node.position)
    }

    fileprivate static func typeTwice(_ type: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "'\(type)' is listed twice in 'type'", at: node.position)
    }

    fileprivate static func noTypes(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'type' must list at least one type", at: node.position)
    }

    fileprivate static func nullType(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "type 'null' needs OpenAPI 3.1; use 'nullable: true' in 3.0", at: node.position)
    }

    fileprivate static func nullWithoutQuotes(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "type 'null' must be quoted, as null without quotes is not a string", at: node.position)
    }

    fileprivate static func fileType(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "type 'file' needs Swagger 2.0, read as a string with format 'binary'", at: node.position)
    }
}
