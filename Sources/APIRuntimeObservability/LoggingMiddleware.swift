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
        var metadata = metadata(of: request)
        do {
            let response = try await next(request)
            metadata["status"] = "\(response.head.status.code)"
            metadata["duration"] = "\(ContinuousClock.now - start)"
            logger.log(level: level(of: response.head.status.code), "answered", metadata: metadata)
            return response
        } catch {
            metadata["duration"] = "\(ContinuousClock.now - start)"
            // The error's own text may repeat a URL with a key in it.
            metadata["error"] = "\(type(of: error))"
            logger.error("failed", metadata: metadata)
            throw error
        }
    }

    private func level(of status: Int) -> Logger.Level {
        if status >= 500 { return .error }
        return status >= 400 ? .notice : level
    }

    private func metadata(of request: RequestMessage) -> Logger.Metadata {
        var metadata: Logger.Metadata = [
            "method": "\(request.head.method.rawValue)",
            "path": "\((request.head.path ?? "/").prefix { $0 != "?" })",
        ]
        if let operation = request.operation { metadata["operation"] = "\(operation.id)" }
        for name in headers {
            guard let value = request.head.headerFields[name] else { continue }
            metadata[name.canonicalName] = isSecret(name) ? "(redacted)" : "\(value)"
        }
        return metadata
    }

    private func isSecret(_ name: HTTPField.Name) -> Bool {
        let known: [HTTPField.Name] = [.authorization, .proxyAuthorization, .cookie]
        let words = ["key", "token", "secret", "auth", "password", "session", "credential"]
        return known.contains(name) || words.contains { name.canonicalName.contains($0) }
    }
}
