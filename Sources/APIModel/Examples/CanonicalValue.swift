extension JSONValue {
    /// Text that is the same for equal values and no others (JSON Schema, Core, section 4.2.2): `1.0` equals `1`, the order of members
    /// means nothing, and strings are compared by their scalars.
    package var canonical: [UInt8] {
        Array(sorted.literal(.json).utf8)
    }

    /// Whether two values are equal.
    package func equals(_ other: JSONValue) -> Bool {
        switch (self, other) {
        case (.string(let one), .string(let other)): one.utf8.elementsEqual(other.utf8)
        case (.number(let one), .number(let other)): one == other || ExactDecimal(one) == ExactDecimal(other)
        case (.array, .array), (.object, .object): canonical == other.canonical
        default: self == other
        }
    }

    private var sorted: JSONValue {
        switch self {
        case .number(let text): .number(ExactDecimal(text).text)
        case .array(let elements): .array(elements.map(\.sorted))
        case .object(let members): .object(members.map { JSONMember($0.name, $0.value.sorted) }.sorted { $0.name < $1.name })
        case .null, .bool, .string: self
        }
    }
}
