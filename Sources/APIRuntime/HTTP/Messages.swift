public import HTTPTypes

/// A request on its way, as middlewares, transports and the router see it.
public struct RequestMessage: Sendable {
    /// Method, scheme, authority, path with query, and header fields.
    public var head: HTTPRequest
    /// The body; `nil` where the request has none.
    public var body: HTTPBody?
    /// The operation that is called; `nil` on a server where no operation has this path and method.
    public var operation: APIOperation?

    public init(head: HTTPRequest, body: HTTPBody? = nil, operation: APIOperation? = nil) {
        self.head = head
        self.body = body
        self.operation = operation
    }
}

/// A response on its way back.
public struct ResponseMessage: Sendable {
    /// Status and header fields.
    public var head: HTTPResponse
    /// The body, empty where there is none.
    public var body: HTTPBody

    public init(head: HTTPResponse, body: HTTPBody = HTTPBody()) {
        self.head = head
        self.body = body
    }
}
