import HTTPTypes

extension Router {
    /// Returns a copy that verifies the signature of each request before its body is decoded.
    ///
    /// The whole body is read first, up to the operation's or the router's limit. A request without a valid signature is rejected
    /// with status 401, and one whose signature cannot be read with status 400.
    ///
    /// - Parameter signature: The signature; `nil` to verify none.
    public func verifying(_ signature: WebhookSignature?) -> Router {
        var copy = self
        copy.signature = signature
        return copy
    }

    /// Returns a request whose signature is valid, with the bytes that were verified as its body.
    func verified(_ message: RequestMessage, upTo limit: Int) async throws -> RequestMessage {
        guard let signature else { return message }
        let bytes = try await message.body?.collect(upTo: limit)
        try signature.verify(bytes ?? [], headers: message.head.headerFields)
        var message = message
        message.body = bytes.map { HTTPBody($0) }
        return message
    }
}
