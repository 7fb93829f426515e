/// Carries a request to a server and its response back.
///
/// An adapter for each HTTP library conforms to it; tests use an in-process one. A transport carries exactly one exchange:
///
/// - It follows no redirects and handles no authentication challenges: every status is returned. The client follows redirects.
/// - It adds no cookies and stores none.
/// - It sends one header field for each of ``RequestMessage/fieldLines`` and returns every field line of the response.
/// - It throws `CancellationError` when the task is cancelled, also while the body of the response is read.
/// - It ends the exchange when the iterator of the response's body is dropped, or the body without having been read.
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
