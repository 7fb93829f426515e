#if StatusService
import APIRuntime
import HTTPTypes
import Testing

/// Time limits and cancellation, which hold to the last byte over every adapter.
@Suite(.timeLimit(.minutes(1)))
struct TimeTests {
    /// A server that stops somewhere and keeps the connection open.
    enum Silence: String, CaseIterable, Sendable {
        case atOnce = ""
        case inTheHead = "HTTP/1.1 200 OK\r\nContent-Ty"
        case afterTheHead = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\n"
        case inTheBody = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 100\r\n\r\nhalf"
    }

    @Test(arguments: ClientAdapter.allCases, Silence.allCases)
    func aSilentServerEndsInATimeLimit(adapter: ClientAdapter, silence: Silence) async throws {
        if adapter.trapsAtBrokenHeads, silence == .inTheHead { return }
        try await withScriptedServer({ _ in .init(silence.rawValue, hangs: true) }) { server in
            var idle = Wire.configuration(server, adapter)
            #expect(idle.idleTimeout == .seconds(60))
            idle.idleTimeout = .milliseconds(200)
            for configuration in [idle, Wire.configuration(server, adapter, timeout: .milliseconds(200))] {
                do {
                    _ = try await OperationCall(Wire.get(), configuration).send()
                    Issue.record("the call succeeded")
                } catch {
                    guard case .timedOut(after: .milliseconds(200))? = cause(of: error) else { throw error }
                }
                do {
                    for try await _ in try await OperationCall(Wire.get(), configuration).stream().body {}
                    Issue.record("the stream ended")
                } catch {
                    guard case .timedOut(after: .milliseconds(200))? = cause(of: error) else { throw error }
                }
            }
        }
    }

    @Test(arguments: ClientAdapter.allCases, Silence.allCases)
    func aCancelledCallSaysSo(adapter: ClientAdapter, silence: Silence) async throws {
        if adapter.trapsAtBrokenHeads, silence == .inTheHead { return }
        try await withScriptedServer({ _ in .init(silence.rawValue, hangs: true) }) { server in
            let configuration = Wire.configuration(server, adapter)
            let call = Task { try await OperationCall(Wire.get(), configuration).send().status }
            while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            call.cancel()
            do {
                _ = try await call.value
                Issue.record("the call succeeded")
            } catch {
                guard case .cancelled? = cause(of: error) else { throw error }
            }
        }
    }

    /// A transport by itself, and the body that it returned.
    @Test(arguments: ClientAdapter.allCases, [Silence.atOnce, .inTheBody])
    func aCancelledTransportThrowsCancellation(adapter: ClientAdapter, silence: Silence) async throws {
        try await withScriptedServer({ _ in .init(silence.rawValue, hangs: true) }) { server in
            let message = RequestMessage(
                head: HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/"))
            let (starts, start) = AsyncStream<Void>.makeStream()
            let transport = adapter.transport
            let exchange = Task {
                if silence == .atOnce { start.finish() }
                for try await _ in try await transport.send(message).body { start.finish() }
            }
            for await _ in starts {}
            while server.requests.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
            exchange.cancel()
            await #expect(throws: CancellationError.self) { try await exchange.value }
        }
    }

    @Test(arguments: ClientAdapter.allCases) func whatWasCancelledBeforeIsNotSent(adapter: ClientAdapter) async throws {
        try await withScriptedServer({ _ in .response("200 OK") }) { server in
            let message = RequestMessage(
                head: HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/"))
            let transport = adapter.transport
            let exchange = Task {
                withUnsafeCurrentTask { $0?.cancel() }
                _ = try await transport.send(message)
            }
            await #expect(throws: CancellationError.self) { try await exchange.value }
        }
    }
}
#endif
