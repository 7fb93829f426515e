public import HTTPTypes

/// A transport that sends requests through another library's client, for example one that conforms to the `ClientTransport` of
/// Swift OpenAPI Generator.
///
/// The closure has the parameters of that protocol. Only the bodies have other types:
///
///     extension OpenAPIRuntime.ClientTransport {
///         var bridged: BridgedTransport {
///             BridgedTransport { request, body, baseURL, operationID in
///                 guard let url = URL(string: baseURL) else { throw URLError(.badURL) }
///                 return try await send(
///                     request, body: body.map { .init($0, length: .unknown, iterationBehavior: .single) }, baseURL: url,
///                     operationID: operationID)
///             }
///         }
///     }
public struct BridgedTransport: ClientTransport {
    private let exchange: @Sendable (RequestMessage) async throws -> ResponseMessage

    /// Creates a transport.
    ///
    /// - Parameter send: Sends a request. It receives the method, the path and the header fields, the body, the scheme and authority
    ///   of the server as a URL, and the id of the operation. It returns the head of the response and its body in chunks of bytes.
    public init<Body: AsyncSequence & Sendable>(
        _ send:
            @escaping @Sendable (
                _ request: HTTPRequest, _ body: HTTPBody?, _ baseURL: String, _ operationID: String
            ) async throws -> (HTTPResponse, Body?)
    ) where Body.Element: Collection<UInt8> & Sendable {
        exchange = { message in
            var head = message.head
            let baseURL = "\(head.scheme ?? "http")://\(head.authority ?? "")"
            // Transports of that protocol take both from the base URL.
            (head.scheme, head.authority) = (nil, nil)
            let (response, body) = try await send(head, message.body, baseURL, message.operation?.id ?? "")
            let chunks = body.map { HTTPBody($0.map { Array($0) }) }
            return ResponseMessage(head: response, body: chunks ?? HTTPBody())
        }
    }

    /// - Throws: What the closure throws.
    public func send(_ request: RequestMessage) async throws -> ResponseMessage {
        try await exchange(request)
    }
}
