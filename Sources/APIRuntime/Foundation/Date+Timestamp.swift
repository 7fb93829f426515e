#if Foundation
#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Date {
    /// Creates the instant of a timestamp; its offset is lost, and what a `Date` near the present cannot hold of its nanoseconds.
    public init(_ timestamp: Timestamp) {
        let seconds = timestamp.secondsSince1970 - Int(Date.timeIntervalBetween1970AndReferenceDate)
        self.init(timeIntervalSinceReferenceDate: Double(seconds) + Double(timestamp.nanoseconds) / 1e9)
    }

    /// Creates the instant of a timestamp in source code, as generated code does for the default values of a document.
    ///
    /// - Precondition: The text is a `date-time` of RFC 3339.
    public init(literal text: StaticString) {
        self.init(Timestamp(literal: text))
    }
}

extension Timestamp {
    /// Creates the instant of a date in UTC, rounded to microseconds, which are what a `Date` near the present holds.
    ///
    /// A date outside of the years 0 to 9999 becomes the nearest instant inside, and one that is not a number becomes 1970-01-01.
    public init(_ date: Date) {
        let interval = date.timeIntervalSinceReferenceDate
        let since1970 = interval.rounded(.down) + Date.timeIntervalBetween1970AndReferenceDate
        // Both limits lie outside of the years that a timestamp has.
        let seconds = interval.isNaN ? 0 : Int(min(max(since1970, -1e12), 1e12))
        let fraction = interval - interval.rounded(.down)
        let microseconds = fraction.isFinite ? Int((fraction * 1e6).rounded()) : 0
        self.init(secondsSince1970: seconds + microseconds / 1_000_000, nanoseconds: microseconds % 1_000_000 * 1_000)
    }
}

/// `date-time` of RFC 3339, read as Timestamp is, and written in UTC.
extension Date: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self.init(try Timestamp(reading: &json))
    }

    /// Writes the instant; a date that is not a number is an error of the document.
    public func write(to json: inout JSONWriter) {
        guard timeIntervalSinceReferenceDate.isFinite else { return json.double(timeIntervalSinceReferenceDate) }
        Timestamp(self).write(to: &json)
    }
}
#endif
