#if StatusService
import APIRuntime
import Features
import HTTPTypes
import Synchronization
import Testing

/// Generated senders and receivers of webhooks over a real socket.
struct WebhookWireTests {
    private struct Receiver: Webhooks.WebhookServer {
        let received: ReceivedTexts

        func thingCreated(body: Webhooks.Thing) async throws { received.add(body.name) }
        func onEvent(body: Webhooks.Thing) async throws -> Webhooks.Thing { body }
    }

    private let received = ReceivedTexts()

    /// The statuses that the receiver sends to requests of a client.
    private func statuses(
        _ signature: WebhookSignature, _ adapter: ClientAdapter = .asyncHTTPClient,
        _ clients: @escaping @Sendable (Webhooks.WebhookClient) -> [Webhooks.WebhookClient]
    ) async throws -> [Int] {
        let statuses = Mutex<[Int]>([])
        let router = Receiver(received: received).router(at: "/hooks", verifying: signature)
        try await withRunningServer(router) { url in
            for client in clients(Webhooks.WebhookClient(serverURL: url + "/hooks", transport: adapter.transport)) {
                do {
                    try await client.thingCreated(body: Webhooks.Thing(name: "a"))
                    statuses.withLock { $0.append(204) }
                } catch {
                    guard case Webhooks.ThingCreatedError.failed(let failure) = error,
                        case .undocumented = failure.cause, let response = failure.response
                    else { throw error }
                    #expect(response.headers[.contentType] == "application/problem+json")
                    statuses.withLock { $0.append(response.status) }
                }
            }
        }
        return statuses.withLock { $0 }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ClientAdapter.allCases)
    func aSignedRequestIsReceived(_ adapter: ClientAdapter) async throws {
        for signature in [
            WebhookSignature.standardWebhooks(secret: "whsec_c2VjcmV0"), .stripe(secret: "secret"), .github(secret: "secret"),
        ] {
            let statuses = try await statuses(signature, adapter) { [$0.with(signing: signature), $0] }
            #expect(statuses == [204, 401])
        }
        #expect(received.texts.count == 3)
    }

    @Test(.timeLimit(.minutes(1))) func eitherSecretVerifiesWhileOneIsReplaced() async throws {
        let statuses = try await statuses(.standardWebhooks(secret: "whsec_bmV3", "whsec_b2xk")) { client in
            ["whsec_bmV3", "whsec_b2xk", "whsec_bm9uZQ=="].map { client.with(signing: .standardWebhooks(secret: $0)) }
        }
        #expect(statuses == [204, 204, 401])
    }

    @Test(.timeLimit(.minutes(1))) func whatWasChangedOnItsWayIsRejected() async throws {
        let signature = WebhookSignature.standardWebhooks(secret: "whsec_c2VjcmV0")
        let statuses = try await statuses(signature) { client in
            let signed = client.with(signing: signature)
            return [
                signed.with(middleware: Change { $0.body = HTTPBody("{\"name\":\"b\"}") }),
                signed.with(middleware: Change("webhook-timestamp", "1614265330")),
                signed.with(middleware: Change("webhook-timestamp", "now")),
                signed.with(middleware: Change("webhook-id", "other")),
            ]
        }
        #expect(statuses == [401, 401, 400, 401])
        #expect(received.texts.isEmpty)
    }

    /// The body is checked before it is decoded, and no more of it is read than the router allows.
    @Test(.timeLimit(.minutes(1))) func bodiesAreVerifiedBeforeTheyAreDecoded() async throws {
        let signature = WebhookSignature.github(secret: "secret")
        let statuses = try await statuses(signature) { client in
            let signed = client.with(signing: signature)
            return [
                client.with(middleware: Change { $0.body = HTTPBody("no JSON") }),
                signed.with(middleware: Change { $0.body = HTTPBody([UInt8](repeating: 0x20, count: 2 << 20)) }),
            ]
        }
        #expect(statuses == [401, 413])
    }
}

/// Changes requests behind the signature.
private struct Change: Middleware {
    let change: @Sendable (inout RequestMessage) -> Void

    init(_ change: @escaping @Sendable (inout RequestMessage) -> Void) {
        self.change = change
    }

    /// Sets a header field.
    init(_ name: String, _ value: String) {
        change = { request in
            if let name = HTTPField.Name(name) { request.head.headerFields[name] = value }
        }
    }

    func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        var request = request
        change(&request)
        return try await next(request)
    }
}
#endif
