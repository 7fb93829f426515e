/// The description of the body of requests (OpenAPI 3.1.1, section 4.8.13).
public struct RequestBodyDescription: Sendable {
    /// The media types, or ranges of them, in document order.
    public let content: [String]
    /// Whether a request without a body is refused.
    public let required: Bool
    /// The serialization of properties of a form, where it is not the default (`form`, exploded).
    public let encoding: [Parameter]
    /// The greatest number of bytes that a server accepts; `nil`: the router's limit.
    public let maximumBytes: Int?
    /// The schema of the body, or of each item of a stream: references into the operation's schemas by media type.
    public let schemas: [String: String]

    /// Creates a description of a request body.
    ///
    /// - Parameters:
    ///   - content: The media types of the body.
    ///   - required: Whether a request must have a body.
    ///   - encoding: The serialization of the properties of forms.
    ///   - maximumBytes: The greatest number of bytes that a server accepts; `nil` for the router's limit.
    ///   - schema: The reference to the schema for all media types; `nil` if the types express it completely.
    ///   - schemas: The references of media types with a schema of their own.
    public init(
        _ content: [String], required: Bool = false, encoding: [Parameter] = [], maximumBytes: Int? = nil, schema: String? = nil,
        schemas: [String: String] = [:]
    ) {
        self.content = content
        self.required = required
        self.encoding = encoding
        self.maximumBytes = maximumBytes
        self.schemas = schemasByMediaType(content, shared: schema, own: schemas)
    }
}

/// The description of the responses of one status or range (OpenAPI 3.1.1, section 4.8.17).
public struct ResponseDescription: Sendable {
    /// The status as the document writes it: `200`, `2XX` or `default`.
    public let status: String
    /// Whether the operation succeeded.
    public let isSuccess: Bool
    /// The media types of the body in document order; empty where there is no body.
    public let content: [String]
    /// The documented header fields.
    public let headers: [Parameter]
    /// How properties of a form are written where that isn't the default (`form`, exploded).
    public let encoding: [Parameter]
    /// The schema of the body, or of each item of a stream: references into the operation's schemas by media type.
    public let schemas: [String: String]

    /// Creates a description of responses.
    ///
    /// - Parameters:
    ///   - status: The status code, a range such as `4XX`, or `default`.
    ///   - content: The media types of the body.
    ///   - isSuccess: Whether the operation succeeded; `nil` if the status tells, as `200` and `2XX` do.
    ///   - schema: The reference to the schema for all media types; `nil` if the types express it completely.
    ///   - schemas: The references of media types with a schema of their own.
    ///   - headers: The header fields.
    ///   - encoding: The serialization of the properties of forms.
    public init(
        _ status: String, _ content: [String] = [], isSuccess: Bool? = nil, schema: String? = nil,
        schemas: [String: String] = [:], headers: [Parameter] = [], encoding: [Parameter] = []
    ) {
        self.status = status
        self.isSuccess = isSuccess ?? (status.first == "2")
        self.content = content
        self.headers = headers
        self.encoding = encoding
        self.schemas = schemasByMediaType(content, shared: schema, own: schemas)
    }

    enum Coverage {
        case exactly, asRange, asDefault
    }

    /// In which way this description holds for a status; `nil` where it doesn't.
    func covers(_ number: Int) -> Coverage? {
        if status == String(number) { return .exactly }
        if status == "default" { return .asDefault }
        guard status.count == 3, status.dropFirst().allSatisfy({ $0 == "X" || $0 == "x" }) else { return nil }
        return status.first == String(number).first ? .asRange : nil
    }
}

private func schemasByMediaType(_ content: [String], shared: String?, own: [String: String]) -> [String: String] {
    guard let shared else { return own }
    return Dictionary(content.map { ($0, shared) }) { first, _ in first }
}
