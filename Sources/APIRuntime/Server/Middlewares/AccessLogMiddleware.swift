import HTTPTypes

/// Reports each exchange in one line, without a logging library.
///
///     router.middlewares = [AccessLogMiddleware { print($0) }]
///
/// Queries, credentials and bodies are not logged. `LoggingMiddleware` of `APIRuntimeObservability` logs with swift-log.
public struct AccessLogMiddleware: Middleware {
    private let write: @Sendable (AccessLogEntry) -> Void

    /// Creates a middleware.
    ///
    /// - Parameter write: Receives an entry when the head of a response is there. It must not block.
    public init(_ write: @escaping @Sendable (AccessLogEntry) -> Void) {
        self.write = write
    }

    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        let time = Timestamp.now
        let start = ContinuousClock.now
        let response = try await next(request)
        write(AccessLogEntry(request, response, at: time, duration: ContinuousClock.now - start))
        return response
    }
}

/// A line of an access log.
public struct AccessLogEntry: Sendable, CustomStringConvertible {
    /// The instant at which the request arrived.
    public let time: Timestamp
    /// The address of the caller; `nil` where the adapter does not know it.
    public let peer: String?
    /// The method of the request.
    public let method: String
    /// The path without its query, at most 256 characters.
    public let path: String
    /// The operation; `nil` where no operation has this path and method.
    public let operationID: String?
    /// The status of the response.
    public let status: Int
    /// The number of bytes of the response's body; `nil` for a stream.
    public let bytes: Int?
    /// The time until the head of the response was there.
    public let duration: Duration
    /// The identifier of the request, which ``RequestIDMiddleware`` gives it if it stands before this middleware.
    public let requestID: String?

    init(_ request: RequestMessage, _ response: ResponseMessage, at time: Timestamp, duration: Duration) {
        self.time = time
        peer = request.source?.peer
        method = request.head.method.rawValue
        path = String((request.head.path ?? "/").prefix { $0 != "?" }).shortened(to: 256)
        operationID = request.operation?.id
        status = response.head.status.code
        bytes = response.head.headerFields[.contentLength].flatMap { Int($0) } ?? response.body.length
        self.duration = duration
        requestID = request.head.headerFields.requestID ?? response.head.headerFields.requestID
    }

    /// The entry in the Common Log Format, followed by the operation, the duration in milliseconds and the request's identifier.
    public var description: String {
        let milliseconds = duration / .milliseconds(1)
        return [
            plain(peer), "- -", "[\(time)]", "\"\(quoted(method)) \(quoted(path))\"", String(status), bytes.map(String.init) ?? "-",
            plain(operationID), "\((milliseconds * 1000).rounded() / 1000)ms", plain(requestID),
        ].joined(separator: " ")
    }

    /// A word of the line.
    private func plain(_ text: String?) -> String {
        guard let text, !text.isEmpty else { return "-" }
        return quoted(text.shortened(to: 128)).replacingSpaces
    }

    /// Callers choose methods, paths and identifiers, which must not end the line or the quotes.
    private func quoted(_ text: String) -> String {
        text.unicodeScalars.map {
            0x20..<0x7F ~= $0.value && $0 != "\"" && $0 != "\\" ? String($0) : "\\u{\(String($0.value, radix: 16))}"
        }
        .joined()
    }
}

extension String {
    fileprivate var replacingSpaces: String { String(map { $0 == " " ? "_" : $0 }) }
}
