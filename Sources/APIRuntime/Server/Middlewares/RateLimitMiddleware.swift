import HTTPTypes

/// Rejects requests of callers who send too many, with status 429 and the body that the operation documents for it.
///
///     router.middlewares = [RateLimitMiddleware(requests: 100, per: .seconds(60))]
///
/// A service with several instances, or with limits of its own, decides by itself:
///
///     router.middlewares = [RateLimitMiddleware { request in try await limits.decide(request.source?.peer) }]
public struct RateLimitMiddleware: Middleware {
    /// What happens to a request.
    public enum Decision: Hashable, Sendable {
        /// It is passed on.
        case allowed
        /// It is rejected.
        /// - Parameter retryAfter: The time after which the caller may try again.
        case rejected(retryAfter: Duration)
    }

    private let decide: @Sendable (RequestMessage) async throws -> Decision

    /// Creates a middleware that asks a function.
    public init(_ decide: @escaping @Sendable (RequestMessage) async throws -> Decision) {
        self.decide = decide
    }

    /// Creates a middleware that counts the requests of each caller in this process.
    ///
    /// A caller may send all requests of a period at once, and then gets new ones evenly over the period.
    ///
    /// - Parameters:
    ///   - requests: The number of requests in a period.
    ///   - period: The period.
    ///   - caller: Returns who a request is counted for; by default the address of the connection. All requests for which it returns
    ///     `nil` are counted together.
    public init(
        requests: Int, per period: Duration, by caller: @escaping @Sendable (RequestMessage) -> String? = { $0.source?.peer }
    ) {
        let buckets = Locked(TokenBuckets(size: Double(max(1, requests)), period: max(period, .milliseconds(1))))
        decide = { request in buckets.withLock { $0.take(for: caller(request) ?? "", at: .now) } }
    }

    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        switch try await decide(request) {
        case .allowed: return try await next(request)
        case .rejected(let pause):
            let seconds = pause.components.seconds + (pause.components.attoseconds > 0 ? 1 : 0)
            throw RequestFailure(
                .tooManyRequests, "too many requests; try again later", headers: [.retryAfter: String(max(1, seconds))])
        }
    }
}

/// The requests that each caller may still send.
private struct TokenBuckets {
    let size: Double
    let period: Duration
    private var buckets: [String: (tokens: Double, latest: ContinuousClock.Instant)] = [:]
    /// Callers can make up any number of names, which must not fill the memory.
    private static let mostCallers = 10_000

    init(size: Double, period: Duration) {
        self.size = size
        self.period = period
    }

    mutating func take(for caller: String, at now: ContinuousClock.Instant) -> RateLimitMiddleware.Decision {
        var name = caller
        if buckets[name] == nil, buckets.count >= Self.mostCallers {
            buckets = buckets.filter { now - $0.value.latest < period }
            if buckets.count >= Self.mostCallers { name = "" }
        }
        let bucket = buckets[name]
        let refilled = bucket.map { min(size, $0.tokens + (now - $0.latest) / period * size) } ?? size
        guard refilled >= 1 else {
            buckets[name] = (refilled, now)
            return .rejected(retryAfter: period * ((1 - refilled) / size))
        }
        buckets[name] = (refilled - 1, now)
        return .allowed
    }
}
