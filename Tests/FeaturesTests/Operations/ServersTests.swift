import APIRuntime
import APIRuntimeTesting
import Features
import HTTPTypes
import Testing

/// `Specs/Features/servers.yaml` and `webhooks.yaml`: where calls go.
struct ServersTests {
    private let transport = MockTransport(status: 204)

    private func url(_ call: (ServersAPI.Client) async throws -> Void) async throws -> String {
        try await call(ServersAPI.Client(serverURL: "http://example.org/v1", transport: transport))
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

    @Test func aClientMayIgnoreTheServersOfOperations() async throws {
        var client = ServersAPI.Client(serverURL: "http://localhost:1", transport: transport)
        client.configuration.ignoresOperationServers = true
        try await client.upload()
        #expect(transport.requests.last?.head.authority == "localhost:1")
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
