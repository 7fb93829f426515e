/// Something that stands between caller and callee and sees every exchange, on a client and on a server alike.
public protocol Middleware: Sendable {
    /// Passes a request on, or responds to it.
    /// - Parameters:
    ///   - request: what is to be sent (client) or was received (server).
    ///   - next: the rest of the way; may be called any number of times.
    /// - Returns: the response, changed or not.
    /// - Throws: what `next` throws, or a reason of its own.
    func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage
}

extension Sequence<any Middleware> {
    /// Runs a request through all middlewares, the first one outermost, and then through `last`.
    func run(
        _ request: RequestMessage, last: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        var next = last
        for middleware in reversed() {
            let inner = next
            next = { request in try await middleware.intercept(request, next: inner) }
        }
        return try await next(request)
    }
}
