public import HTTPTypes

/// The configuration of a client.
public struct ClientConfiguration: Sendable {
    /// The base URL: scheme, host, port where needed, and a path where the API isn't at the root.
    public var serverURL: String
    /// The security schemes of the API.
    public var securitySchemes: [SecurityScheme]
    /// The credentials by the names of their schemes.
    public var credentials: [String: any ClientCredential]
    /// The transport of requests and responses.
    public var transport: any ClientTransport
    /// The middlewares of every exchange, the first one outermost.
    public var middlewares: [any Middleware]
    /// The header fields of all requests, besides those that the document describes. A parameter of the call takes precedence.
    public var headers = HTTPFields()
    /// The parameters of the query of all requests, besides those that the document describes.
    public var query: [String: String] = [:]
    /// How often a call that failed is sent again; by default as the document says with `x-speakeasy-retries`, else twice.
    public var retries = RetryPolicy.standard
    /// The time limit of a call, from its first byte to the last of its response, which may be a stream; `nil` for none.
    public var timeout: Duration?
    /// The time limit without a byte sent or received; 60 seconds by default, `nil` for that of the transport.
    ///
    /// It also holds between the chunks of a streamed response.
    public var idleTimeout: Duration? = .seconds(60)
    /// The greatest number of redirects that a call follows; 5 by default. Status codes that the document describes are not followed.
    ///
    /// A redirect to another origin takes only header fields along that hold no credential. One that leaves HTTPS is not followed.
    public var maximumRedirects = 5
    /// The greatest number of bytes of a response that is read as a whole; 64 MiB.
    public var maximumResponseBytes = 1 << 26
    /// Whether responses are checked against the document's schemas, beyond what their types hold; by default only in tests.
    public var validatesResponses: Bool

    /// Whether operations with a server of their own in the document are sent to it; by default all are sent to ``serverURL``.
    ///
    /// A generated client that is created without a URL honors them.
    public var usesOperationServers = false

    /// The whole URL of the calls, in place of the server's with the operation's path.
    var targetURL: String?
    var recorder: ResponseRecorder?
    /// Waits before a call is sent again.
    var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }

    /// What the client calls itself in the field `User-Agent`; `nil` for the name that the transport gives.
    public var userAgent: String? {
        get { headers[.userAgent] }
        set { headers[.userAgent] = newValue }
    }

    /// Creates a configuration for the service at a URL.
    public init(
        serverURL: String, securitySchemes: [SecurityScheme] = [], credentials: [String: any ClientCredential] = [:],
        transport: any ClientTransport, middlewares: [any Middleware] = [], timeout: Duration? = nil
    ) {
        self.serverURL = serverURL
        self.securitySchemes = securitySchemes
        self.credentials = credentials
        self.transport = transport
        self.middlewares = middlewares
        self.timeout = timeout
        validatesResponses = transport.validatesResponses
    }
}
