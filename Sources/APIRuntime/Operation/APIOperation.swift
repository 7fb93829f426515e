/// The description of an operation, which client and server work from.
public final class APIOperation: Sendable {
    /// The operation's `operationId`, or a name made from its method and path.
    public let id: String
    /// The HTTP method in upper case.
    public let method: String
    /// The path template, with each path parameter in braces and without a fragment, which is no part of a request (RFC 9110, section 7.1).
    public let path: String
    /// The parameters in document order.
    public let parameters: [Parameter]
    /// The body of requests; `nil` if they have none.
    public let requestBody: RequestBodyDescription?
    /// The documented responses in document order.
    public let responses: [ResponseDescription]
    /// The schemas of parameters and bodies; `nil` if none of them has any.
    public let schemas: DocumentSchemas?
    /// The alternative security requirements, of which one has to be satisfied; empty if none is required.
    public let security: [[RequiredScheme]]
    /// Whether the document discourages the use of the operation.
    public let deprecated: Bool
    /// The base URL of this operation where it is another than the document's.
    public let serverURL: String?
    /// How often a client sends a request again, where the document says so; `nil` where the client decides.
    public let retries: RetryPolicy?
    /// The media types of all successful responses.
    let successContent: [String]

    /// Creates the description of an operation.
    public init(
        id: String, method: String, path: String, parameters: [Parameter] = [],
        requestBody: RequestBodyDescription? = nil, responses: [ResponseDescription] = [], schemas: DocumentSchemas? = nil,
        security: [[RequiredScheme]] = [], deprecated: Bool = false, serverURL: String? = nil, retries: RetryPolicy? = nil
    ) {
        self.id = id
        self.method = method
        self.path = Self.withoutFragment(path)
        self.parameters = parameters
        self.requestBody = requestBody
        self.responses = responses
        self.schemas = schemas
        self.security = security
        self.deprecated = deprecated
        self.serverURL = serverURL
        self.retries = retries
        successContent = responses.filter(\.isSuccess).flatMap(\.content)
    }

    /// What stands before the first `#` that is not in the name of a parameter.
    private static func withoutFragment(_ template: String) -> String {
        var isInBraces = false
        let end = template.utf8.firstIndex { byte in
            if byte == UInt8(ascii: "{") { isInBraces = true }
            if byte == UInt8(ascii: "}") { isInBraces = false }
            return byte == UInt8(ascii: "#") && !isInBraces
        }
        return end.map { String(template[..<$0]) } ?? template
    }

    /// The description of a parameter, looked up by name and place.
    func parameter(_ name: String, in location: ParameterLocation) -> Parameter? {
        parameters.first { $0.location == location && $0.hasName(name) }
    }

    /// The description that holds for a status: its own, else its range's, else the default one.
    func response(for status: Int) -> ResponseDescription? {
        responses.first { $0.covers(status) == .exactly }
            ?? responses.first { $0.covers(status) == .asRange }
            ?? responses.first { $0.covers(status) == .asDefault }
    }

    /// Whether a status is one of those that the document describes as a success.
    func isSuccess(_ status: Int) -> Bool {
        response(for: status)?.isSuccess == true
    }
}
