import APIRuntime
import HTTPTypes
import MockServer
import Testing

/// Bodies that servers pass on before they know whether there is one.
struct MockBodyTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Bodies, version: "1"}
        paths:
          /optional:
            post:
              requestBody: {content: {application/json: {schema: {type: object}}}}
              responses: {"200": {description: OK}}
          /required:
            post:
              requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
              responses: {"200": {description: OK}}
        """

    /// A body of unknown length without anything in it.
    private var nothing: HTTPBody {
        HTTPBody(AsyncStream<[UInt8]> { $0.finish() })
    }

    @Test(arguments: [("/optional", 200), ("/required", 422)])
    func bodyThatNoFieldAnnouncesIsAbsent(path: String, status: Int) async throws {
        let head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: path)
        let response = try await mock(of: Self.document).respond(to: RequestMessage(head: head, body: nothing))
        #expect(response.head.status.code == status)
    }
}
