/// A day of the proleptic Gregorian calendar: `full-date` of RFC 3339, such as `2026-07-14`.
public struct FullDate: JSONCodable, Hashable, Comparable, LosslessStringConvertible {
    /// The year, from 0 to 9999.
    public let year: Int
    /// The month, from 1 to 12.
    public let month: Int
    /// The day of the month, from 1 on.
    public let day: Int

    /// A day; nil when the calendar has no such day.
    public init?(year: Int, month: Int, day: Int) {
        guard 0...9999 ~= year, 1...12 ~= month, day >= 1, day <= Self.days(in: month, of: year) else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// A day as RFC 3339 writes it.
    public init?(_ description: String) {
        guard let value = description.withFormatScanner({ FullDate(&$0) }) else { return nil }
        self = value
    }

    init?(_ scanner: inout FormatScanner) {
        guard let year = scanner.number(digits: 4), scanner.skip("-"), let month = scanner.number(digits: 2), scanner.skip("-"),
            let day = scanner.number(digits: 2)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.formatted("a date") { FullDate(&$0) }
    }

    public func write(to json: inout JSONWriter) {
        json.string(description)
    }

    public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

    public static func < (one: FullDate, other: FullDate) -> Bool {
        (one.year, one.month, one.day) < (other.year, other.month, other.day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension FullDate {
    /// Days since 1970-01-01, counted in years that begin in March, so that the leap day is the last one.
    var daysSince1970: Int {
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// The day; nil outside of the years 0 to 9999.
    init?(daysSince1970: Int) {
        let days = daysSince1970 + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month, day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }
}

extension String {
    /// What a scanner finds in the whole text; nil when something is left.
    func withFormatScanner<Value>(_ scan: (inout FormatScanner) -> Value?) -> Value? {
        var text = self
        return text.withUTF8 { bytes in
            var scanner = FormatScanner(bytes)
            let value = scan(&scanner)
            return scanner.isAtEnd ? value : nil
        }
    }
}

extension JSONReader {
    /// Reads a string of a format.
    mutating func formatted<Value>(_ name: String, _ scan: (inout FormatScanner) -> Value?) throws(JSONError) -> Value {
        try withStringBytes(name) { bytes in
            var scanner = FormatScanner(bytes)
            let value = scan(&scanner)
            return scanner.isAtEnd ? value : nil
        }
    }
}
