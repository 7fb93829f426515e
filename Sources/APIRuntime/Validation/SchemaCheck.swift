/// The schema for the values of a streamed body, and how a violation of it is reported.
struct SchemaCheck: Sendable {
    let schemas: DocumentSchemas
    /// The schema, such as `#/$defs/Name`.
    let reference: String
    let direction: MessageDirection
    /// The error for violations, with the place of the value in the body.
    let failure: @Sendable (_ violations: [JSONViolation], _ place: String?) -> any Error

    func violations(of value: JSONValue) -> [JSONViolation] {
        schemas.violations(of: value, against: reference, in: direction)
    }

    /// - Throws: `failure` with everything that the schema does not allow.
    ///
    /// - Parameter place: The place of the value in the body, such as `line 3`.
    func validate(_ value: JSONValue, at place: @autoclosure () -> String? = nil) throws {
        let violations = violations(of: value)
        guard violations.isEmpty else { throw failure(violations, place()) }
    }

    /// Validates a piece that is JSON; what is none is left to whoever reads it into its type.
    func validate(json: [UInt8], at place: @autoclosure () -> String? = nil) throws {
        let violations = violations(in: json)
        guard violations.isEmpty else { throw failure(violations, place()) }
    }

    /// Returns the violations by a piece that is JSON; none for another one.
    func violations(in json: [UInt8]) -> [JSONViolation] {
        (try? schemas.violations(in: json, against: reference, in: direction)) ?? []
    }
}

/// How the next value of a streamed body is decoded, and how its errors are reported.
struct StreamedDecoding: Sendable {
    /// What values are checked against; `nil` if they are not.
    var check: SchemaCheck?
    /// Whether timestamps are read that miss RFC 3339 by a little.
    var isLenient = false
    /// Whether the body is one of a request, whose errors are reported to the sender. Otherwise errors are those of JSON.
    var isRequest = false

    /// Checks and decodes a value.
    ///
    /// - Parameter place: The place of the value in the body, such as `line 3`.
    func value<Value: JSONCodable>(_ type: Value.Type, from json: [UInt8], at place: @autoclosure () -> String) throws -> Value {
        try check?.validate(json: json, at: isRequest ? place() : nil)
        do throws(JSONError) {
            return try readJSON(type, from: json, timestampsAreLenient: isLenient)
        } catch {
            guard isRequest else { throw error }
            throw RequestFailure.unreadableBody("\(place()): \(error)")
        }
    }
}
