import HTTPTypes

/// How long a service asks to wait before the next request.
struct RequestedPause: Equatable {
    let duration: Duration

    /// The pause in `Retry-After` (RFC 9110, section 10.2.3), or else in `RateLimit-Reset` or `X-RateLimit-Reset` where no request is
    /// left. A date or a time since 1970 is compared with the service's own clock, which `Date` tells.
    init?(in fields: HTTPFields) {
        if let text = fields[.retryAfter]?.trimmingHTTPWhitespace {
            guard let seconds = Self.seconds(of: text, fields) else { return nil }
            duration = seconds
        } else if let text = Self.value(of: "ratelimit-reset", in: fields) {
            guard (Self.value(of: "ratelimit-remaining", in: fields).flatMap { Int($0) } ?? 0) <= 0 else { return nil }
            guard let seconds = Self.seconds(of: text, fields) else { return nil }
            duration = seconds
        } else {
            return nil
        }
    }

    /// The field of this name, or of the older one with `X-`.
    private static func value(of name: String, in fields: HTTPFields) -> String? {
        let names = [name, "x-" + name].compactMap { HTTPField.Name($0) }
        return names.lazy.compactMap { fields[$0]?.trimmingHTTPWhitespace }.first { !$0.isEmpty }
    }

    private static func seconds(of text: String, _ fields: HTTPFields) -> Duration? {
        guard let number = Double(text) else {
            guard let then = date(text), let now = fields[.date].flatMap({ date($0) }) else { return nil }
            return .seconds(max(0, then - now))
        }
        guard number.isFinite else { return nil }
        // No service asks to wait for thirty years: it is a time since 1970.
        guard number > 1e9 else { return .seconds(max(0, number)) }
        guard let now = fields[.date].flatMap({ date($0) }) else { return nil }
        return .seconds(min(max(0, number - Double(now)), 1e9))
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT` as seconds since 1970.
    private static func date(_ text: String) -> Int? {
        let words = text.split(separator: " ")
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        guard words.count == 6, let day = Int(words[1]), let month = months.firstIndex(of: String(words[2])),
            let year = Int(words[3]), let date = FullDate(year: year, month: month + 1, day: day)
        else {
            return nil
        }
        let time = words[4].split(separator: ":").compactMap { Int($0) }
        guard time.count == 3, time.allSatisfy({ (0...60).contains($0) }) else { return nil }
        return ((date.daysSince1970 * 24 + time[0]) * 60 + time[1]) * 60 + time[2]
    }
}
