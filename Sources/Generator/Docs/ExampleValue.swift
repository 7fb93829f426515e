import YAMLTree

/// A JSON value that pages show: the document's own, or one made to fit a schema.
indirect enum ExampleValue: Equatable {
    case null
    case bool(Bool)
    /// The number's exact JSON text.
    case number(String)
    case string(String)
    case array([ExampleValue])
    case object([Member])

    struct Member: Equatable {
        let name: String
        let value: ExampleValue
    }

    init(_ node: YAMLNode) {
        switch node.kind {
        case .sequence: self = .array(node.elements.map { ExampleValue($0) })
        case .mapping: self = .object(node.entries.map { Member(name: $0.name, value: ExampleValue($0.value)) })
        case .scalar: self.init(node.scalar ?? .null)
        }
    }

    private init(_ scalar: YAMLScalar) {
        switch scalar {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .int(let value): self = .number(String(value))
        case .number(let text): self = .number(text)
        case .string(let text): self = .string(text)
        }
    }

    var isScalar: Bool {
        switch self {
        case .array, .object: false
        case .null, .bool, .number, .string: true
        }
    }

    subscript(name: String) -> ExampleValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The value as a parameter carries it: a string without quotes, everything else as JSON.
    var plainText: String {
        switch self {
        case .string(let text): text
        case .array(let elements): elements.map(\.plainText).joined(separator: ",")
        case .object(let members): members.map { "\($0.name),\($0.value.plainText)" }.joined(separator: ",")
        default: literal(.json)
        }
    }
}

/// A language that a value is written in as a literal.
enum LiteralLanguage {
    case json, python

    fileprivate var null: String { self == .json ? "null" : "None" }
    fileprivate func bool(_ value: Bool) -> String {
        self == .json ? "\(value)" : value ? "True" : "False"
    }
}

extension ExampleValue {
    /// The value on one line.
    func literal(_ language: LiteralLanguage) -> String {
        switch self {
        case .null: language.null
        case .bool(let value): language.bool(value)
        case .number(let text): text
        case .string(let text): jsonString(text)
        case .array(let elements): "[" + elements.map { $0.literal(language) }.joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\(jsonString($0.name)): \($0.value.literal(language))" }.joined(separator: ", ") + "}"
        }
    }

    /// The value on as many lines as its members want.
    func layout(indent: String = "") -> String {
        let inner = indent + "  "
        let oneLine = literal(.json)
        guard oneLine.utf8.count > 70 else { return oneLine }
        switch self {
        case .array(let elements):
            return "[\n" + elements.map { inner + $0.layout(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members):
            let lines = members.map { "\(inner)\(jsonString($0.name)): \($0.value.layout(indent: inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        default: return oneLine
        }
    }
}

/// A string literal that JSON, JavaScript and Python read alike.
func jsonString(_ text: String) -> String {
    var literal = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": literal += "\\\""
        case "\\": literal += "\\\\"
        case "\n": literal += "\\n"
        case "\r": literal += "\\r"
        case "\t": literal += "\\t"
        // JavaScript ended lines at the last two once.
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: literal.unicodeScalars.append(scalar)
        }
    }
    return literal + "\""
}
