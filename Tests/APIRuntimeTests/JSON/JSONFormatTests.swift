import APIRuntime
import Testing

@Suite struct JSONFormatTests {
    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0, 0), ("2026-07-14T08:30:00.25+02:00", 1_784_010_600, 250_000_000),
        ("1969-12-31T23:59:59.999999999Z", -1, 999_999_999), ("0000-01-01T00:00:00Z", -62_167_219_200, 0),
        ("9999-12-31T23:59:59-23:59", 253_402_300_799 + 86_340, 0), ("2016-12-31T23:59:60Z", 1_483_228_800, 0),
        ("2017-01-01T00:59:60.5+01:00", 1_483_228_800, 500_000_000), ("2000-02-29T12:00:00-00:00", 951_825_600, 0),
        ("2026-07-14T08:30:00.500Z", 1_784_017_800, 500_000_000),
    ])
    func timestampsAreReadAndWrittenAsTheyWere(_ text: String, _ seconds: Int, _ nanoseconds: Int) throws {
        let timestamp = try #require(Timestamp(text))
        #expect(timestamp.secondsSince1970 == seconds)
        #expect(timestamp.nanoseconds == nanoseconds)
        #expect(timestamp.description == text)
        #expect(try json("\"\(text)\"") == timestamp)
    }

    @Test func timestampsCompareByInstant() throws {
        let noon = try #require(Timestamp("2026-07-14T12:00:00Z"))
        #expect(Timestamp("2026-07-14t14:00:00+02:00") == noon)
        #expect(Timestamp("2026-07-14T12:00:00.1z").map { $0 > noon } == true)
        #expect(Timestamp(secondsSince1970: noon.secondsSince1970) == noon)
        #expect(Timestamp(secondsSince1970: Int.max).description.hasPrefix("9999"))
        #expect(Timestamp.now > noon || Timestamp.now < noon)
    }

    @Test(arguments: [
        "2026-13-01T00:00:00Z", "2026-02-29T00:00:00Z", "2026-07-14T24:00:00Z", "2026-07-14T08:30:60Z", "2026-07-14T08:30:00",
        "2026-07-14 08:30:00Z", "2026-07-14T08:30:00.Z", "2026-07-14T08:30:00+24:00", "26-07-14T08:30:00Z", "",
        "2026-07-14T08:30:00ZZ",
        "2026-07-14T08:30Z",
    ])
    func whatIsNoTimestampIsRefused(_ text: String) {
        #expect(Timestamp(text) == nil)
        #expect { try json("\"\(text)\"", as: Timestamp.self) } throws: {
            ($0 as? JSONError)?.kind == .malformed(format: "a timestamp", text: text)
        }
    }

    @Test(arguments: ["2024-02-29", "0000-01-01", "9999-12-31", "2026-07-14"])
    func datesAreReadAndWrittenAsTheyWere(_ text: String) throws {
        #expect(try #require(FullDate(text)).description == text)
    }

    @Test(arguments: ["2023-02-29", "2026-00-01", "2026-07-32", "2026-7-14", "2026-07-14T", "20260714", "1900-02-29"])
    func whatIsNoDateIsRefused(_ text: String) {
        #expect(FullDate(text) == nil)
    }

    @Test(arguments: ["08:30:06Z", "08:30:06.283185Z", "23:59:60Z", "00:00:00+05:30", "12:00:00"])
    func timesAreReadAndWrittenAsTheyWere(_ text: String) throws {
        #expect(try #require(FullTime(text)).description == text)
    }

    @Test(arguments: ["24:00:00Z", "08:60:00Z", "22:59:60Z", "8:30:06Z", "08:30Z", "08:30:06+0530"])
    func whatIsNoTimeIsRefused(_ text: String) {
        #expect(FullTime(text) == nil)
    }

    @Test(arguments: ["P4DT12H30M5S", "PT36H", "P1Y2M3W4D", "PT0.5S", "PT1M", "P1M", "-P1D", "P2W"])
    func durationsAreReadAndWrittenAsTheyWere(_ text: String) throws {
        #expect(try #require(ISODuration(text)).description == text)
    }

    @Test(arguments: ["P", "PT", "P1", "P1DT", "PT1D", "P1D2Y", "1D", "P1YT", "PT1.S", "P99999999999999999999D", "PT1.5H", "P-1D"])
    func whatIsNoDurationIsRefused(_ text: String) {
        #expect(ISODuration(text) == nil)
    }

    @Test func durationsConvert() {
        #expect(ISODuration("P1DT1.5S")?.duration == .seconds(86401) + .milliseconds(500))
        #expect(ISODuration("P1M")?.duration == nil)
        #expect(ISODuration(.seconds(-90)).description == "-PT90S")
        #expect(ISODuration().description == "PT0S")
    }

    @Test func identifiersAreReadInAnyCase() throws {
        let text = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6"
        #expect(try #require(UniqueID(text)).description == text)
        #expect(UniqueID("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6") == UniqueID(text))
        #expect(UniqueID("f81d4fae7dec11d0a76500a0c91e6bf6") == nil)
        #expect(UniqueID(text + "0") == nil)
        let random = Array(UniqueID().description)
        #expect(random[14] == "4" && "89ab".contains(random[19]))
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64IsThatOfTheSpecification(_ plain: String, _ encoded: String) throws {
        #expect(Base64Data(Array(plain.utf8)).description == encoded)
        #expect(try json("\"\(encoded)\"") == Base64Data(Array(plain.utf8)))
        let bare = encoded.filter { $0 != "=" }
        #expect(Base64URLData(Array(plain.utf8)).description == bare)
        #expect(try json("\"\(bare)\"") == Base64URLData(Array(plain.utf8)))
    }

    @Test func bothAlphabetsAreRead() {
        #expect(Base64Data([0xFB, 0xFF]).description == "+/8=")
        #expect(Base64URLData([0xFB, 0xFF]).description == "-_8")
        #expect(Base64Data(encoded: "-_8") == [0xFB, 0xFF])
        #expect(Base64Data(encoded: "a") == nil)
        #expect(Base64Data(encoded: "Zg=") == nil)
        #expect(Base64Data(encoded: "Z g=") == nil)
    }
}
