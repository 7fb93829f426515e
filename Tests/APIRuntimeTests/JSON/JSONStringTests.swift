import APIRuntime
import Testing

@Suite struct JSONStringTests {
    @Test(arguments: [
        (#""""#, ""), (#""plain""#, "plain"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\u20AC""#, "é€"),
        (#""\ud83d\ude00""#, "😀"), (#""é€😀""#, "é€😀"), (#""\u0000""#, "\0"),
        (#""a long text that is more than a word\n""#, "a long text that is more than a word\n"),
    ])
    func escapesMeanWhatTheyStandFor(_ document: String, _ value: String) throws {
        #expect(try json(document) == value)
        #expect(try json(text(value)) == value)
    }

    @Test(arguments: [#""\ud800""#, #""\ud800x""#, #""\udc00""#, #""\ud800\u0041""#])
    func halfOfASurrogatePairIsAnError(_ document: String) {
        #expect { try json(document, as: String.self) } throws: { ($0 as? JSONError)?.kind == .invalidText }
    }

    @Test(arguments: [[0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE2, 0x82], [0x80]] as [[UInt8]])
    func bytesThatAreNotUTF8AreAnError(_ bytes: [UInt8]) {
        #expect { try String(json: [0x22] + bytes + [0x22]) } throws: { ($0 as? JSONError)?.kind == .invalidText }
        #expect(throws: JSONError.self) { try JSONValue(json: Array("{\"".utf8) + bytes + Array("\":1}".utf8)) }
    }

    @Test(arguments: ["\"a", "\"\\", "\"\\u12", "\"\\x\"", "\"\u{1}\"", "\"tab\tinside\""])
    func aBrokenStringIsRefused(_ document: String) {
        #expect(throws: JSONError.self) { try json(document, as: String.self) }
    }

    @Test func controlCharactersAreEscaped() throws {
        #expect(try text("\u{1}\u{1F}\"\\\n\u{7F}é") == #""\u0001\u001f\"\\\n"# + "\u{7F}é\"")
    }

    @Test func everyCharacterSurvivesAtEveryPlace() throws {
        for length in 0..<20 {
            for character in ["\"", "\\", "\n", "\u{0}", "é", "😀", "\u{2028}"] {
                let value = String(repeating: "x", count: length) + character + String(repeating: "y", count: 19 - length)
                #expect(try json(text(value)) == value)
                #expect(try json(text([value: value])) == [value: value])
            }
        }
    }

    @Test func aByteOrderMarkIsSkippedOnce() throws {
        #expect(try json("\u{FEFF}1") == 1)
        #expect(throws: JSONError.self) { try json("\u{FEFF}\u{FEFF}1", as: Int.self) }
    }
}
