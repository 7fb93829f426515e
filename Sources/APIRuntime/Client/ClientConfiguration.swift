/// What a client works with.
public struct ClientConfiguration: Sendable {
    /// The base URL: scheme, host, port where needed, and a path where the API isn't at the root.
    public var serverURL: String
    /// The security schemes of the document.
    public var securitySchemes: [SecurityScheme]
    /// The credentials by the names of their schemes.
    public var credentials: [String: Credential]
    /// What carries the messages.
    public var transport: any ClientTransport
    /// What every exchange passes, the first one outermost.
    public var middlewares: [any Middleware]
    /// How long a call may take, from its first byte to the last of its response, which may be a stream; `nil`: any time.
    public var timeout: Duration?
    /// How long a call may wait without a byte sent or received; 60 seconds by default, `nil`: as long as the transport allows.
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

    /// Whether operations that have a server of their own in the document are sent to ``serverURL`` all the same.
    public var ignoresOperationServers = false

    /// The whole URL of the calls, in place of the server's with the operation's path.
    var targetURL: String?
    var recorder: ResponseRecorder?

    public init(
        serverURL: String, securitySchemes: [SecurityScheme] = [], credentials: [String: Credential] = [:],
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
