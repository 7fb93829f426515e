import APIModel
import APIRuntime

/// Something in a request that the document does not allow.
struct Finding {
    /// The part of the request, then the names and indexes on the way to the value.
    let location: [String]
    /// The keyword of the schema that is violated, or the kind of mistake.
    let code: String
    let message: String
    /// The line of the document that requires otherwise.
    var line: Int?

    init(location: [String], code: String, message: String, line: Int? = nil) {
        self.location = location
        self.code = code
        self.message = message
        self.line = line
    }

    init(_ violation: JSONViolation, in part: [String]) {
        self.init(
            location: part + (pointerTokens(violation.pointer) ?? []), code: violation.keyword, message: violation.message,
            line: violation.line)
    }

    init(_ failure: RequestFailure, in part: [String]) {
        self.init(location: part, code: failure.kind == .invalidBody ? "body" : "parameter", message: failure.message)
    }

    var json: APIRuntime.JSONValue {
        var object: APIRuntime.JSONValue = [
            "location": .array(location.map { .string($0) }), "severity": "Error", "code": .string(code),
            "message": .string(message),
        ]
        if let line, case .object(var members) = object {
            members["line"] = .number(DecimalNumber(line))
            object = .object(members)
        }
        return object
    }

    /// The finding as a sentence.
    var sentence: String {
        location.isEmpty ? message : "\(location.joined(separator: "/")): \(message)"
    }
}
