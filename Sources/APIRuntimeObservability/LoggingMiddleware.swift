#if Observability
public import APIRuntime
import HTTPTypes
public import Logging

/// Logs each exchange with its operation, status and duration. Credentials, queries and bodies are not logged.
public struct LoggingMiddleware: Middleware {
    private let logger: Logger
    private let level: Logger.Level
    private let headers: [HTTPField.Name]

    /// - Parameters:
    ///   - level: of exchanges that went well; refusals are logged as notices, failures as errors.
    ///   - headers: names of request fields that are logged too. Those that carry credentials show as `(redacted)`.
    public init(_ logger: Logger, level: Logger.Level = .info, headers: [String] = []) {
        self.logger = logger
        self.level = level
        self.headers = headers.compactMap { HTTPField.Name($0) }
    }

    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        let start = ContinuousClock.now
        do {
            let response = try await next(request)
            let status = response.head.status.code
            logger.log(
                level: level(of: status), "responded", metadata: metadata(of: request, since: start, ["status": "\(status)"]))
            return response
        } catch {
            // The error's own text may repeat a URL with a key in it.
            logger.error("failed", metadata: metadata(of: request, since: start, ["error": "\(type(of: error))"]))
            throw error
        }
    }

    private func level(of status: Int) -> Logger.Level {
        if status >= 500 { return .error }
        return status >= 400 ? .notice : level
    }

    private func metadata(
        of request: RequestMessage, since start: ContinuousClock.Instant, _ outcome: Logger.Metadata
    ) -> Logger.Metadata {
        var metadata = outcome
        metadata["method"] = "\(request.head.method.rawValue)"
        metadata["path"] = "\(shortened((request.head.path ?? "/").prefix { $0 != "?" }))"
        metadata["duration"] = "\(ContinuousClock.now - start)"
        if let operation = request.operation { metadata["operation"] = "\(operation.id)" }
        for name in headers {
            guard let value = request.head.headerFields[name] else { continue }
            metadata[name.canonicalName] = isSecret(name) ? "(redacted)" : "\(shortened(value[...]))"
        }
        return metadata
    }

    /// Callers choose the length of a path. A line of the log need not have all of it.
    private func shortened(_ text: Substring) -> String {
        text.utf8.count > 256 ? String(text.unicodeScalars.prefix(256)) + "…" : String(text)
    }

    private func isSecret(_ name: HTTPField.Name) -> Bool {
        let known: [HTTPField.Name] = [.authorization, .proxyAuthorization, .cookie]
        let words = ["key", "token", "secret", "auth", "password", "session", "credential"]
        return known.contains(name) || words.contains { name.canonicalName.contains($0) }
    }
}
#endif
