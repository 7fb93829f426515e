#if StatusService
import APIRuntime
import APIRuntimeObservability
import HTTPTypes
import InMemoryTracing
import Instrumentation
import Logging
import Metrics
import MetricsTestKit
import Synchronization
import Testing
import Tracing

/// Metrics and tracing have one system for each process, hence one test for both.
struct ObservabilityTests {
    private func respond(_ middlewares: [any Middleware], path: String, headers: HTTPFields = HTTPFields()) async -> Int {
        var router = Echo.router
        router.middlewares = middlewares
        var head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: path)
        head.headerFields = headers
        return await router.respond(to: RequestMessage(head: head)).head.status.code
    }

    @Test func credentialsAndQueriesAreNotLogged() async {
        let lines = Lines()
        var logger = Logger(label: "test") { _ in lines.handler }
        logger.logLevel = .trace
        let headers: HTTPFields = [.authorization: "s3cret", HTTPField.Name("x-api-key")!: "s3cret", .userAgent: "tests"]
        let middleware = LoggingMiddleware(logger, headers: ["Authorization", "X-API-Key", "User-Agent"])
        _ = await respond([middleware], path: "/numbers?count=1&key=s3cret", headers: headers)
        _ = await respond([middleware], path: "/nothing")
        let texts = lines.texts
        #expect(texts.count == 2)
        #expect(texts[0].hasPrefix("info responded authorization=(redacted) "))
        #expect(texts[0].contains("operation=numbers path=/numbers status=200 user-agent=tests x-api-key=(redacted)"))
        #expect(texts[1].hasPrefix("notice responded "))
        #expect(!texts.joined().contains("s3cret"))
    }

    @Test func exchangesAreCountedAndTraced() async throws {
        let metrics = TestMetrics()
        MetricsSystem.bootstrap(metrics)
        let tracer = InMemoryTracer()
        InstrumentationSystem.bootstrap(tracer)
        _ = await respond([TracingMiddleware(.server), MetricsMiddleware(.server)], path: "/numbers?count=1")
        let counter = try metrics.expectCounter(
            "http.server.request.count",
            [("operation", "numbers"), ("http.request.method", "GET"), ("http.response.status_code", "200")])
        #expect(counter.totalValue == 1)
        #expect(tracer.finishedSpans.map(\.operationName) == ["numbers"])
        tracer.clearFinishedSpans()
        try await expectOneTrace(tracer)
    }

    /// What the client sends is enough for the server to continue the client's trace.
    private func expectOneTrace(_ tracer: InMemoryTracer) async throws {
        let request = RequestMessage(head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/numbers?count=1"))
        _ = try await TracingMiddleware(.client).intercept(request) { sent in
            var router = Echo.router
            router.middlewares = [TracingMiddleware(.server)]
            // The server runs elsewhere, so it does not see the client's task-local context.
            return await Task.detached { [router] in await router.respond(to: sent) }.value
        }
        let spans = tracer.finishedSpans
        let server = try #require(spans.first { $0.kind == .server })
        let client = try #require(spans.first { $0.kind == .client })
        #expect(server.parentSpanID == client.spanID)
        #expect(server.traceID == client.traceID)
    }
}

/// Keeps what is logged.
private final class Lines: Sendable {
    private let kept = Mutex<[String]>([])

    var texts: [String] {
        kept.withLock { $0 }
    }

    var handler: Handler {
        Handler(lines: self)
    }

    func add(_ text: String) {
        kept.withLock { $0.append(text) }
    }

    struct Handler: LogHandler {
        let lines: Lines
        var metadata: Logger.Metadata = [:]
        var logLevel = Logger.Level.trace

        subscript(metadataKey key: String) -> Logger.Metadata.Value? {
            get { metadata[key] }
            set { metadata[key] = newValue }
        }

        func log(event: LogEvent) {
            let fields = (event.metadata ?? [:]).filter { $0.key != "duration" }.sorted { $0.key < $1.key }
            lines.add("\(event.level) \(event.message) " + fields.map { "\($0.key)=\($0.value)" }.joined(separator: " "))
        }
    }
}
#endif
