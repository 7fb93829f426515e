import HTTPTypes

/// Repeats requests that failed for a reason that may pass, after a pause drawn at random (full jitter).
///
/// Only idempotent methods (RFC 9110, section 9.2.2) with bodies that can be sent again are repeated. `Retry-After` is honored.
public struct RetryMiddleware: Middleware {
    /// The greatest number of times a request is sent, the first included.
    public let attempts: Int
    /// The greatest pause before the first repetition; it doubles each time.
    public let pause: Duration
    /// The greatest pause at all. If a server requires a longer one, the request is not repeated.
    public let longestPause: Duration

    private let sleep: @Sendable (Duration) async throws -> Void

    /// Creates a middleware that repeats requests.
    public init(attempts: Int = 4, pause: Duration = .milliseconds(200), longestPause: Duration = .seconds(20)) {
        self.init(attempts: attempts, pause: pause, longestPause: longestPause) { try await Task.sleep(for: $0) }
    }

    init(
        attempts: Int, pause: Duration, longestPause: Duration, sleep: @escaping @Sendable (Duration) async throws -> Void
    ) {
        self.attempts = attempts
        self.pause = pause
        self.longestPause = longestPause
        self.sleep = sleep
    }

    /// - Throws: what `next` throws the last time.
    public func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        guard Self.canRepeat(request) else { return try await next(request) }
        var attempt = 1
        while true {
            var waiting = jitter(attempt)
            do {
                let response = try await next(request)
                guard attempt < attempts, Self.mayPass(response.head.status.code) else { return response }
                if let asked = RetryAfter.pause(asked: response.head.headerFields) {
                    if asked > longestPause { return response }
                    waiting += asked
                }
            } catch {
                guard attempt < attempts, !(error is CancellationError), !Task.isCancelled else { throw error }
            }
            attempt += 1
            try await sleep(waiting)
        }
    }

    private static func canRepeat(_ request: RequestMessage) -> Bool {
        switch request.head.method {
        case .get, .head, .put, .delete, .options, .trace: request.body?.isReplayable ?? true
        default: false
        }
    }

    /// Too many requests, and gateways and services that are not there for the moment.
    private static func mayPass(_ status: Int) -> Bool {
        status == 429 || status == 502 || status == 503 || status == 504
    }

    private func jitter(_ attempt: Int) -> Duration {
        let greatest = min(longestPause, pause * (1 << min(attempt - 1, 20)))
        return greatest * Double.random(in: 0...1)
    }
}

/// The field `Retry-After` (RFC 9110, section 10.2.3).
enum RetryAfter {
    /// How long the server asks to wait. A date is compared with the server's own.
    static func pause(asked fields: HTTPFields) -> Duration? {
        guard let text = fields[.retryAfter]?.trimmingHTTPWhitespace else { return nil }
        if let seconds = Int(text) { return .seconds(min(max(seconds, 0), 1 << 32)) }
        guard let then = seconds(of: text), let now = fields[.date].flatMap({ seconds(of: $0) }) else { return nil }
        return .seconds(max(0, then - now))
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT` as seconds since the year 0.
    private static func seconds(of text: String) -> Int? {
        let words = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count == 6, let day = Int(words[1]), let month = months.firstIndex(of: String(words[2])),
            let year = Int(words[3])
        else {
            return nil
        }
        let time = words[4].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3, (1...31).contains(day), (0...9999).contains(year), time.allSatisfy({ (0...60).contains($0) }) else {
            return nil
        }
        // Years begin in March here, so that the leap day is a year's last.
        let shiftedYear = month < 2 ? year - 1 : year
        let shiftedMonth = (month + 10) % 12
        let leapDays = shiftedYear / 4 - shiftedYear / 100 + shiftedYear / 400
        let days = 365 * shiftedYear + leapDays + (153 * shiftedMonth + 2) / 5 + day
        return ((days * 24 + time[0]) * 60 + time[1]) * 60 + time[2]
    }
}
