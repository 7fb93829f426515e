public import HTTPTypes

/// The request that a handler responds to: its head, its caller, its operation, and what the HTTP framework knows about it.
///
/// Handlers and the functions they call find it in ``current``, and with the option `requestContext: parameter` also in their last
/// parameter.
public struct RequestContext: Sendable {
    /// The context of the request that the current task responds to; `nil` outside of a handler.
    ///
    /// The task's child tasks have it too. Detached tasks do not, nor does the body of a response that is produced after the handler
    /// has returned.
    public static var current: RequestContext? { local.get() }
    static let local = TaskLocal<RequestContext?>(wrappedValue: nil)

    /// Method, scheme, authority, path with query, and header fields, as the middlewares have left them.
    public let head: HTTPRequest
    /// The operation that the request calls.
    public let operation: APIOperation
    /// Who sent the request, and what the HTTP framework knows about it; `nil` where the adapter does not tell.
    public let source: RequestSource?
    /// The instant after which nobody waits for the response; `nil` where there is none. See ``DeadlineMiddleware``.
    public let deadline: ContinuousClock.Instant?

    init(_ message: RequestMessage, _ operation: APIOperation) {
        head = message.head
        self.operation = operation
        source = message.source
        deadline = message.deadline
    }

    /// The identifier of the request in the first of the header fields that services commonly use, such as `X-Request-Id`.
    ///
    /// ``RequestIDMiddleware`` gives one to requests without.
    public var requestID: String? { head.headerFields.requestID }

    /// The address of the caller's end of the connection, such as `192.0.2.1`; `nil` where the adapter does not know it.
    ///
    /// Behind a proxy, it is the proxy's.
    public var peer: String? { source?.peer }

    /// Returns the context that the HTTP framework has for the request, if it is of a type.
    public func framework<Context: Sendable>(_ type: Context.Type) -> Context? {
        source?.framework as? Context
    }
}

/// Where a request comes from, as the adapter of an HTTP framework knows it.
public struct RequestSource: Sendable {
    /// The address of the caller's end of the connection, without its port; `nil` if it is not known.
    public var peer: String?
    /// The framework's own context of the request; `nil` if it has none.
    public var framework: (any Sendable)?

    /// Creates a source.
    public init(peer: String? = nil, framework: (any Sendable)? = nil) {
        self.peer = peer
        self.framework = framework
    }
}

extension ServerRequest {
    /// What handlers know about the request.
    public var context: RequestContext { RequestContext(message, operation) }
}
