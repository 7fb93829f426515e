/// A length of time in calendar units: `duration` of RFC 3339, appendix A, such as `P1Y2M3DT4H5M6.5S`.
///
/// Durations are equal when their parts are: `P1D` is not `PT24H`, because days differ in length.
public struct ISODuration: JSONCodable, Hashable, LosslessStringConvertible {
    /// Whether the duration goes back in time, which a sign before the `P` says.
    public var isNegative = false
    /// The number of years.
    public var years = 0
    /// The number of months.
    public var months = 0
    /// The number of weeks.
    public var weeks = 0
    /// The number of days.
    public var days = 0
    /// The number of hours.
    public var hours = 0
    /// The number of minutes.
    public var minutes = 0
    /// The number of seconds.
    public var seconds = 0
    /// The nanoseconds that follow the seconds.
    public var nanoseconds = 0

    /// A duration of no length.
    public init() {}

    /// A duration of seconds only.
    public init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        isNegative = seconds < 0 || attoseconds < 0
        self.seconds = Int(clamping: seconds.magnitude)
        nanoseconds = Int(attoseconds.magnitude / 1_000_000_000)
    }

    /// The exact length, counting a day as 24 hours; nil when there are months or years, whose lengths differ, or it is too long.
    public var duration: Duration? {
        guard years == 0, months == 0 else { return nil }
        var total = 0
        for (count, length) in [(weeks, 604_800), (days, 86400), (hours, 3600), (minutes, 60), (seconds, 1)] {
            let (product, overflow) = count.multipliedReportingOverflow(by: length)
            let (sum, carry) = total.addingReportingOverflow(product)
            if overflow || carry { return nil }
            total = sum
        }
        let length = Duration.seconds(total) + .nanoseconds(nanoseconds)
        return isNegative ? .zero - length : length
    }

    /// A duration as RFC 3339 writes it.
    public init?(_ description: String) {
        guard let value = description.withFormatScanner({ ISODuration(&$0) }) else { return nil }
        self = value
    }

    init?(_ scanner: inout FormatScanner) {
        isNegative = scanner.skip("-")
        guard scanner.skip("P"), !scanner.isAtEnd, readDates(&scanner) else { return nil }
        if scanner.skip("T") {
            guard !scanner.isAtEnd, readTimes(&scanner) else { return nil }
        }
    }

    private mutating func readDates(_ scanner: inout FormatScanner) -> Bool {
        var units: [(Unicode.Scalar, WritableKeyPath<ISODuration, Int>)] = [
            ("Y", \.years), ("M", \.months), ("W", \.weeks), ("D", \.days),
        ]
        while !scanner.isAtEnd, scanner.next != UInt8(ascii: "T") {
            guard let count = scanner.number(), let place = units.firstIndex(where: { scanner.skip($0.0) }) else { return false }
            self[keyPath: units[place].1] = count
            units.removeFirst(place + 1)
        }
        return true
    }

    private mutating func readTimes(_ scanner: inout FormatScanner) -> Bool {
        var units: [(Unicode.Scalar, WritableKeyPath<ISODuration, Int>)] = [("H", \.hours), ("M", \.minutes), ("S", \.seconds)]
        while !scanner.isAtEnd {
            guard let count = scanner.number() else { return false }
            if scanner.skip(".") || scanner.skip(",") {
                guard !units.isEmpty, let fraction = scanner.fraction(), scanner.skip("S") else { return false }
                seconds = count
                nanoseconds = fraction.nanoseconds
                return true
            }
            guard let place = units.firstIndex(where: { scanner.skip($0.0) }) else { return false }
            self[keyPath: units[place].1] = count
            units.removeFirst(place + 1)
        }
        return true
    }

    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.formatted("a duration") { ISODuration(&$0) }
    }

    public func write(to json: inout JSONWriter) {
        json.string(description)
    }

    public var description: String {
        func part(_ count: Int, _ unit: String) -> String { count == 0 ? "" : "\(count)\(unit)" }
        let dates = part(years, "Y") + part(months, "M") + part(weeks, "W") + part(days, "D")
        let fraction = fractionText(nanoseconds, digits: APIRuntime.fractionDigits(nanoseconds))
        let last = seconds == 0 && nanoseconds == 0 ? "" : "\(seconds)\(fraction)S"
        let times = part(hours, "H") + part(minutes, "M") + last
        if dates.isEmpty && times.isEmpty { return "PT0S" }
        return (isNegative ? "-P" : "P") + dates + (times.isEmpty ? "" : "T" + times)
    }
}
