import APIRuntime
import APIRuntimeTesting
import Features
import HTTPTypes
import Testing

/// `Specs/Features/servers.yaml` and `webhooks.yaml`: where calls go.
struct ServersTests {
    private let transport = MockTransport(status: 204)

    private func url(_ call: (ServersAPI.Client) async throws -> Void) async throws -> String {
        let client = ServersAPI.Client(serverURL: "http://example.org/v1", transport: transport)
        try await call(client.with { $0.usesOperationServers = true })
        let head = try #require(transport.requests.last?.head)
        return "\(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "")"
    }

    @Test func serversAreFunctionsOfTheirVariables() {
        #expect(ServersAPI.Servers.production() == "https://eu.example.org:443/v1")
        #expect(ServersAPI.Servers.production(region: .us1, port: "1") == "https://us-1.example.org:1/v1")
        #expect(ServersAPI.Servers.server2 == "http://localhost:8080")
    }

    @Test func anOperationsOwnServerGoesBeforeTheClients() async throws {
        #expect(try await url { try await $0.plain() } == "http://example.org/v1/plain")
        #expect(try await url { try await $0.upload() } == "https://upload.example.org/files/upload")
        #expect(try await url { try await $0.replace() } == "http://example.org/other/upload")
        #expect(try await url { try await $0.change() } == "http://example.org/v3/upload")
        #expect(try await url { try await $0.discard() } == "http://files.example.org/trash/upload")
    }

    @Test func aClientOfAURLCallsThatURL() async throws {
        try await ServersAPI.Client(serverURL: "http://localhost:1", transport: transport).upload()
        #expect(transport.requests.last?.head.authority == "localhost:1")
    }
}

/// `x-speakeasy-retries` and its kin.
struct RetriesTests {
    private let transport = MockTransport(status: 503)

    private func client(_ change: (inout ClientConfiguration) -> Void = { _ in }) -> ServersAPI.Client {
        ServersAPI.Client(serverURL: "http://example.org", transport: transport).with(change)
    }

    @Test func theDocumentSaysHowOftenACallIsSentAgain() async throws {
        let policy = try #require(ServersAPI.Operations.plain.retries)
        #expect(policy.retries == .max && policy.longestTime == .seconds(120) && policy.factor == 1.5)
        #expect(policy.statuses == Set(500...599).union([429]) && !policy.retriesConnectionFailures)
        await #expect(throws: CallError.self) { try await client().never() }
        #expect(transport.requests.count == 1)
    }

    @Test func theClientHasTheLastWord() async throws {
        let retries = RetryPolicy(retries: 4, pause: .zero)
        await #expect(throws: CallError.self) { try await client { $0.retries = retries }.never() }
        #expect(transport.requests.count == 5)
        await #expect(throws: CallError.self) { try await client { $0.retries = .off }.plain() }
        #expect(transport.requests.count == 6)
    }
}

struct WebhooksTests {
    private let receiver = RecordingTransport(InProcessTransport(Receiver().router()))

    @Test func aWebhookIsReceivedAtItsName() async throws {
        let client = Webhooks.WebhookClient(serverURL: "http://example.org", transport: receiver)
        try await client.thingCreated(body: Webhooks.Thing(name: "x"))
        #expect(receiver.exchanges.last?.request.head.path == "/thing.created")
        #expect(try await client.onEvent(body: Webhooks.Thing(name: "y")).name == "y seen")
    }

    @Test func aCallbackGoesToTheURLThatItsReceiverSaid() async throws {
        let transport = MockTransport(status: 200, json: #"{"name":"z"}"#)
        let client = Webhooks.WebhookClient(serverURL: "http://example.org", transport: transport)
        _ = try await client.sending(to: "https://example.com:8443/hooks/7?token=a#b").onEvent(body: Webhooks.Thing(name: "y"))
        #expect(transport.requests[0].head.authority == "example.com:8443")
        #expect(transport.requests[0].head.path == "/hooks/7?token=a")
    }
}

private struct Receiver: Webhooks.WebhookServer {
    func thingCreated(body: Webhooks.Thing) async throws {}
    func onEvent(body: Webhooks.Thing) async throws -> Webhooks.Thing { Webhooks.Thing(name: body.name + " seen") }
}
