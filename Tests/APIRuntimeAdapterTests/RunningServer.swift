#if StatusService
import APIRuntime
import APIRuntimeHummingbird
import Hummingbird
import Logging
import ServiceLifecycle
import Synchronization

/// The operations that the tests of the adapters call.
enum Echo {
    static let echo = APIOperation(
        id: "echo", method: "POST", path: "/echo", requestBody: RequestBodyDescription(["*/*"]),
        responses: [ResponseDescription("200", ["*/*"])])
    static let numbers = APIOperation(
        id: "numbers", method: "GET", path: "/numbers", parameters: [Parameter("count", in: .query, required: true)],
        responses: [ResponseDescription("200", ["application/jsonl"])])
    static let upload = APIOperation(
        id: "upload", method: "PUT", path: "/upload/{name}", parameters: [Parameter("name", in: .path, required: true)],
        requestBody: RequestBodyDescription(["application/octet-stream"], required: true),
        responses: [ResponseDescription("200", ["application/json"])])
    static let remove = APIOperation(
        id: "remove", method: "DELETE", path: "/echo", responses: [ResponseDescription("204")])
    static let endless = APIOperation(
        id: "endless", method: "GET", path: "/endless", responses: [ResponseDescription("200", ["application/octet-stream"])])

    static var router: APIRuntime.Router {
        var router = APIRuntime.Router()
        router.add(echo) { request in
            .bytes(
                200, try request.bytesIfPresent() ?? HTTPBody(), as: request.message.head.headerFields[.contentType] ?? "text/plain"
            )
        }
        router.add(numbers) { request in
            let count = try request.query("count", as: Int.self)
            return .lines(200, JSONLines(Counting(count: count)))
        }
        router.add(upload) { request in
            let name = try request.path("name", as: String.self)
            var sum = 0
            for try await chunk in try request.bytes() { sum += chunk.count }
            return .json(200, [name: sum])
        }
        router.add(remove) { _ in .empty(204) }
        return router
    }

    /// The operations above, and one whose answer never ends by itself.
    static func router(endless stream: Endless) -> APIRuntime.Router {
        var router = router
        router.add(endless) { _ in .bytes(200, HTTPBody(stream)) }
        return router
    }
}

/// Counts from zero, without keeping what it counted.
struct Counting: AsyncSequence, Sendable {
    typealias Element = Int
    let count: Int

    func makeAsyncIterator() -> Iterator { Iterator(count: count) }

    struct Iterator: AsyncIteratorProtocol {
        let count: Int
        var next = 0

        mutating func next() async throws -> Int? {
            defer { next += 1 }
            return next < count ? next : nil
        }
    }
}

/// Chunks without end, which tells how many were asked for and when nobody asks any more.
struct Endless: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    let life = Life()
    /// How long the stream is silent before each chunk.
    var pause = Duration.zero
    var chunkSize = 1 << 16

    func makeAsyncIterator() -> Iterator { Iterator(end: End(life: life), pause: pause, chunkSize: chunkSize) }

    struct Iterator: AsyncIteratorProtocol {
        let end: End
        let pause: Duration
        let chunkSize: Int

        mutating func next() async throws -> [UInt8]? {
            if pause > .zero { try await Task.sleep(for: pause) }
            end.life.count()
            return [UInt8](repeating: 7, count: chunkSize)
        }
    }

    /// Gone with the last copy of the iterator that holds it.
    final class End: Sendable {
        let life: Life

        init(life: Life) {
            self.life = life
        }

        deinit {
            life.end()
        }
    }

    final class Life: Sendable {
        private let made = Atomic(0)
        private let ends = AsyncStream<Void>.makeStream()

        var chunks: Int { made.load(ordering: .relaxed) }

        func count() {
            made.add(1, ordering: .relaxed)
        }

        func end() {
            ends.continuation.finish()
        }

        /// Returns once the stream is let go of.
        func ended() async {
            for await _ in ends.stream {}
        }
    }
}

/// Runs a server with an API's operations, and a route of its own, on a free port of the loopback interface.
/// - Parameter limits: The limits of its connections.
func withRunningServer(
    _ router: APIRuntime.Router = Echo.router, limits: ConnectionLimits = ConnectionLimits(),
    _ body: @escaping @Sendable (_ url: String) async throws -> Void
) async throws {
    let own = Hummingbird.Router(context: ConnectionContext.self)
    own.get("/health") { _, _ in "ok" }
    let (ports, continuation) = AsyncStream<Int>.makeStream()
    var logger = Logger(label: "tests")
    logger.logLevel = .critical
    let application = Application(
        responder: APIResponder(router, fallback: own.buildResponder()),
        server: .http1(limits: limits),
        configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: 0)),
        onServerRunning: { channel in continuation.yield(channel.localAddress?.port ?? 0) },
        logger: logger)
    // A server that is cancelled traps in NIO on a connection that comes in at that moment; one that is told to stop does not.
    let service = ServiceGroup(services: [application], logger: logger)
    try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await service.run() }
        var iterator = ports.makeAsyncIterator()
        let port = await iterator.next() ?? 0
        do {
            try await body("http://127.0.0.1:\(port)")
        } catch {
            await service.triggerGracefulShutdown()
            throw error
        }
        await service.triggerGracefulShutdown()
        try await group.waitForAll()
    }
}

/// Returns what a running server with an API's operations writes back for one request.
/// - Parameter lines: the request line and the header fields other than `Host` and `Connection`.
func rawResponse(_ router: APIRuntime.Router, _ lines: [String], body: String = "") async throws -> String {
    let answers = ReceivedTexts()
    try await withRunningServer(router) { url in
        let port = Int(url.split(separator: ":").last ?? "") ?? 0
        let text = (lines + ["Host: a", "Connection: close", "", body]).joined(separator: "\r\n")
        answers.add(try await exchange(text, port: port))
    }
    return answers.texts.first ?? ""
}
#endif
