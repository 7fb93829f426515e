#if StatusService
import APIRuntime
import HTTPTypes
import Synchronization
import Testing

/// What a client does about a server that fails for a while, over every adapter.
@Suite(.timeLimit(.minutes(1)))
struct RetryWireTests {
    /// Answers in turn, the last one again and again.
    private func script(_ answers: [ScriptedServer.Answer]) -> @Sendable (ScriptedServer.Request) -> ScriptedServer.Answer {
        let rest = Mutex(answers)
        return { _ in rest.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] } }
    }

    private static let broken = ScriptedServer.Answer(
        "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf", closes: true)
    private static let fine = ScriptedServer.Answer.response("200 OK", ["Content-Type: text/plain"], body: "done")
    private static let busy = ScriptedServer.Answer.response("429 Too Many Requests", ["Retry-After: 0"], body: "busy")

    private func configuration(_ server: ScriptedServer, _ adapter: ClientAdapter) -> ClientConfiguration {
        var configuration = Wire.configuration(server, adapter)
        configuration.retries.pause = .milliseconds(1)
        return configuration
    }

    @Test(arguments: ClientAdapter.allCases) func aPostAfterABrokenConnectionHasTheSameKey(adapter: ClientAdapter) async throws {
        try await withScriptedServer(script([Self.broken, Self.busy, Self.fine])) { server in
            var call = OperationCall(Wire.send("POST"), configuration(server, adapter))
            call.body(text: "order")
            let text = try await call.send().text()
            #expect(text == "done")
            let keys = server.requests.map { $0.values("Idempotency-Key") }
            #expect(keys.count == 3 && keys[0].count == 1 && Set(keys).count == 1)
            #expect(server.requests.map(\.body) == ["order", "order", "order"])
        }
    }

    @Test(arguments: ClientAdapter.allCases) func aServerThatIsGoneIsCalledAgain(adapter: ClientAdapter) async throws {
        // Nothing listens on the port that TCP's multiplexer once had.
        var configuration = ClientConfiguration(serverURL: "http://127.0.0.1:1", transport: adapter.transport)
        configuration.retries.pause = .milliseconds(1)
        let waits = Mutex(0)
        configuration.middlewares = [Counting { waits.withLock { $0 += 1 } }]
        await #expect(throws: CallError.self) { try await OperationCall(Wire.get(), configuration).send() }
        #expect(waits.withLock { $0 } == 3)
    }

    @Test(arguments: ClientAdapter.allCases) func aRefusedTokenIsRenewedOnceForAllCalls(adapter: ClientAdapter) async throws {
        let fetched = Mutex(0)
        let next: @Sendable () -> Int = {
            fetched.withLock { fetched in
                fetched += 1
                return fetched
            }
        }
        let script: @Sendable (ScriptedServer.Request) -> ScriptedServer.Answer = { request in
            request.values("Authorization") == ["Bearer token1"] ? .response("401 Unauthorized", body: "ended") : Self.fine
        }
        try await withScriptedServer(script) { server in
            var configuration = configuration(server, adapter)
            configuration.credentials["bearer"] = Credential<BearerScheme>.renewed {
                try await Task.sleep(for: .milliseconds(20))
                return AccessToken(value: "token\(next())")
            }
            let call = OperationCall(Wire.get(), configuration)
            let texts = try await withThrowingTaskGroup(of: String.self) { group in
                for _ in 0..<50 { group.addTask { try await call.send().text() } }
                return try await group.reduce(into: Set()) { $0.insert($1) }
            }
            #expect(texts == ["done"])
            #expect(fetched.withLock { $0 } == 2)
        }
    }

    private struct Counting: Middleware {
        let count: @Sendable () -> Void

        func intercept(
            _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
        ) async throws -> ResponseMessage {
            count()
            return try await next(request)
        }
    }
}
#endif
