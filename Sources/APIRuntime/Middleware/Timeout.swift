/// Too much time has passed.
public struct TimeoutError: Error, Sendable, CustomStringConvertible {
    /// The time limit.
    public let limit: Duration

    public var description: String { "nothing happened within \(limit)" }
}

/// Fails exchanges that take too long until the response's head is there.
public struct TimeoutMiddleware: Middleware {
    /// The time limit of an exchange.
    public let limit: Duration

    /// Creates a middleware with a time limit.
    public init(_ limit: Duration) {
        self.limit = limit
    }

    /// - Throws: ``TimeoutError`` when the limit has passed; what `next` throws.
    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        try await TimeLimits(total: limit, idle: nil).hold { try await next(request) }
    }
}
