import HTTPTypes

extension APIClient {
    /// Returns a copy that signs the requests it sends, for the service that sends webhooks.
    ///
    /// The whole body is read first. Requests that are repeated keep the id of their message.
    ///
    /// - Parameter signature: The signature that the receiver verifies.
    public func with(signing signature: WebhookSignature) -> Self {
        var copy = self
        // The outermost place, so that a middleware that repeats requests repeats them with their signature.
        copy.configuration.middlewares.insert(SigningMiddleware(signature: signature), at: 0)
        return copy
    }
}

/// Adds a signature to the header fields of requests.
private struct SigningMiddleware: Middleware {
    let signature: WebhookSignature

    func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        var request = request
        let bytes = try await request.body?.collect(upTo: 1 << 26)
        if let bytes { request.body = HTTPBody(bytes) }
        request.head.headerFields = try signature.sign(bytes ?? [], headers: request.head.headerFields)
        return try await next(request)
    }
}
