#if Observability
public import APIRuntime
import HTTPTypes
import Instrumentation
import Tracing

/// Puts each exchange into a span, and carries the trace from client to server in header fields.
public struct TracingMiddleware: Middleware {
    /// The side of the exchange that is traced.
    public enum Side: Sendable {
        /// The client, which sends requests.
        case client
        /// The server, which responds.
        case server
    }

    private let side: Side

    /// Creates a middleware that traces exchanges on a side.
    public init(_ side: Side) {
        self.side = side
    }

    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        var context = ServiceContext.current ?? .topLevel
        if side == .server {
            InstrumentationSystem.instrument.extract(request.head.headerFields, into: &context, using: FieldsExtractor())
        }
        let name = request.operation?.id ?? "\(request.head.method.rawValue)"
        return try await withSpan(name, context: context, ofKind: side == .server ? .server : .client) { span in
            span.attributes["http.request.method"] = request.head.method.rawValue
            if let operation = request.operation { span.attributes["http.route"] = operation.path }
            var request = request
            if side == .client {
                InstrumentationSystem.instrument.inject(span.context, into: &request.head.headerFields, using: FieldsInjector())
            }
            let response = try await next(request)
            span.attributes["http.response.status_code"] = response.head.status.code
            if response.head.status.code >= (side == .server ? 500 : 400) { span.setStatus(SpanStatus(code: .error)) }
            return response
        }
    }
}

private struct FieldsExtractor: Extractor {
    func extract(key: String, from carrier: HTTPFields) -> String? {
        HTTPField.Name(key).flatMap { carrier[$0] }
    }
}

private struct FieldsInjector: Injector {
    func inject(_ value: String, forKey key: String, into carrier: inout HTTPFields) {
        guard let name = HTTPField.Name(key) else { return }
        carrier[name] = value
    }
}
#endif
