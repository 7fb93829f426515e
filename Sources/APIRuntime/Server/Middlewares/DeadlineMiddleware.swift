import HTTPTypes

/// Ends requests whose callers no longer wait: the caller says in a header field how long it does.
///
///     router.middlewares = [DeadlineMiddleware(longest: .seconds(30))]
///
/// When the time is over, the handler's task is cancelled and the response has status 503. Handlers find the instant in
/// ``RequestContext/deadline``, for the services that they call. The body of a response that is streamed may take longer.
public struct DeadlineMiddleware: Middleware {
    private let name: HTTPField.Name?
    private let longest: Duration?

    /// Creates a middleware.
    ///
    /// - Parameters:
    ///   - header: The name of the header field, whose value is a number of seconds such as `2.5`, or of milliseconds such as `250ms`.
    ///   - longest: The limit for requests that ask for more, or for nothing; `nil` for none.
    public init(header: String = "X-Request-Timeout", longest: Duration? = nil) {
        name = HTTPField.Name(header)
        self.longest = longest
    }

    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        let asked = name.flatMap { request.head.headerFields[$0] }.flatMap(Self.duration)
        guard let limit = [asked, longest].compactMap({ $0 }).min() else { return try await next(request) }
        var request = request
        request.deadline = ContinuousClock.now + limit
        return try await TimeLimits(total: limit, idle: nil).hold { [request] in try await next(request) }
    }

    private static func duration(_ text: String) -> Duration? {
        let isInMilliseconds = text.hasSuffix("ms")
        guard text.utf8.count < 20, let number = Double(isInMilliseconds ? text.dropLast(2) : text[...]), number > 0 else {
            return nil
        }
        // A day is longer than anybody waits.
        return .seconds(min(isInMilliseconds ? number / 1000 : number, 86_400))
    }
}
