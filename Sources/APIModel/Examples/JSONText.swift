extension JSONValue {
    package var isScalar: Bool {
        switch self {
        case .array, .object: false
        case .null, .bool, .number, .string: true
        }
    }

    /// The value of an object's member.
    package subscript(name: String) -> JSONValue? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name == name }?.value
    }

    /// The value as text without quotes around strings, as a parameter or a table shows it.
    package var plainText: String {
        switch self {
        case .string(let text): text
        case .array(let elements): elements.map(\.plainText).joined(separator: ",")
        case .object(let members): members.map { "\($0.name),\($0.value.plainText)" }.joined(separator: ",")
        default: literal(.json)
        }
    }

    /// The members of an object as the fields of a form: one for each element of an array, and JSON for objects and nested arrays.
    package var pairs: [(name: String, value: String)] {
        guard case .object(let members) = self else { return [] }
        return members.flatMap { member in
            let values = if case .array(let elements) = member.value { elements } else { [member.value] }
            return values.map { (member.name, $0.isScalar ? $0.plainText : $0.literal(.json)) }
        }
    }
}

/// A language in which a value is written as a literal.
package enum LiteralLanguage: Sendable {
    case json, python

    fileprivate var null: String { self == .json ? "null" : "None" }
    fileprivate func bool(_ value: Bool) -> String {
        self == .json ? "\(value)" : value ? "True" : "False"
    }
}

extension JSONValue {
    /// Returns the value on one line.
    package func literal(_ language: LiteralLanguage) -> String {
        switch self {
        case .null: language.null
        case .bool(let value): language.bool(value)
        case .number(let text): text
        case .string(let text): stringLiteral(text)
        case .array(let elements): "[" + elements.map { $0.literal(language) }.joined(separator: ", ") + "]"
        case .object(let members):
            "{" + members.map { "\(stringLiteral($0.name)): \($0.value.literal(language))" }.joined(separator: ", ") + "}"
        }
    }

    /// The value as JSON without spaces, as the generated client writes it.
    package var compactText: String {
        switch self {
        case .null, .bool, .number, .string: literal(.json)
        case .array(let elements): "[" + elements.map(\.compactText).joined(separator: ",") + "]"
        case .object(let members):
            "{" + members.map { "\(stringLiteral($0.name)):\($0.value.compactText)" }.joined(separator: ",") + "}"
        }
    }

    /// Returns the value as JSON, broken into lines where one would be long.
    package func layout(indent: String = "") -> String {
        var room = 70
        guard !isScalar, !fits(in: &room) else { return literal(.json) }
        let inner = indent + "  "
        switch self {
        case .array(let elements):
            return "[\n" + elements.map { inner + $0.layout(indent: inner) }.joined(separator: ",\n") + "\n\(indent)]"
        case .object(let members):
            let lines = members.map { "\(inner)\(stringLiteral($0.name)): \($0.value.layout(indent: inner))" }
            return "{\n" + lines.joined(separator: ",\n") + "\n\(indent)}"
        default: return literal(.json)
        }
    }

    /// Whether the value on one line needs no more bytes than there are; what it needs is taken from them.
    private func fits(in room: inout Int) -> Bool {
        switch self {
        case .null, .bool, .number: room -= literal(.json).utf8.count
        case .string(let text): room -= text.utf8.count > room ? text.utf8.count : stringLiteral(text).utf8.count
        case .array(let elements):
            room -= 2
            for (index, element) in elements.enumerated() {
                room -= index > 0 ? 2 : 0
                guard room >= 0, element.fits(in: &room) else { return false }
            }
        case .object(let members):
            room -= 2
            for (index, member) in members.enumerated() {
                room -= stringLiteral(member.name).utf8.count + (index > 0 ? 4 : 2)
                guard room >= 0, member.value.fits(in: &room) else { return false }
            }
        }
        return room >= 0
    }
}

/// Returns a string literal that JSON, JavaScript and Python read alike.
package func stringLiteral(_ text: String) -> String {
    // Most texts have nothing to escape; the control characters and line separators beyond ASCII begin with 0xC2 and 0xE2.
    let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x22 && $0 != 0x5C && $0 != 0x7F && $0 != 0xC2 && $0 != 0xE2 }
    if isPlain { return "\"" + text + "\"" }
    var literal = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": literal += "\\\""
        case "\\": literal += "\\\\"
        case "\n": literal += "\\n"
        case "\r": literal += "\\r"
        case "\t": literal += "\\t"
        // Lines of JavaScript once ended at the last two.
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
            let digits = String(scalar.value, radix: 16)
            literal += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: literal.unicodeScalars.append(scalar)
        }
    }
    return literal + "\""
}
