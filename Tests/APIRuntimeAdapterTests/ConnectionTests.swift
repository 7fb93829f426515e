#if StatusService
import APIRuntime
import APIRuntimeHummingbird
import Foundation
import Synchronization
import Testing

/// Connections that are slow, or that say what HTTP/1.1 does not allow. Where the server did not close them, a test would not end.
@Suite struct ConnectionTests {
    private let short = ConnectionLimits(head: .milliseconds(300), stall: .milliseconds(300), drain: .milliseconds(300))

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            "", "GET /numbers?count=1 HT", "GET / HTTP/1.1\r\nHost: a\r\n",
            "PUT /upload/a HTTP/1.1\r\nHost: a\r\nContent-Type: application/octet-stream\r\nContent-Length: 9\r\n\r\n1",
        ])
    func slowRequestIsGivenUp(start: String) async throws {
        try await withRunningServer(limits: short) { url in
            let answer = try await exchange(start, port: port(of: url))
            #expect(answer.isEmpty)
        }
    }

    @Test(.timeLimit(.minutes(1))) func idleConnectionEndsAfterItsLastResponse() async throws {
        try await withRunningServer(limits: short) { url in
            let answer = try await exchange("GET /numbers?count=1 HTTP/1.1\r\nHost: a\r\n\r\n", port: port(of: url))
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(!answer.lowercased().contains("connection: close"))
        }
    }

    @Test(.timeLimit(.minutes(1))) func streamToACallerThatDoesNotReadIsEnded() async throws {
        let endless = Endless()
        try await withRunningServer(Echo.router(endless: endless), limits: short) { url in
            let socket = try Socket.connected(to: port(of: url))
            socket.write("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
            await endless.life.ended()
            socket.closeDescriptor()
        }
    }

    /// There are more bodies than threads. If each kept one, no task would be left for a time limit: a timer that needs none ends them.
    @Test func bodiesThatNeverWaitLeaveThreadsToOthers() async throws {
        let busy = Busy()
        var router = Echo.router
        router.add(Echo.endless) { _ in .bytes(200, HTTPBody(busy)) }
        let timer = DispatchSource.makeTimerSource(queue: .global())
        timer.setEventHandler { busy.end() }
        timer.schedule(deadline: .now() + 30)
        timer.resume()
        defer { timer.cancel() }
        try await withRunningServer(router) { url in
            let sockets = try (0..<32).map { _ in try Socket.connected(to: port(of: url)) }
            for socket in sockets { socket.write("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n") }
            await busy.begun(32)
            let request = "GET /numbers?count=1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"
            #expect(try await exchange(request, port: port(of: url)).hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(!busy.hasEnded)
            busy.end()
            for socket in sockets { socket.closeDescriptor() }
        }
    }

    /// `withRunningServer` ends once the server has.
    @Test(.timeLimit(.minutes(1))) func shutdownEndsAnEndlessStream() async throws {
        let endless = Endless(pause: .milliseconds(20), chunkSize: 10)
        let limits = ConnectionLimits(drain: .milliseconds(300))
        let socket = Mutex<Socket?>(nil)
        try await withRunningServer(Echo.router(endless: endless), limits: limits) { url in
            let connection = try Socket.connected(to: port(of: url))
            connection.write("GET /endless HTTP/1.1\r\nHost: a\r\n\r\n")
            _ = connection.read()
            socket.withLock { $0 = connection }
        }
        await endless.life.ended()
        socket.withLock { $0?.closeDescriptor() }
    }

    @Test(arguments: [
        ("GET /numbers?count=1 HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n"),
        ("GET /numbers?count=1 HTTP/1.1\r\n\r\n", "HTTP/1.1 400 Bad Request\r\n"),
        (
            "POST /echo HTTP/1.1\r\nHost: a\r\nExpect: the best\r\nContent-Length: 2\r\n\r\nhi",
            "HTTP/1.1 417 Expectation Failed\r\n"
        ),
        ("GET /numbers?count=2 HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "HTTP/1.0 200 OK\r\n"),
        ("GET /numbers?count=1 HTTP/1.1\r\nHost: a\r\nConnection: Close, x\r\n\r\n", "HTTP/1.1 200 OK\r\n"),
    ]) func connectionIsClosedAfterTheResponse(request: String, start: String) async throws {
        try await withRunningServer { url in
            let answer = try await exchange(request, port: port(of: url))
            #expect(answer.hasPrefix(start))
            #expect(answer.lowercased().contains("connection: close"))
            if start.hasPrefix("HTTP/1.0") { #expect(answer.hasSuffix("\r\n\r\n0\n1\n")) }
        }
    }

    @Test func refusalFollowsTheResponsesBefore() async throws {
        try await withRunningServer { url in
            let good = "GET /numbers?count=1 HTTP/1.1\r\nHost: a\r\n\r\n"
            let answer = try await exchange(good + good + "GET / HTTP/1.1\r\n\r\n" + good, port: port(of: url))
            #expect(answer.matches(of: /HTTP\/1.1 (\d+)/).map(\.1) == ["200", "200", "400"])
        }
    }

    @Test func callerThatExpectsToContinueIsAnswered() async throws {
        try await withRunningServer { url in
            let socket = try Socket.connected(to: port(of: url))
            defer { socket.closeDescriptor() }
            socket.write("POST /echo HTTP/1.1\r\nHost: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\n")
            #expect(String(decoding: socket.read(), as: UTF8.self) == "HTTP/1.1 100 Continue\r\n\r\n")
            socket.write("hi")
            var answer = ""
            while case let bytes = socket.read(), !bytes.isEmpty { answer += String(decoding: bytes, as: UTF8.self) }
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.hasSuffix("\r\n\r\nhi"))
        }
    }
}

/// Empty chunks that are there at once, for which a server writes nothing, until they are ended.
private final class Busy: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    private let isEnded = Atomic(false)
    private let starts = AsyncStream<Void>.makeStream()

    /// Waits until this many iterations have begun.
    func begun(_ count: Int) async {
        var seen = 0
        for await _ in starts.stream {
            seen += 1
            if seen == count { return }
        }
    }

    var hasEnded: Bool { isEnded.load(ordering: .relaxed) }

    func end() {
        isEnded.store(true, ordering: .relaxed)
    }

    func makeAsyncIterator() -> Iterator {
        starts.continuation.yield()
        return Iterator(busy: self)
    }

    struct Iterator: AsyncIteratorProtocol {
        let busy: Busy

        mutating func next() async throws -> [UInt8]? {
            busy.hasEnded ? nil : []
        }
    }
}

private func port(of url: String) -> Int {
    Int(url.split(separator: ":").last ?? "") ?? 0
}
#endif
