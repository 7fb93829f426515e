/// Carries a request to a server and its response back.
///
/// An adapter for each HTTP library conforms to it; tests use an in-process one.
public protocol ClientTransport: Sendable {
    /// Sends one request.
    /// - Parameter request: the request; its head has scheme, authority and path.
    /// - Returns: the response as soon as its head is there. The body may still be arriving.
    /// - Throws: what keeps the exchange from taking place. A status of any kind is not an error here.
    func send(_ request: RequestMessage) async throws -> ResponseMessage
    /// Whether responses are checked against the document's schemas where the client's configuration does not say.
    var validatesResponses: Bool { get }
}

extension ClientTransport {
    /// A client takes what a server sends; only transports made for tests check it.
    public var validatesResponses: Bool { false }
}
