public import HTTPTypes

/// How often, and after which pauses, a client sends a request again that failed for a reason that may pass.
///
/// A client sends a request again when the connection fails, and when the response has one of the ``statuses``. The pause before it
/// doubles each time and is drawn at random between half of it and the whole. `Retry-After` (RFC 9110, section 10.2.3) and
/// `RateLimit-Reset` take its place.
///
/// Requests whose body cannot be sent again are sent once. As services may have acted on a request whose response was lost, methods
/// that are not idempotent (RFC 9110, section 9.2.2) carry an `Idempotency-Key`, which is the same in all attempts.
public struct RetryPolicy: Hashable, Sendable {
    /// The greatest number of times that a request is sent again; 2 by default.
    public var retries = 2
    /// The pause before the first time; 0.5 seconds by default.
    public var pause: Duration = .milliseconds(500)
    /// The factor by which the pause grows each time; 2 by default.
    public var factor: Double = 2
    /// The greatest pause that the policy itself makes; 8 seconds by default.
    public var longestPause: Duration = .seconds(8)
    /// The greatest pause that a service can ask for; 60 seconds by default. If it asks for a longer one, its response is returned.
    public var longestRequestedPause: Duration = .seconds(60)
    /// The time after which a call that has failed is not sent again, counted from its beginning; `nil` for no limit.
    public var longestTime: Duration?
    /// Whether a request is sent again when no response has come: a connection that cannot be made, or breaks.
    public var retriesConnectionFailures = true
    /// The status codes after which a request is sent again: 408, 409, 429, and all from 500 on except 501 and 505.
    ///
    /// A 409 that the document describes is a response like others, and returned.
    public var statuses: Set<Int> = Self.usualStatuses
    /// The header field with the key of requests that are not idempotent; `nil` if the service knows none, so that these requests
    /// are sent once. A value that the call sets itself is kept.
    public var idempotencyKeyHeader: HTTPField.Name? = HTTPField.Name("Idempotency-Key")

    /// Creates a policy.
    ///
    /// - Parameters:
    ///   - retries: The greatest number of times that a request is sent again.
    ///   - pause: The pause before the first time.
    ///   - factor: The factor by which the pause grows each time.
    ///   - longestPause: The greatest pause that the policy itself makes.
    ///   - longestTime: The time after which a call that has failed is not sent again; `nil` for no limit.
    ///   - statuses: Status codes, and ranges such as `5XX`, after which a request is sent again; empty for the usual ones.
    ///   - retriesConnectionFailures: Whether a request is sent again when no response has come.
    public init(
        retries: Int = 2, pause: Duration = .milliseconds(500), factor: Double = 2, longestPause: Duration = .seconds(8),
        longestTime: Duration? = nil, statuses: [String] = [], retriesConnectionFailures: Bool = true
    ) {
        self.retries = retries
        self.pause = pause
        self.factor = factor
        self.longestPause = longestPause
        self.longestTime = longestTime
        self.retriesConnectionFailures = retriesConnectionFailures
        if !statuses.isEmpty { self.statuses = Set(statuses.flatMap(Self.codes)) }
    }

    private static func codes(of status: String) -> [Int] {
        if let code = Int(status) { return [code] }
        guard status.uppercased().hasSuffix("XX"), let first = status.first?.wholeNumberValue else { return [] }
        return Array(first * 100..<first * 100 + 100)
    }

    /// Two retries; what a client does where neither its configuration nor the document says anything else.
    public static let standard = RetryPolicy()

    /// No retries.
    public static let off: RetryPolicy = 0

    private static let usualStatuses = Set([408, 409, 429] + (500...599).filter { $0 != 501 && $0 != 505 })
}

extension RetryPolicy: ExpressibleByIntegerLiteral {
    /// The standard policy with another number of retries.
    public init(integerLiteral retries: Int) {
        self.retries = retries
    }
}

extension RetryPolicy {
    /// Whether a request can be sent again at all.
    func allows(_ request: RequestMessage) -> Bool {
        guard retries > 0, request.body?.isReplayable ?? true else { return false }
        return request.head.method.isIdempotent || idempotencyKeyHeader != nil
    }

    /// Whether a response is one that may pass.
    func includes(_ status: Int, of operation: APIOperation) -> Bool {
        statuses.contains(status) && !(status == 409 && operation.documents(409))
    }

    /// The pause before a request is sent again; `nil` where the service asks for a longer one than the policy allows.
    /// - Parameters:
    ///   - attempt: how often the request was sent.
    ///   - fields: the header fields of the response, where there was one.
    func pause(after attempt: Int, _ fields: HTTPFields?) -> Duration? {
        if let requested = fields.flatMap(RequestedPause.init(in:)) {
            return requested.duration <= longestRequestedPause ? requested.duration : nil
        }
        var greatest = pause
        for _ in 1..<max(attempt, 1) where greatest < longestPause { greatest = greatest * factor }
        return min(greatest, longestPause) * Double.random(in: 0.5...1)
    }
}

extension HTTPRequest.Method {
    /// Whether a request with this method can be sent twice with the effect of once (RFC 9110, section 9.2.2).
    var isIdempotent: Bool {
        switch self {
        case .get, .head, .put, .delete, .options, .trace: true
        default: rawValue == "QUERY"
        }
    }
}
