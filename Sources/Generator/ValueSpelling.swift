import APIModel
import Printing

extension Spelling {
    /// A default as an expression of its type.
    func value(_ value: DefaultValue, as type: TypeReference) -> String {
        if case .optional(.nullable(let wrapped)) = type {
            return value == .null ? ".null" : ".value(\(self.value(value, as: wrapped)))"
        }
        switch value {
        case .null: return "nil"
        case .bool(let bool): return bool ? "true" : "false"
        case .number(let text): return text
        case .string(let text): return SwiftText.literal(text)
        case .formatted(let format, let text): return "\(runtime)\(format.rawValue)(literal: \(SwiftText.literal(text)))"
        case .foundation(let type, let text): return "\(self.type(.foundation(type)))(literal: \(SwiftText.literal(text)))"
        case .json(let value): return literal(value)
        case .enumerationCase(let name): return implicitType(type) + "." + name.member
        case .array(let elements, let type): return "[" + elements.map { self.value($0, as: type) }.joined(separator: ", ") + "]"
        case .dictionary(let entries, let type):
            let entries = entries.map { SwiftText.literal($0.key) + ": " + self.value($0.value, as: type) }
            return entries.isEmpty ? "[:]" : "[" + entries.joined(separator: ", ") + "]"
        case .object(let id, let arguments):
            return self.type(.declared(id)) + "(" + arguments.map(argument).joined(separator: ", ") + ")"
        case .alternative(let name, let value, let inner):
            return implicitType(type) + ".\(name.member)(\(self.value(value, as: inner)))"
        }
    }

    private func argument(_ argument: DefaultArgument) -> String {
        (argument.label.map { $0.label + ": " } ?? "") + value(argument.value, as: argument.type)
    }

    /// What has to stand before a member of a type: a case called `none` of an optional would be taken for an absent value.
    private func implicitType(_ type: TypeReference) -> String {
        type.isOptional ? self.type(type.unwrapped) : ""
    }

    /// A JSON value as a literal of `JSONValue`.
    func literal(_ value: JSONValue) -> String {
        switch value {
        case .null: ".null"
        case .bool(let value): value ? "true" : "false"
        case .number(let text):
            value.isNumberLiteral ? text : ".number(\(runtime)DecimalNumber(literal: \(SwiftText.literal(text))))"
        case .string(let text): SwiftText.literal(text)
        case .array(let elements): "[" + elements.map { literal($0) }.joined(separator: ", ") + "]"
        case .object(let members):
            members.isEmpty
                ? "[:]" : "[" + members.map { SwiftText.literal($0.name) + ": " + literal($0.value) }.joined(separator: ", ") + "]"
        }
    }
}
