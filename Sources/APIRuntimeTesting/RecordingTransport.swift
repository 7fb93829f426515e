public import APIRuntime
import HTTPTypes

/// Passes requests on to another transport, and keeps the exchanges.
public final class RecordingTransport: ClientTransport {
    private let transport: any ClientTransport
    private let kept = Locked<[Exchange]>([])

    /// A request and the response to it.
    public struct Exchange: Sendable {
        /// The request.
        public let request: RequestMessage
        /// The response with its whole body.
        public let response: ResponseMessage
    }

    /// Creates a transport that passes requests on to another.
    public init(_ transport: any ClientTransport) {
        self.transport = transport
    }

    /// The exchanges so far, in the order in which they ended.
    public var exchanges: [Exchange] {
        kept.withLock { $0 }
    }

    public var validatesResponses: Bool { true }

    public func send(_ request: RequestMessage) async throws -> ResponseMessage {
        var response = try await transport.send(request)
        response.body = HTTPBody(try await response.body.collect(upTo: 1 << 26))
        let exchange = Exchange(request: request, response: response)
        kept.withLock { $0.append(exchange) }
        return response
    }
}
