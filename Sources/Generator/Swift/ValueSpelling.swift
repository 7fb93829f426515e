import APIModel

extension Spelling {
    /// A JSON value as a literal of `JSONValue`.
    func literal(_ value: JSONValue) -> String {
        switch value {
        case .null: ".null"
        case .bool(let value): value ? "true" : "false"
        case .number(let text): value.isNumberLiteral ? text : ".number(\(runtime)DecimalNumber(literal: \(SwiftText.literal(text))))"
        case .string(let text): SwiftText.literal(text)
        case .array(let elements): "[" + elements.map { literal($0) }.joined(separator: ", ") + "]"
        case .object(let members):
            members.isEmpty ? "[:]" : "[" + members.map { SwiftText.literal($0.name) + ": " + literal($0.value) }.joined(separator: ", ") + "]"
        }
    }
}
