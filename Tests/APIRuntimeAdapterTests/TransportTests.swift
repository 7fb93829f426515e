#if StatusService
import APIRuntime
import HTTPTypes
import Testing

/// Both client adapters against the server adapter, over a real socket.
struct TransportTests {
    private func call(_ operation: APIOperation, _ url: String, _ adapter: ClientAdapter) -> OperationCall {
        OperationCall(operation, ClientConfiguration(serverURL: url, transport: adapter.transport))
    }

    @Test(arguments: ClientAdapter.allCases) func aBodyComesBackAsItWasSent(adapter: ClientAdapter) async throws {
        try await withRunningServer { url in
            let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
            for body in [HTTPBody(bytes), HTTPBody(Pieces(bytes: bytes)), HTTPBody(Pieces(bytes: bytes), length: bytes.count)] {
                var call = call(Echo.echo, url, adapter)
                call.body(bytes: body, as: "image/png")
                let response = try await call.send()
                #expect(response.status == 200)
                #expect(response.bytes == bytes)
                #expect(try response.header("Content-Type", as: String.self) == "image/png")
            }
        }
    }

    @Test(arguments: ClientAdapter.allCases) func aCallWithoutBodyHasNone(adapter: ClientAdapter) async throws {
        try await withRunningServer { url in
            let response = try await call(Echo.echo, url, adapter).send()
            #expect(response.status == 200)
            #expect(response.bytes.isEmpty)
            var upload = call(Echo.upload, url, adapter)
            upload.path("name", "x")
            let refused = try await upload.send()
            #expect(refused.status == 400)
            #expect(try await call(Echo.remove, url, adapter).send().status == 204)
        }
    }

    @Test(arguments: ClientAdapter.allCases) func aStreamIsReadWhileItIsWritten(adapter: ClientAdapter) async throws {
        try await withRunningServer { url in
            var call = call(Echo.numbers, url, adapter)
            call.query("count", 2000)
            var sum = 0
            for try await number in try await call.stream().lines(of: Int.self) { sum += number }
            #expect(sum == 1_999_000)
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ClientAdapter.allCases, [Duration.zero, .milliseconds(20)])
    func aStreamThatIsDroppedEndsOnTheServer(adapter: ClientAdapter, pause: Duration) async throws {
        let stream = Endless(pause: pause)
        try await withRunningServer(Echo.router(endless: stream)) { url in
            for try await _ in try await call(Echo.endless, url, adapter).stream().body { break }
            await stream.life.ended()
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ClientAdapter.allCases, [Duration.zero, .milliseconds(20)])
    func aReaderThatIsCancelledEndsTheStreamOnTheServer(adapter: ClientAdapter, pause: Duration) async throws {
        let stream = Endless(pause: pause)
        try await withRunningServer(Echo.router(endless: stream)) { url in
            let (firsts, first) = AsyncStream<Void>.makeStream()
            let reader = Task {
                for try await _ in try await call(Echo.endless, url, adapter).stream().body { first.finish() }
            }
            for await _ in firsts {}
            reader.cancel()
            await stream.life.ended()
            _ = await reader.result
        }
    }

    @Test(.timeLimit(.minutes(1)), arguments: ClientAdapter.allCases)
    func aReaderThatWaitsHoldsTheServerBack(adapter: ClientAdapter) async throws {
        let stream = Endless()
        try await withRunningServer(Echo.router(endless: stream)) { url in
            let before = residentMegabytes()
            let response = try await call(Echo.endless, url, adapter).stream()
            var seen = -1
            while seen != stream.life.chunks, stream.life.chunks < 2000 {
                seen = stream.life.chunks
                try await Task.sleep(for: .milliseconds(500))
            }
            // What is not held back is at least not kept in memory.
            if adapter.holdsServersBack {
                #expect(stream.life.chunks < 2000, "nothing held the server back")
            } else {
                #expect(residentMegabytes() - before < 64)
            }
            defer { withExtendedLifetime(response) {} }
            for try await _ in response.body { break }
            await stream.life.ended()
            // The transport ends what is larger than 4 GiB by itself.
            #expect(stream.life.chunks < 50_000)
        }
    }

    @Test(arguments: ClientAdapter.allCases) func anUploadIsCountedAndItsNameIsWhole(adapter: ClientAdapter) async throws {
        try await withRunningServer { url in
            var call = call(Echo.upload, url, adapter)
            call.path("name", "a/b c%")
            call.body(bytes: HTTPBody(Pieces(bytes: [UInt8](repeating: 7, count: 100_000))))
            let response = try await call.send()
            #expect(try response.json([String: Int].self) == ["a/b c%": 100_000])
        }
    }

    @Test(arguments: ClientAdapter.allCases) func whatTheAPIDoesNotHaveIsLeftToTheApplication(adapter: ClientAdapter) async throws {
        try await withRunningServer { url in
            let authority = String(url.dropFirst("http://".count))
            let health = try await adapter.transport.send(
                RequestMessage(head: HTTPRequest(method: .get, scheme: "http", authority: authority, path: "/health")))
            #expect(try await health.body.collect(upTo: 10) == Array("ok".utf8))
            let wrongMethod = try await adapter.transport.send(
                RequestMessage(head: HTTPRequest(method: .get, scheme: "http", authority: authority, path: "/echo")))
            #expect(wrongMethod.head.status == .methodNotAllowed)
            #expect(wrongMethod.head.headerFields[.allow] == "POST, DELETE, OPTIONS")
            let nothing = try await adapter.transport.send(
                RequestMessage(head: HTTPRequest(method: .get, scheme: "http", authority: authority, path: "/nothing")))
            #expect(nothing.head.status == .notFound)
        }
    }

    /// AsyncHTTPClient goes on trying to connect, so that the client's own timeout may come first.
    @Test(arguments: ClientAdapter.allCases) func aServerThatIsNotThereIsAnError(adapter: ClientAdapter) async throws {
        let configuration = ClientConfiguration(
            serverURL: "http://127.0.0.1:1", transport: adapter.transport, timeout: .seconds(1))
        do {
            _ = try await OperationCall(Echo.echo, configuration).send()
            Issue.record("somebody answered")
        } catch {
            switch error.cause {
            case .transport, .timedOut: break
            default: Issue.record("\(error)")
            }
        }
    }
}

/// Bytes in chunks.
private struct Pieces: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    let bytes: [UInt8]

    func makeAsyncIterator() -> Iterator { Iterator(rest: bytes[...]) }

    struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<UInt8>

        mutating func next() async throws -> [UInt8]? {
            if rest.isEmpty { return nil }
            defer { rest = rest.dropFirst(10_000) }
            return Array(rest.prefix(10_000))
        }
    }
}
#endif
