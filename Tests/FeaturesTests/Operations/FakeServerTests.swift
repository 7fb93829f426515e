import APIRuntime
import APIRuntimeTesting
import Bodies
import Markup
import Security
import Testing

/// The servers that answer with examples, as tests of a client use them.
struct FakeServerTests {
    @Test func theDocumentsExampleIsTheAnswerOrAValueThatFits() async throws {
        let fake = InProcessTransport(try Bodies.FakeServer().router())
        let client = Bodies.Client(serverURL: "http://example.org", transport: fake)
        #expect(try await client.text(body: "sent") == "The example")
        #expect(try await client.json(body: .init(title: "sent")).title == "string")
    }

    @Test func anExampleThatTheTypeCannotBeReadFromIsNoAnswer() async throws {
        let client = Markup.Client(transport: InProcessTransport(try Markup.FakeServer().router()))
        #expect(try await client.book(body: .init(id: 1, passenger: "", seats: [])).passenger == "Ada & Bob")
        #expect(try await client.shapes(body: .init()).lang == "string")
    }

    @Test func onlyTheAcceptedCredentialIsLetIn() async throws {
        var server = try Security.FakeServer()
        server.acceptedCredential = "right"
        let fake = InProcessTransport(server.router())
        func client(_ token: String) -> Security.Client {
            Security.Client(
                serverURL: "http://example.org", credentials: .init(bearer: .init(stringLiteral: token)), transport: fake)
        }
        try await client("right").bearer()
        await #expect(throws: Security.BearerError.self) { try await client("wrong").bearer() }
    }
}
