import APIRuntime
import Testing

@Suite struct JSONTextModeTests {
    private let options = JSONReadingOptions(scalarsAreText: true)

    @Test func scalarsOfParametersMayBeText() throws {
        #expect(try json(#""3""#, options: options) == 3)
        #expect(try json(#""-2.5""#, options: options) == -2.5)
        #expect(try json(#""true""#, options: options) == true)
        #expect(try json("3", options: options) == "3")
        #expect(try json(#"["1","2"]"#, options: options) == [1, 2])
        #expect(try json(#""10""#, options: options) == DecimalNumber(10))
        #expect(throws: JSONError.self) { try json(#""3""#, as: Int.self) }
    }

    @Test(arguments: [#""x""#, #""""#, #""3 ""#, #"" 3""#, #""0x10""#, #""3.5""#, #""99999999999999999999""#])
    func textThatIsNoIntegerIsAnError(_ document: String) {
        #expect(throws: JSONError.self) { try json(document, as: Int.self, options: options) }
    }

    @Test func kindsArePossibleOnes() throws {
        struct Probe: JSONCodable {
            var kinds: [JSONKind]

            init(reading json: inout JSONReader) throws(JSONError) {
                kinds = [
                    try json.peekKind(among: [.string]), try json.peekKind(among: [.string, .number]),
                    try json.peekKind(among: [.boolean]),
                ]
                try json.skipValue()
            }

            func write(to json: inout JSONWriter) {}
        }
        #expect(try json(#""3""#, as: Probe.self, options: options).kinds == [.string, .number, .string])
        #expect(try json(#""true""#, as: Probe.self, options: options).kinds == [.string, .string, .boolean])
        #expect(try json(#""3""#, as: Probe.self).kinds == [.string, .string, .string])
    }
}
