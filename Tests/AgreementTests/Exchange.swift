import AgreementJudge
import APIRuntime
import APIRuntimeTesting
import HTTPTypes

/// An operation that is called through the generated client and answered by the generated server.
struct Exchange: Sendable {
    /// Method and path, such as `POST /pets`.
    let operation: String
    private let server: @Sendable () throws -> Router
    private let call: @Sendable (any ClientTransport, Members) async throws -> Void

    /// - Parameters:
    ///   - server: makes the server, which answers with examples.
    ///   - call: calls the operation with a body that is read from JSON.
    init(
        _ operation: String, server: @escaping @Sendable () throws -> Router,
        call: @escaping @Sendable (any ClientTransport, Members) async throws -> Void
    ) {
        self.operation = operation
        self.server = server
        self.call = call
    }

    /// The request that the client sends with a body; nil where its type cannot be read from the JSON.
    func request(body: JSONValue) async -> RequestMessage? {
        let mock = MockTransport(status: 500)
        _ = try? await call(mock, Members(body))
        return mock.requests.first
    }

    /// What the server answers to a request with other JSON in its body: the text of its refusal, nil where it takes the request.
    func refusal(of json: String, in request: RequestMessage) async throws -> String? {
        var request = request
        request.body = HTTPBody(json)
        request.head.headerFields[.contentLength] = nil
        let response = try await InProcessTransport(try server()).send(request)
        guard response.head.status.kind == .clientError else { return nil }
        return String(decoding: try await response.body.collect(upTo: 1 << 20), as: UTF8.self)
    }

    /// What the client says of a response: nil where it takes it.
    func failure(ofResponse json: String, status: Int, body: JSONValue) async -> String? {
        do {
            try await call(MockTransport(status: status, json: json), Members(body))
            return nil
        } catch {
            return "\(error)"
        }
    }
}
