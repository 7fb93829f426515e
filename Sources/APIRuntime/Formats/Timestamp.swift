#if canImport(Darwin)
internal import Darwin
#elseif canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Android)
internal import Android
#elseif canImport(WASILibc)
internal import WASILibc
#elseif canImport(ucrt)
internal import ucrt
#endif

/// An instant with the offset that it was written with: `date-time` of RFC 3339, such as `2026-07-14T08:30:00.25+02:00`.
///
/// Timestamps are equal if they are the same instant, even with different offsets.
///
/// A client also reads a timestamp with a space in place of the `T`, with an offset like `+0000`, and without an offset, which it takes
/// for UTC. A server that validates its requests refuses these.
public struct Timestamp: JSONCodable, LosslessStringConvertible {
    /// The seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let secondsSince1970: Int
    /// The nanoseconds that follow the second, less than 1 000 000 000.
    public let nanoseconds: Int
    /// The offset of local time from UTC.
    public let offset: TimeOffset
    private let fractionDigits: Int
    private let isLeapSecond: Bool

    /// The first and the last second of the years 0 to 9999.
    private static let localSeconds = -62_167_219_200...253_402_300_799

    /// An instant; what lies outside of the years 0 to 9999 becomes the nearest one inside.
    public init(secondsSince1970: Int, nanoseconds: Int = 0, offset: TimeOffset = .utc) {
        // The years are those of local time.
        let shift = offset.minutes * 60
        self.secondsSince1970 = min(
            max(secondsSince1970, Self.localSeconds.lowerBound - shift), Self.localSeconds.upperBound - shift)
        self.nanoseconds = min(max(nanoseconds, 0), 999_999_999)
        self.offset = offset
        fractionDigits = APIRuntime.fractionDigits(self.nanoseconds)
        isLeapSecond = false
    }

    /// A time of a day; nil when it has no offset.
    public init?(_ date: FullDate, _ time: FullTime) {
        guard let offset = time.offset else { return nil }
        let minutes = time.hour * 60 + time.minute - offset.minutes
        secondsSince1970 = date.daysSince1970 * 86400 + minutes * 60 + time.second
        nanoseconds = time.nanoseconds
        self.offset = offset
        fractionDigits = time.writtenFractionDigits
        isLeapSecond = time.second == 60
    }

    /// A timestamp as RFC 3339 writes it.
    public init?(_ description: String) {
        guard let value = description.withFormatScanner({ Timestamp(&$0) }) else { return nil }
        self = value
    }

    /// - Parameter isLenient: whether to accept what many services write: a space for the `T` or before the offset, an offset without
    ///   a colon, and no offset, which means UTC.
    init?(_ scanner: inout FormatScanner, isLenient: Bool = false) {
        guard let date = FullDate(&scanner), scanner.skip(letter: "T") || isLenient && scanner.skip(" "),
            let time = FullTime(&scanner, isLenient: isLenient)
        else { return nil }
        self.init(date, time)
    }

    public init(reading json: inout JSONReader) throws(JSONError) {
        // A choice may have another alternative that is right.
        let isLenient = json.options.timestampsAreLenient && json.openChoices == 0
        self = try json.formatted("a timestamp") { Timestamp(&$0, isLenient: isLenient) }
    }

    public func write(to json: inout JSONWriter) {
        json.string(description)
    }

    /// The present instant in UTC, by the system's clock.
    public static var now: Timestamp {
        var time = timespec()
        #if canImport(ucrt)
        timespec_get(&time, TIME_UTC)
        #else
        clock_gettime(CLOCK_REALTIME, &time)
        #endif
        return Timestamp(secondsSince1970: Int(time.tv_sec), nanoseconds: Int(time.tv_nsec))
    }

    public var description: String {
        let local = secondsSince1970 + offset.minutes * 60 - (isLeapSecond ? 1 : 0)
        let days = (local >= 0 ? local : local - 86399) / 86400
        let second = local - days * 86400
        let date = FullDate(daysSince1970: days)?.description ?? ""
        let seconds = second % 60 + (isLeapSecond ? 1 : 0)
        let clock = "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(seconds, 2))"
        return "\(date)T\(clock)\(fractionText(nanoseconds, digits: fractionDigits))\(offset)"
    }
}

extension Timestamp: Hashable, Comparable {
    public static func == (one: Timestamp, other: Timestamp) -> Bool {
        one.secondsSince1970 == other.secondsSince1970 && one.nanoseconds == other.nanoseconds
    }

    public static func < (one: Timestamp, other: Timestamp) -> Bool {
        (one.secondsSince1970, one.nanoseconds) < (other.secondsSince1970, other.nanoseconds)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(secondsSince1970)
        hasher.combine(nanoseconds)
    }
}
