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

    /// The kind of the value, where a number without a fraction is an integer.
    package var kind: JSONKinds {
        switch self {
        case .null: .null
        case .bool: .boolean
        case .number(let text): isWholeNumber(text) ? .integer : .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}

/// Whether a JSON number has no fraction: `1`, `1.0` and `1e3`, but not `1.5` (JSON Schema, Core, section 4.2.3).
private func isWholeNumber(_ text: String) -> Bool {
    let exponentParts = text.split(whereSeparator: { $0 == "e" || $0 == "E" })
    let parts = exponentParts.first?.split(separator: ".", omittingEmptySubsequences: false) ?? []
    let fraction = parts.count > 1 ? parts[1] : ""
    let significant = fraction.count - fraction.reversed().prefix { $0 == "0" }.count
    guard exponentParts.count > 1 else { return significant == 0 }
    guard let exponent = Int(exponentParts[1]) else { return significant == 0 && exponentParts[1].first != "-" }
    if exponent >= 0 { return significant <= exponent }
    let digits = parts.first.map { $0.reversed().prefix { $0 == "0" }.count } ?? 0
    return significant == 0 && (digits >= exponent.magnitude || parts.first.map { $0.allSatisfy { $0 == "0" || $0 == "-" } } == true)
}
