extension JSONValue {
    /// The value in a form that is the same for equal values (JSON Schema, Core, section 4.2.2): `1.0` equals `1`, and the order of
    /// members means nothing.
    package var canonical: JSONValue {
        switch self {
        case .number(let text): .number(ExactDecimal(text).text)
        case .array(let elements): .array(elements.map(\.canonical))
        case .object(let members):
            .object(members.map { JSONMember($0.name, $0.value.canonical) }.sorted { $0.name < $1.name })
        case .null, .bool, .string: self
        }
    }
}
