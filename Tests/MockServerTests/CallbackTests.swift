import APIRuntime
import Diagnostics
import HTTPTypes
import MockServer
import Testing

/// The requests that the mock sends by itself.
struct CallbackTests {
    private let receiver = Receiver()

    private func call(_ path: String, _ body: String, headers: HTTPFields = [:]) async throws -> ResponseMessage {
        var options = MockOptions()
        options.callbacks = receiver
        let mock = try mock(of: document, options: options)
        var head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: path)
        head.headerFields = headers
        head.headerFields[.contentType] = "application/json"
        let response = await mock.respond(to: RequestMessage(head: head, body: HTTPBody(body)))
        await mock.finishCallbacks()
        return response
    }

    @Test func callbackIsSentToTheURLOfTheBody() async throws {
        #expect(try await call("/subscribe?id=7", #"{"url": "http://127.0.0.1:1/hook?a=b"}"#).head.status == .accepted)
        let sent = try #require(receiver.requests.first)
        #expect(receiver.requests.count == 1)
        #expect(sent.head.method == .post)
        #expect(sent.head.authority == "127.0.0.1:1")
        #expect(sent.head.path == "/hook?a=b&id=7&status=202")
        #expect(sent.head.headerFields[.contentType] == "application/json")
        #expect(sent.body?.bytes.map { String(decoding: $0, as: UTF8.self) } == #"{"paid":true}"#)
    }

    @Test(arguments: [
        #"{"url": "file:///etc/passwd"}"#, #"{"url": "http://a b/"}"#, #"{"url": "http://a/\r\nX: y"}"#, #"{"url": 1}"#, "{}",
    ]) func callbackWithoutAURLIsNotSent(body: String) async throws {
        _ = try await call("/subscribe?id=7", body)
        #expect(receiver.requests.isEmpty)
    }

    @Test func invalidRequestCausesNoCallback() async throws {
        #expect(try await call("/subscribe?id=x", #"{"url": "http://127.0.0.1:1/"}"#).head.status.code == 422)
        #expect(receiver.requests.isEmpty)
    }

    @Test func callbacksAreSentHoweverManyWereSentBefore() async throws {
        var options = MockOptions()
        options.callbacks = receiver
        let mock = try mock(of: document, options: options)
        for number in 1...50 {
            var head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/subscribe?id=7")
            head.headerFields[.contentType] = "application/json"
            _ = await mock.respond(to: RequestMessage(head: head, body: HTTPBody(#"{"url": "http://127.0.0.1:1/"}"#)))
            for _ in 0..<1000 where receiver.requests.count < number { try await Task.sleep(for: .milliseconds(1)) }
        }
        await mock.finishCallbacks()
        #expect(receiver.requests.count == 50)
    }

    @Test func callbackIsNotSentWithoutTheOption() async throws {
        let mock = try mock(of: document)
        let head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/subscribe?id=7")
        let response = await mock.respond(to: RequestMessage(head: head, body: HTTPBody(#"{"url": "http://127.0.0.1:1/"}"#)))
        await mock.finishCallbacks()
        #expect(response.head.status == .accepted)
        #expect(receiver.requests.isEmpty)
    }
}

/// Keeps what is sent.
private final class Receiver: ClientTransport {
    private let kept = Diagnostics.Locked<[RequestMessage]>([])

    var requests: [RequestMessage] { kept.withLock { $0 } }

    func send(_ request: RequestMessage) async throws -> ResponseMessage {
        kept.withLock { $0.append(request) }
        return ResponseMessage(head: HTTPResponse(status: .ok))
    }
}

private let document = """
    openapi: 3.1.0
    info: {title: Callbacks, version: "1"}
    paths:
      /subscribe:
        post:
          parameters: [{name: id, in: query, required: true, schema: {type: integer}}]
          requestBody: {content: {application/json: {schema: {type: object}}}}
          responses: {"202": {description: Later}}
          callbacks:
            paid:
              "{$request.body#/url}&id={$request.query.id}&status={$statusCode}":
                post:
                  requestBody: {content: {application/json: {example: {paid: true}}}}
                  responses: {"200": {description: OK}}
    """
