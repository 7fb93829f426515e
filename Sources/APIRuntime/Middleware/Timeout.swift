/// Too much time has passed.
public struct TimeoutError: Error, Sendable, CustomStringConvertible {
    /// How much time there was.
    public let limit: Duration

    public var description: String { "nothing happened within \(limit)" }
}

/// Fails exchanges that take too long until the response's head is there.
public struct TimeoutMiddleware: Middleware {
    /// How long an exchange may take.
    public let limit: Duration

    public init(_ limit: Duration) {
        self.limit = limit
    }

    /// - Throws: ``TimeoutError`` when the limit has passed; what `next` throws.
    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        try await withTimeout(limit) { try await next(request) }
    }
}

/// What `body` returns, unless it takes longer than the limit; it is cancelled then.
func withTimeout<Value: Sendable>(_ limit: Duration?, _ body: @escaping @Sendable () async throws -> Value) async throws -> Value {
    guard let limit else { return try await body() }
    return try await withThrowingTaskGroup(of: Value?.self) { group in
        group.addTask { try await body() }
        group.addTask {
            try await Task.sleep(for: limit)
            return nil
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() ?? nil else { throw TimeoutError(limit: limit) }
        return value
    }
}
