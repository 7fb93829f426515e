/// The schema for the values of a streamed body, and how a violation of it is reported.
struct SchemaCheck: Sendable {
    let schemas: DocumentSchemas
    /// The schema, such as `#/$defs/Name`.
    let reference: String
    let direction: MessageDirection
    let failure: @Sendable ([JSONViolation]) -> any Error

    func violations(of value: JSONValue) -> [JSONViolation] {
        schemas.violations(of: value, against: reference, in: direction)
    }

    /// - Throws: `failure` with everything that the schema does not allow.
    func validate(_ value: JSONValue) throws {
        let violations = violations(of: value)
        guard violations.isEmpty else { throw failure(violations) }
    }

    /// Validates a piece that is JSON; what is none is left to whoever reads it into its type.
    func validate(json: [UInt8]) throws {
        guard let value = try? JSONValue(json: json) else { return }
        try validate(value)
    }
}
