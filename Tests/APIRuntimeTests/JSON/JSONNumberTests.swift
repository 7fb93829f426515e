import APIRuntime
import Testing

@Suite struct JSONNumberTests {
    @Test(arguments: [
        ("0", 0), ("-0", 0), ("1.0", 1), ("1e2", 100), ("-12.50e1", -125), ("100e-2", 1), ("9223372036854775807", Int64.max),
        ("-9223372036854775808", Int64.min), ("92233720368547758070e-1", Int64.max),
        ("1000000000000000000", 1_000_000_000_000_000_000),
    ])
    func aNumberWhoseValueIsAnIntegerIsReadAsOne(_ text: String, _ value: Int64) throws {
        #expect(try json(text) == value)
    }

    @Test(arguments: [
        "9223372036854775808", "-9223372036854775809", "1e19", "1e999999999999999999", "123456789012345678901234567890",
    ])
    func anIntegerThatDoesNotFitIsAnError(_ text: String) {
        #expect { try json(text, as: Int64.self) } throws: { error in
            if case .outOfRange(_, "Int64") = (error as? JSONError)?.kind { true } else { false }
        }
    }

    @Test func narrowIntegersKeepTheirBounds() throws {
        #expect(try json("-128") == Int8.min)
        #expect(try json("255") == UInt8.max)
        #expect(try json("18446744073709551615") == UInt64.max)
        #expect(throws: JSONError.self) { try json("128", as: Int8.self) }
        #expect(throws: JSONError.self) { try json("-1", as: UInt8.self) }
        #expect(throws: JSONError.self) { try json("18446744073709551616", as: UInt64.self) }
    }

    @Test(arguments: ["1.5", "1e-1", "0.1e0", "12345678901234567890.5"])
    func aFractionIsNoInteger(_ text: String) {
        #expect { try json(text, as: Int.self) } throws: { error in
            if case .unexpected("an integer", _) = (error as? JSONError)?.kind { true } else { false }
        }
    }

    @Test(arguments: ["01", "-", "+1", "1.", ".5", "1e", "1e+", "0x1", "NaN", "Infinity", "--1", "1 2"])
    func whatIsNoNumberIsRefused(_ text: String) {
        #expect(throws: JSONError.self) { try json(text, as: Double.self) }
    }

    @Test(arguments: [
        0.1, 1.0 / 3, .leastNonzeroMagnitude, 1.7976931348623157e308, 2.2250738585072014e-308, 123456.789, -0.001, 1e15, 1e16,
        9007199254740992,
        0.000001, 1e-7, 12.34, 99.99, 1234567.891234, 8.41, 0.30000000000000004, 100, -5, 3.14159265358979,
    ])
    func aDoubleIsWrittenShortAndReadBackExactly(_ value: Double) throws {
        let written = try text(value)
        #expect(try json(written) == value)
        #expect(written.utf8.count <= value.description.utf8.count)
    }

    @Test func randomDoublesSurvive() throws {
        var generator = SystemRandomNumberGenerator()
        for round in 0..<20_000 {
            let value =
                round % 2 == 0 ? Double(bitPattern: generator.next()) : Double(Int64(generator.next() % 1_000_000_000)) / 1e4
            guard value.isFinite else { continue }
            let bits: Double = try json(text(value))
            #expect(bits.bitPattern == value.bitPattern)
            let narrow = Float(value)
            if narrow.isFinite { #expect(try json(text(narrow)) == narrow) }
        }
    }

    @Test(arguments: [
        ("0.1", 0.1), ("123456789012345678", 123_456_789_012_345_680), ("9007199254740993", 9_007_199_254_740_992),
        ("2.2250738585072012e-308", 2.2250738585072014e-308), ("1e-400", 0), ("0e999999999999", 0), ("1e23", 1e23),
        ("179769313486231570000000000000000000000e270", 1.7976931348623157e308),
    ])
    func aDoubleIsRoundedOnce(_ text: String, _ value: Double) throws {
        #expect(try json(text) == value)
    }

    @Test func negativeZeroKeepsItsSign() throws {
        #expect(try json("-0", as: Double.self).sign == .minus)
        #expect(try text(-0.0) == "-0.0")
    }

    @Test func aNumberThatIsNotFiniteCannotBeWritten() {
        #expect { try JSONWriter.write([1, Double.infinity]) } throws: { ($0 as? JSONError)?.kind == .notFinite }
        #expect { try JSONWriter.write(Float.nan) } throws: { ($0 as? JSONError)?.kind == .notFinite }
        #expect(throws: JSONError.self) { try json("1e400", as: Double.self) }
    }

    @Test(arguments: [("1.0", "1"), ("1e2", "100"), ("0.10", "0.1"), ("-0", "0"), ("0.001e3", "1"), ("12e-1", "1.2")])
    func decimalNumbersAreEqualByValue(_ one: String, _ other: String) throws {
        let one = try #require(DecimalNumber(one))
        let other = try #require(DecimalNumber(other))
        #expect(one == other)
        #expect(one.hashValue == other.hashValue)
        #expect(!(one < other) && !(other < one))
    }

    @Test(arguments: [
        ("-1", "1"), ("1", "2"), ("9", "10"), ("0.09", "0.1"), ("-2", "-1"), ("0", "1e-300"), ("1e10", "1e11"), ("1", "1.5"),
        // Each of these pairs is one and the same Double.
        ("9007199254740993.1", "9007199254740993.2"), ("0.1000000000000000001", "0.1000000000000000002"), ("1e400", "1e401"),
        ("-1e401", "-1e400"), ("99999999999999999999", "100000000000000000001"), ("-1e-400", "1e-400"),
    ])
    func decimalNumbersAreOrderedByValue(_ one: String, _ other: String) throws {
        #expect(try #require(DecimalNumber(one)) < #require(DecimalNumber(other)))
    }

    @Test func decimalNumbersKeepEveryDigit() throws {
        let digits = "3.14159265358979323846264338327950288"
        #expect(try text(json(digits, as: DecimalNumber.self)) == digits)
        #expect(try text(json("\"\(digits)\"", as: DecimalText.self)) == "\"\(digits)\"")
        #expect(DecimalNumber("1e3")?.exactly(Int.self) == 1000)
        #expect(DecimalNumber("-9223372036854775808")?.exactly(Int64.self) == Int64.min)
        #expect(DecimalNumber("1.5")?.exactly(Int.self) == nil)
        #expect(DecimalNumber("abc") == nil)
    }
}
