#if Mock
import APIRuntime
import HTTPTypes
import MockServer
import Synchronization
import Testing

/// Which requests a test sends, and what it says about all of them.
@Suite(.timeLimit(.minutes(1))) struct ContractRunTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Runs, version: "1"}
        servers: [{url: /v1}]
        paths:
          /pets/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
            delete: {operationId: remove, responses: {"204": {description: Gone}}}
            get:
              operationId: show
              parameters:
                - {name: X-Tenant, in: header, required: true, schema: {type: string}}
                - {name: key, in: query, schema: {type: string}}
              security: [{key: [], login: []}]
              responses: {"200": {description: OK}, "401": {description: Who}}
          /pets:
            post:
              operationId: add
              requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
              responses: {"201": {description: OK}, "422": {description: Invalid}}
            get:
              operationId: list
              parameters: [{name: limit, in: query, schema: {type: integer}}]
              responses: {"200": {description: OK}, "400": {description: Invalid}}
          /upload:
            put:
              operationId: upload
              requestBody: {required: true, content: {multipart/form-data: {example: {a: [x, y]}, schema: {type: object}}}}
              responses: {"200": {description: OK}}
        components:
          securitySchemes: {key: {type: apiKey, in: query, name: secret}, login: {type: http, scheme: basic}}
          schemas: {Pet: {type: object, required: [name], properties: {name: {type: string, example: Rex}}}}
        """

    /// Runs a test against a transport, and returns what was sent, as the method, path and fields of interest of each request.
    private func sent(
        _ change: (inout ContractOptions) -> Void = { _ in }
    ) async throws -> (sent: [RequestMessage], ContractSummary) {
        let log = RequestLog()
        var options = ContractOptions(serverURL: "http://localhost/v1")
        change(&options)
        let summary = try await runTest(options, document: Self.document, through: log).summary
        return (log.requests, summary)
    }

    @Test func onlySafeMethodsAreCalledByDefault() async throws {
        let (requests, summary) = try await sent()
        #expect(requests.map { "\($0.head.method) \($0.head.path ?? "")" } == ["GET /v1/pets/1", "GET /v1/pets"])
        #expect(summary.unsafeOperations == 3)
    }

    @Test func allMethodsAreCalledOnDemandAndDeletionsComeLast() async throws {
        let (requests, _) = try await sent { $0.callsUnsafeMethods = true }
        #expect(requests.map(\.head.method.rawValue) == ["GET", "POST", "GET", "PUT", "DELETE"])
        #expect(requests[1].body?.bytes == Array(#"{"name":"Rex"}"#.utf8))
        let form = try await requests[3].body?.collect(upTo: 1_000)
        #expect(String(decoding: form ?? [], as: UTF8.self).matches(of: /form-data; name="a"/).count == 2)
    }

    @Test func optionsAreSentAndCredentialsAreNotInMessages() async throws {
        let (requests, _) = try await sent { options in
            options.credentials = ["key": "k&1", "login": "me:pass"]
            options.parameters = ["id": "42", "limit": "7"]
            options.headers = [(HTTPField.Name("X-Tenant") ?? .accept): "acme"]
        }
        #expect(requests[0].head.path == "/v1/pets/42?secret=k%261")
        #expect(requests[0].head.headerFields[.authorization] == "Basic bWU6cGFzcw==")
        #expect(HTTPField.Name("X-Tenant").map { requests[0].head.headerFields[values: $0] } == ["acme"])
        #expect(requests[1].head.path == "/v1/pets?limit=7")
    }

    @Test func eachOperationGetsAnInvalidRequestOnDemand() async throws {
        let log = RequestLog()
        var options = ContractOptions(serverURL: "http://localhost")
        (options.sendsInvalidRequests, options.callsUnsafeMethods) = (true, true)
        let (reports, summary) = try await runTest(options, document: Self.document, through: log)
        #expect(
            reports.compactMap(\.violation) == ["invalid body member 'name'", "invalid 'limit'", "invalid 'id'"])
        #expect(log.requests.contains { $0.body?.bytes == Array(#"{"name":{}}"#.utf8) })
        #expect(log.requests.contains { $0.head.path == "/pets?limit=invalid" })
        // The transport accepts everything.
        #expect(summary.failed >= 3)
    }

    @Test func serverThatCannotBeReachedEndsTheTest() async throws {
        let (reports, summary) = try await runTest(ContractOptions(serverURL: "http://127.0.0.1:1"))
        #expect(reports.isEmpty)
        #expect(summary.unreachable != nil)
    }

    @Test func timeForAllRequestsIsLimited() async throws {
        var options = ContractOptions(serverURL: "http://localhost")
        options.totalTimeout = .zero
        let (reports, summary) = try await runTest(options, document: Self.document, through: RequestLog())
        #expect(reports.isEmpty)
        #expect(summary.hasRunOutOfTime)
    }
}

/// Keeps requests, and responds with status 200 or what the method usually has.
private final class RequestLog: ClientTransport {
    private let state = Mutex<[RequestMessage]>([])

    var requests: [RequestMessage] { state.withLock { $0 } }

    func send(_ request: RequestMessage) async throws -> ResponseMessage {
        state.withLock { $0.append(request) }
        return ResponseMessage(head: HTTPResponse(status: .ok))
    }
}
#endif
