import APIRuntime
import APIRuntimeTesting
import Features
import HTTPTypes
import Testing

/// The servers that answer with examples, as tests of a client use them.
struct FakeServerTests {
    @Test func theDocumentsExampleIsTheAnswerOrAValueThatFits() async throws {
        let fake = InProcessTransport(Bodies.FakeServer().router())
        let client = Bodies.Client(serverURL: "http://example.org", transport: fake)
        #expect(try await client.text(body: "sent") == "The example")
        #expect(try await client.json(body: .init(title: "sent")).title == "string")
    }

    @Test func anExampleThatTheTypeCannotBeReadFromIsNoAnswer() async throws {
        let client = Markup.Client(transport: InProcessTransport(Markup.FakeServer().router()))
        #expect(try await client.book(body: .init(id: 1, passenger: "", seats: [])).passenger == "Ada & Bob")
        #expect(try await client.shapes(body: .init()).lang == "string")
    }

    @Test func aRefusalSaysItsReason() async throws {
        let router = Bodies.FakeServer().router()
        for (path, type, reason) in [
            ("/nowhere", "text/plain", "nothing has this path"), ("/bytes", "", "the body is missing"),
            ("/json", "text/plain", "the body has to be application/json, not text/plain"),
        ] {
            var head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: path)
            if !type.isEmpty { head.headerFields[.contentType] = type }
            let response = await router.respond(to: RequestMessage(head: head, body: type.isEmpty ? nil : HTTPBody("x")))
            let body = try Bodies.Problem(json: try await response.body.collect(upTo: 9999))
            #expect(body.detail == reason)
        }
    }

    @Test func onlyTheAcceptedCredentialIsLetIn() async throws {
        var server = Security.FakeServer()
        server.acceptedCredential = "right"
        let fake = InProcessTransport(server.router())
        func client(_ token: String) -> Security.Client {
            Security.Client(
                serverURL: "http://example.org", credentials: .init(bearer: .init(stringLiteral: token)), transport: fake)
        }
        try await client("right").bearer()
        await #expect(throws: CallError.self) { try await client("wrong").bearer() }
    }
}
