#if Observability
public import APIRuntime
import HTTPTypes
import Metrics

/// Counts exchanges and measures how long they take, by operation, method and status.
///
/// The names are OpenTelemetry's: a timer `http.server.request.duration` or `http.client.request.duration`, and a counter for each.
public struct MetricsMiddleware: Middleware {
    /// The side of the exchange that is measured.
    public enum Side: String, Sendable {
        /// The client, which sends requests.
        case client
        /// The server, which responds.
        case server
    }

    private let prefix: String

    /// Creates a middleware that measures exchanges on a side.
    public init(_ side: Side) {
        prefix = "http.\(side.rawValue).request"
    }

    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        let start = ContinuousClock.now
        do {
            let response = try await next(request)
            record(request, outcome: String(response.head.status.code), since: start)
            return response
        } catch {
            record(request, outcome: "error", since: start)
            throw error
        }
    }

    private func record(_ request: RequestMessage, outcome: String, since start: ContinuousClock.Instant) {
        // Undocumented paths and methods are one group, since callers choose them freely.
        let operation = request.operation?.id ?? "none"
        let dimensions = [
            ("operation", operation), ("http.request.method", request.operation?.method ?? "_OTHER"),
            ("http.response.status_code", outcome),
        ]
        let (seconds, attoseconds) = (ContinuousClock.now - start).components
        Metrics.Timer(label: prefix + ".duration", dimensions: dimensions)
            .recordNanoseconds(seconds * 1_000_000_000 + attoseconds / 1_000_000_000)
        Counter(label: prefix + ".count", dimensions: dimensions).increment()
    }
}
#endif
