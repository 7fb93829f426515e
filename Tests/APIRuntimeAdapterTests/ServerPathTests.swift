#if StatusService
import APIRuntime
import HTTPTypes
import Features
import Testing

/// The URLs of a document's servers, which the generated client sends requests to, and the paths at which the generated router finds them.
@Suite(.timeLimit(.minutes(1)))
struct ServerPathTests {
    @Test(arguments: ClientAdapter.allCases) func anAbsoluteURLIsWhereTheRouterIs(adapter: ClientAdapter) async throws {
        try await withRunningServer(Markup.FakeServer().router()) { url in
            let client = Markup.Client(transport: Local(url, adapter))
            #expect(client.configuration.serverURL == "https://example.com/markup/v1")
            _ = try await client.book(body: Markup.Booking(id: 1, passenger: "Ada", seats: ["1A"]))
        }
    }

    @Test(arguments: ClientAdapter.allCases) func aRelativeURLIsBelowTheHost(adapter: ClientAdapter) async throws {
        try await withRunningServer(Nullability.FakeServer().router()) { url in
            _ = try await Nullability.Client(serverURL: url + "/notes", transport: adapter.transport).setNote(body: nil)
        }
    }

    @Test(arguments: ClientAdapter.allCases) func aTemplatedURLHasItsDefaults(adapter: ClientAdapter) async throws {
        try await withRunningServer(Done().router()) { url in
            let client = ServersAPI.Client(serverURL: ServersAPI.Servers.production(), transport: Local(url, adapter))
            try await client.plain()
        }
    }

    @Test(arguments: ClientAdapter.allCases) func anOperationIsFoundAtItsOwnServerToo(adapter: ClientAdapter) async throws {
        for base in ["/v1", "/v2"] {
            try await withRunningServer(Done().router(at: base)) { url in
                var client = ServersAPI.Client(serverURL: url + base, transport: Local(url, adapter))
                client.configuration.usesOperationServers = true
                try await client.upload()
                try await client.replace()
                try await client.change()
                try await client.discard()
                client.configuration.usesOperationServers = false
                try await client.upload()
            }
        }
    }

    @Test func aRouterKeepsToItsPath() async throws {
        let router = Done().router(at: "/v2")
        for (path, status) in [("/v1/plain", 404), ("/v2/plain", 204), ("/plain", 404), ("/files/plain", 404)] {
            let head = HTTPRequest(method: .get, scheme: "http", authority: "localhost", path: path)
            #expect(await router.respond(to: RequestMessage(head: head)).head.status.code == status, "\(path)")
        }
    }
}

/// Sends requests for any host to a local server.
private struct Local: ClientTransport {
    let authority: String
    let adapter: ClientAdapter

    init(_ url: String, _ adapter: ClientAdapter) {
        authority = String(url.dropFirst("http://".count))
        self.adapter = adapter
    }

    func send(_ request: RequestMessage) async throws -> ResponseMessage {
        var request = request
        request.head.scheme = "http"
        request.head.authority = authority
        return try await adapter.transport.send(request)
    }
}

private struct Done: ServersAPI.Server {
    func plain() async throws {}
    func never() async throws {}
    func upload() async throws {}
    func replace() async throws {}
    func change() async throws {}
    func discard() async throws {}
}
#endif
