/// A time of day: `full-time` of RFC 3339, such as `08:30:06.283185Z`, or `partial-time`, which has no offset.
public struct FullTime: JSONCodable, Hashable, LosslessStringConvertible {
    /// The hour, from 0 to 23.
    public let hour: Int
    /// The minute, from 0 to 59.
    public let minute: Int
    /// The second, from 0 to 59, or 60 for a leap second.
    public let second: Int
    /// The nanoseconds that follow the second.
    public let nanoseconds: Int
    /// The offset of local time from UTC; `nil` if the text has none.
    public let offset: TimeOffset?
    /// How many digits of the fraction were written.
    let writtenFractionDigits: Int

    /// A time; nil when there is no such time.
    public init?(hour: Int, minute: Int, second: Int, nanoseconds: Int = 0, offset: TimeOffset? = .utc) {
        let digits = APIRuntime.fractionDigits(nanoseconds)
        self.init(hour: hour, minute: minute, second: second, nanoseconds: nanoseconds, fractionDigits: digits, offset: offset)
    }

    init?(hour: Int, minute: Int, second: Int, nanoseconds: Int, fractionDigits: Int, offset: TimeOffset?) {
        guard 0...23 ~= hour, 0...59 ~= minute, 0...60 ~= second, 0..<1_000_000_000 ~= nanoseconds else { return nil }
        // A leap second is the last one of a day in UTC.
        if second == 60, (hour * 60 + minute - (offset?.minutes ?? 0) + 2880) % 1440 != 1439 { return nil }
        self.hour = hour
        self.minute = minute
        self.second = second
        self.nanoseconds = nanoseconds
        self.offset = offset
        writtenFractionDigits = fractionDigits
    }

    /// A time as RFC 3339 writes it.
    public init?(_ description: String) {
        guard let value = description.withFormatScanner({ FullTime(&$0) }) else { return nil }
        self = value
    }

    init?(_ scanner: inout FormatScanner, isLenient: Bool = false) {
        guard let hour = scanner.number(digits: 2), scanner.skip(":"), let minute = scanner.number(digits: 2), scanner.skip(":"),
            let second = scanner.number(digits: 2)
        else { return nil }
        var fraction = (nanoseconds: 0, digits: 0)
        if scanner.skip(".") {
            guard let read = scanner.fraction() else { return nil }
            fraction = read
        }
        var offset: TimeOffset?
        if scanner.isAtEnd {
            offset = isLenient ? .utc : nil
        } else {
            if isLenient { _ = scanner.skip(" ") }
            offset = TimeOffset(&scanner, isLenient: isLenient)
            if offset == nil { return nil }
        }
        self.init(
            hour: hour, minute: minute, second: second, nanoseconds: fraction.nanoseconds, fractionDigits: fraction.digits,
            offset: offset)
    }

    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.formatted("a time") { FullTime(&$0) }
    }

    public func write(to json: inout JSONWriter) {
        json.string(description)
    }

    public var description: String {
        let clock = "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))"
        return clock + fractionText(nanoseconds, digits: writtenFractionDigits) + (offset?.description ?? "")
    }
}

/// The offset of a local time from UTC: `time-offset` of RFC 3339.
public struct TimeOffset: Hashable, Sendable, CustomStringConvertible {
    /// The minutes, from -1439 to 1439.
    public let minutes: Int
    /// Whether the local time is unknown, which `-00:00` says.
    public let isUnknown: Bool

    /// An offset; nil when it is a day or more.
    public init?(minutes: Int) {
        guard -1439...1439 ~= minutes else { return nil }
        self.init(minutes, isUnknown: false)
    }

    private init(_ minutes: Int, isUnknown: Bool) {
        self.minutes = minutes
        self.isUnknown = isUnknown
    }

    /// `Z`.
    public static let utc = TimeOffset(0, isUnknown: false)

    init?(_ scanner: inout FormatScanner, isLenient: Bool = false) {
        if scanner.skip(letter: "Z") {
            self = .utc
            return
        }
        let isNegative = scanner.skip("-")
        guard isNegative || scanner.skip("+"), let hour = scanner.number(digits: 2), hour < 24, scanner.skip(":") || isLenient,
            let minute = scanner.number(digits: 2), minute < 60
        else { return nil }
        let minutes = hour * 60 + minute
        self.init(isNegative ? -minutes : minutes, isUnknown: isNegative && minutes == 0)
    }

    public var description: String {
        if minutes == 0 { return isUnknown ? "-00:00" : "Z" }
        return "\(minutes < 0 ? "-" : "+")\(padded(abs(minutes) / 60, 2)):\(padded(abs(minutes) % 60, 2))"
    }
}
