import APIRuntime
import Foundation
import Testing

/// Types of Foundation in JSON, and their bridges to the runtime's types.
struct FoundationTypeTests {
    private func read<Value: JSONCodable>(_ type: Value.Type, _ json: String) throws(JSONError) -> Value {
        try Value(json: Array(json.utf8))
    }

    private func write(_ value: some JSONCodable) throws(JSONError) -> String {
        String(decoding: try JSONWriter.write(value), as: UTF8.self)
    }

    @Test(arguments: [
        ("2026-07-14T08:30:00Z", "2026-07-14T08:30:00Z"), ("2026-07-14T08:30:00.25+02:00", "2026-07-14T06:30:00.25Z"),
        ("2026-07-14T08:30:00.123Z", "2026-07-14T08:30:00.123Z"), ("2026-07-14T08:30:00.123456Z", "2026-07-14T08:30:00.123456Z"),
        ("2026-07-14T08:30:00.999999999Z", "2026-07-14T08:30:01Z"), ("1969-12-31T23:59:59.5Z", "1969-12-31T23:59:59.5Z"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z"), ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
    ])
    func datesKeepMicroseconds(_ text: String, _ written: String) throws {
        let date = try read(Date.self, "\"\(text)\"")
        #expect(try write(date) == "\"\(written)\"")
    }

    @Test func everyMillisecondOfASecondIsKept() throws {
        for millisecond in 0..<1000 {
            let text = "2040-12-31T23:59:59." + String("000\(millisecond)".suffix(3))
            let timestamp = try #require(Timestamp(text + "Z"))
            #expect(Timestamp(Date(timestamp)) == timestamp)
        }
    }

    @Test func datesOutsideOfRFC3339AreTheNearestInside() throws {
        #expect(try write(Date(timeIntervalSince1970: 1e18)) == "\"9999-12-31T23:59:59Z\"")
        #expect(try write(Date(timeIntervalSince1970: -1e18)) == "\"0000-01-01T00:00:00Z\"")
        #expect(throws: JSONError.self) { try write(Date(timeIntervalSince1970: .nan)) }
        #expect(throws: JSONError.self) { try write(Date(timeIntervalSince1970: .infinity)) }
    }

    @Test func identifiersAndBytesAreTheSame() throws {
        let text = "\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\""
        let identifier = try read(UUID.self, text)
        #expect(identifier.uuidString == "F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6")
        #expect(try write(identifier) == text)
        #expect(UUID(UniqueID(identifier)) == identifier)
        let data = try read(Data.self, "\"AQID\"")
        #expect(data == Data([1, 2, 3]))
        #expect(try write(data) == "\"AQID\"")
        #expect(Data(Base64Data(data)) == data)
        #expect(try write(Base64URLData(Data([255, 255]))) == "\"__8\"")
        #expect(Data(Base64URLData([7])) == Data([7]))
        #expect(Base64Data([1, 2]).bytes == [1, 2])
    }

    @Test(arguments: [
        "9.99", "0.1", "-0.5", "0", "12345678901234567890123456789.123456789", "340282366920938463463374607431768211455",
    ])
    func decimalsAreExact(_ text: String) throws {
        let decimal = try read(Decimal.self, text)
        #expect(try write(decimal) == text)
        #expect(DecimalNumber(decimal)?.text == text)
    }

    @Test func aDecimalIsReadFromAStringAndWithAnExponent() throws {
        #expect(try read(Decimal.self, "\"1.5\"") == Decimal(literal: "1.5"))
        #expect(try read(Decimal.self, "12e-1") == Decimal(literal: "1.2"))
        #expect(try read([Decimal].self, "[1e2, 1.0]") == [100, 1])
    }

    @Test(arguments: [
        "1234567890123456789012345678901234567890.5", "1e400", "1e-400", "1e999999999999",
        "3402823669209384634633746074317682114561",
    ])
    func aDecimalThatWouldBeRoundedIsRefused(_ text: String) {
        #expect(throws: JSONError(.outOfRange(number: text, type: "Decimal"), offset: 5, pointer: "/a")) {
            try read([String: Decimal].self, "{\"a\":\(text)}")
        }
    }

    @Test func aDecimalThatIsNotANumberCannotBeWritten() {
        #expect(throws: JSONError.self) { try write(Decimal.nan) }
        #expect(DecimalNumber(Decimal.nan) == nil)
    }

    @Test(arguments: ["https://example.com/a?b=c#d", "mailto:a@example.com", "urn:isbn:0451450523", "/a/b", "http://[::1]:80/"])
    func urlsAreWrittenAsTheyWereRead(_ text: String) throws {
        let url = try read(URL.self, "\"\(text)\"")
        #expect(url.absoluteString == text)
        #expect(try write([url]) == "[\"\(text)\"]")
    }

    @Test(arguments: ["", "https://example.com/a b", "https://example.com/%zz", "http://a:b/"])
    func whatIsNoURLIsRefusedAtItsPlace(_ text: String) {
        #expect(throws: JSONError(.malformed(format: "a URL", text: text), offset: 9, pointer: "/urls/0")) {
            try read([String: [URL]].self, "{\"urls\":[\"\(text)\"]}")
        }
    }

    @Test func literalsInSourceCodeAreValues() {
        #expect(Date(literal: "2026-01-31T12:00:00.5Z") == Date(timeIntervalSince1970: 1_769_860_800.5))
        #expect(UUID(literal: "f81d4fae-7dec-11d0-a765-00a0c91e6bf6").uuidString.hasPrefix("F81D4FAE"))
        #expect(Data(literal: "AQID") == Data([1, 2, 3]))
        #expect(URL(literal: "https://example.com").host() == "example.com")
    }

    @Test func codableStaysFoundations() throws {
        let data = Data([1, 2])
        #expect(String(decoding: try JSONEncoder().encode([data]), as: UTF8.self) == "[\"AQI=\"]")
    }
}
