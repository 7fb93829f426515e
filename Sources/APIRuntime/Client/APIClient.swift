public import HTTPTypes

/// A client that was generated from a document.
public protocol APIClient: Sendable {
    /// Server, credentials, transport and settings.
    var configuration: ClientConfiguration { get set }
}

extension APIClient {
    /// A copy with another configuration, for one call or for many.
    ///
    ///     let order = try await client.with { $0.timeout = .seconds(2); $0.retries = .off }.getOrder(id: 1)
    ///
    /// - Parameter change: Sets what is different.
    public func with(_ change: (inout ClientConfiguration) throws -> Void) rethrows -> Self {
        var copy = self
        try change(&copy.configuration)
        return copy
    }

    /// A copy whose calls fail when they take longer.
    /// - Parameter timeout: from the first byte of the request to the last of the response, which may be a stream.
    public func with(timeout: Duration) -> Self {
        var copy = self
        copy.configuration.timeout = timeout
        return copy
    }

    /// A copy whose calls fail when no byte is sent or received for a time, 60 seconds by default.
    /// - Parameter idleTimeout: the greatest silence, also within a streamed response; `nil`: as long as the transport allows.
    public func with(idleTimeout: Duration?) -> Self {
        var copy = self
        copy.configuration.idleTimeout = idleTimeout
        return copy
    }

    /// A copy whose calls also pass another middleware, inside those that are there.
    public func with(middleware: any Middleware) -> Self {
        var copy = self
        copy.configuration.middlewares.append(middleware)
        return copy
    }

    /// A copy that sends all requests to one URL instead of the operation's path: for webhooks and callbacks, whose receivers
    /// provide it.
    /// - Parameter url: an absolute URL; a query in it is kept.
    public func sending(to url: String) -> Self {
        var copy = self
        copy.configuration.targetURL = url
        return copy
    }

    /// A call's value together with the status and the header fields it came with.
    ///
    ///     let response = try await client.response { try await $0.lambdaInstanceStatus(uuid: 3) }
    ///
    /// - Parameters:
    ///   - isolation: the caller's actor, on which `call` runs.
    ///   - call: calls one operation; of several, the last response counts.
    /// - Throws: what `call` throws. The ``OperationError/response`` of the error is the one that it came with.
    public func response<Value, Failure: Error>(
        isolation: isolated (any Actor)? = #isolation, _ call: (Self) async throws(Failure) -> Value
    ) async throws(Failure) -> FullResponse<Value> {
        let recorder = ResponseRecorder()
        var copy = self
        copy.configuration.recorder = recorder
        let value = try await call(copy)
        let head = recorder.head
        return FullResponse(status: head?.status.code ?? 0, headers: head?.headerFields ?? HTTPFields(), body: value)
    }
}

/// A value and the head of the response that it came with.
public struct FullResponse<Body> {
    /// The status, for example 200.
    public let status: Int
    /// The header fields, documented or not.
    public let headers: HTTPFields
    /// The value that the operation returns.
    public let body: Body

    /// The identifier under which the service knows the request, from the usual header fields; `nil` where it sends none.
    public var requestID: String? { headers.requestID }
}

extension FullResponse: Sendable where Body: Sendable {}

/// Keeps the head of the last response.
final class ResponseRecorder: Sendable {
    private let last = Locked<HTTPResponse?>(nil)

    var head: HTTPResponse? {
        last.withLock { $0 }
    }

    func record(_ head: HTTPResponse) {
        last.withLock { $0 = head }
    }
}
