/// Carries a request to a server and its response back.
///
/// An adapter for each HTTP library conforms to it; tests use an in-process one.
public protocol ClientTransport: Sendable {
    /// Sends one request.
    /// - Parameter request: the request; its head has scheme, authority and path.
    /// - Returns: the response as soon as its head is there. The body may still be arriving.
    /// - Throws: what keeps the exchange from taking place. A status of any kind is not an error here.
    func send(_ request: RequestMessage) async throws -> ResponseMessage
}
