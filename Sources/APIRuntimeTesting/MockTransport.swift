public import APIRuntime
public import HTTPTypes

/// Answers a client's requests with prepared responses, and keeps the requests.
public final class MockTransport: ClientTransport {
    private let respond: @Sendable (RequestMessage) async throws -> ResponseMessage
    private let seen = Locked<[RequestMessage]>([])

    /// - Parameter respond: returns the response to a request.
    public init(_ respond: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage) {
        self.respond = respond
    }

    /// Gives every request the same response.
    public convenience init(status: Int, json: String = "", headers: HTTPFields = HTTPFields()) {
        var headers = headers
        if !json.isEmpty { headers[.contentType] = "application/json" }
        let head = HTTPResponse(status: HTTPResponse.Status(code: status), headerFields: headers)
        self.init { _ in ResponseMessage(head: head, body: HTTPBody(json)) }
    }

    /// The requests so far, in their order.
    public var requests: [RequestMessage] {
        seen.withLock { $0 }
    }

    public var validatesResponses: Bool { true }

    public func send(_ request: RequestMessage) async throws -> ResponseMessage {
        seen.withLock { $0.append(request) }
        return try await respond(request)
    }
}
