import APIRuntime
import Features
import Testing

/// What `Specs/Features/enums.yaml` became.
struct EnumTests {
    @Test func aWordThatTheDocumentDoesNotNameIsKept() throws {
        #expect(try read(Enums.Word.self, #""two""#) == .two)
        #expect(try read(Enums.Word.self, #""three""#) == .unknown("three"))
        #expect(try roundTrip(Enums.Word.self, #""three""#) == #""three""#)
    }

    @Test func aNumberThatTheDocumentDoesNotNameIsKept() throws {
        #expect(try read(Enums.Number.self, "-1") == .minus1)
        #expect(try roundTrip(Enums.Number.self, "9223372036854775807") == "9223372036854775807")
        #expect(throws: JSONError.self) { try read(Enums.Number.self, "1.5") }
        #expect(throws: JSONError.self) { try read(Enums.Number.self, #""1""#) }
    }

    @Test(arguments: [#""auto""#, "1", "2.5", "true", #""none""#, "null", #"{"a":[1]}"#])
    func aListMayMixKinds(json: String) throws {
        #expect(try roundTrip(Enums.Mixed.self, json) == json)
    }

    @Test func mixedValuesHaveCases() throws {
        #expect(try read(Enums.Mixed.self, "1") == .mixed1)
        #expect(try read(Enums.TypedMixed.self, #""auto""#) == .auto)
        #expect(try read(Enums.Mixed.self, #""1""#) == .unknown("1"))
    }

    @Test(arguments: ["yes", "1.0", "2024-01-01", "null"])
    func unquotedWordsAreWords(word: String) throws {
        #expect(try read(Enums.Unquoted.self, "\"\(word)\"").isKnown)
    }

    @Test func constIsAListOfOne() throws {
        #expect(Enums.FixedWord.knownCases == [.v1])
        #expect(try read(Enums.FixedNumber.self, "7") == .number7)
    }

    @Test func namesOfTheDocumentsOwnAreTaken() {
        #expect(Enums.Named.low.rawValue == 1)
    }

    @Test func namesThatAreEqualAfterCleaningStayApart() {
        #expect(Set(Enums.Repeated.knownCases.map(\.rawValue)).count == 10)
    }
}
