/// A JSON value, as the document writes it.
package indirect enum JSONValue: Hashable, Sendable {
    case null
    case bool(Bool)
    /// The number's exact JSON text.
    case number(String)
    case string(String)
    case array([JSONValue])
    /// Members in the order of the text.
    case object([JSONMember])
}

/// A member of a JSON object.
package struct JSONMember: Hashable, Sendable {
    package let name: String
    package let value: JSONValue

    package init(_ name: String, _ value: JSONValue) {
        self.name = name
        self.value = value
    }
}

extension JSONValue {
    package var isNull: Bool { self == .null }

    /// The text of a string; `nil` for other values.
    package var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    package var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The exact text of a number; `nil` for other values.
    package var numberText: String? {
        if case .number(let text) = self { text } else { nil }
    }

    /// The kind of the value. A number without a fraction, such as `1.0` and `1e3`, is an integer.
    ///
    /// JSON Schema, Core, section 4.2.3.
    package var kind: JSONKinds {
        switch self {
        case .null: .null
        case .bool: .boolean
        case .number(let text): ExactDecimal(text).isWhole ? .integer : .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}
