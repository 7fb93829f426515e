import APIRuntime
import Testing

@Suite struct SchemaTests {
    private let schemas = JSONSchemaSet(
        ##"""
        {"$defs": {
          "Pet": {"x-line": 12, "type": "object", "required": ["name", "tag"], "additionalProperties": false, "properties": {
            "name": {"x-line": 20, "type": "string", "minLength": 2, "pattern": "^[A-Z]"},
            "tag": {"enum": ["cat", "dog"]}, "age": {"type": "integer", "minimum": 0, "multipleOf": 0.5},
            "friends": {"type": "array", "uniqueItems": true, "items": {"$ref": "#/$defs/Pet"}},
            "born": {"type": "string", "format": "date"}}},
          "Tree": {"anyOf": [
            {"type": "object", "required": ["left"], "properties": {"next": {"$ref": "#/$defs/Tree"}}},
            {"type": "object", "required": ["right"], "properties": {"next": {"$ref": "#/$defs/Tree"}}}]},
          "Loop": {"allOf": [{"$ref": "#/$defs/Loop"}, {"type": "string"}]}}}
        """##)

    @Test func allViolationsAreFoundAtOnce() throws {
        let pet: JSONValue = [
            "name": "a", "age": -1.25, "more": 1, "born": "2026-02-30",
            "friends": [["name": "Rex", "tag": "bird"], ["name": "Rex", "tag": "bird"]],
        ]
        let violations = schemas.violations(of: pet, against: "#/$defs/Pet")
        #expect(schemas.problems.isEmpty)
        let expected: Set = [
            "the member 'tag' is missing", "/name: expected at least 2 characters, found 1", "/name: \"a\" does not match '^[A-Z]'",
            "/age: expected integer, found number", "/age: -1.25 is not a multiple of 0.5", "/age: -1.25 is less than 0",
            "/more: the member is not allowed", "/born: \"2026-02-30\" is not date", "/friends: elements 0 and 1 are equal",
            "/friends/0/tag: expected \"cat\" or \"dog\", found \"bird\"",
            "/friends/1/tag: expected \"cat\" or \"dog\", found \"bird\"",
        ]
        #expect(Set(violations.map(\.description)) == expected)
        #expect(violations.count == expected.count)
        #expect(violations.first { $0.keyword == "minLength" }?.line == 20)
        #expect(violations.first { $0.keyword == "required" }?.line == 12)
    }

    @Test func whatFitsHasNoViolations() {
        #expect(schemas.violations(of: ["name": "Rex", "tag": "dog", "age": 3.0, "friends": []], against: "#/$defs/Pet").isEmpty)
    }

    @Test func alternativesInAlternativesTakeNoExponentialTime() throws {
        var tree: JSONValue = ["right": 1]
        for _ in 0..<400 { tree = ["next": tree, "right": 1] }
        #expect(schemas.violations(of: tree, against: "#/$defs/Tree").isEmpty)
        var hopeless: JSONValue = ["none": 1]
        for _ in 0..<400 { hopeless = ["next": hopeless, "right": 1] }
        #expect(schemas.violations(of: hopeless, against: "#/$defs/Tree").count == 1)
    }

    @Test func aWideValueIsCheckedInLinearTime() {
        let pets = JSONValue.array(Array(repeating: ["name": "Rex", "tag": "dog"], count: 20_000))
        let set = JSONSchemaSet(
            ##"{"items": {"$ref": "#/$defs/Pet"}, "$defs": {"Pet": {"properties": {"name": {"$ref": "#/$defs/Name"}}}, "Name": {"type": "string"}}}"##
        )
        #expect(set.violations(of: pets).isEmpty)
    }

    @Test func aSchemaThatLeadsToItselfEnds() {
        #expect(schemas.violations(of: "text", against: "#/$defs/Loop").isEmpty)
        #expect(!schemas.violations(of: 1, against: "#/$defs/Loop").isEmpty)
    }

    @Test(arguments: ["List«Pet»", "List of Pets", "100%", "100%25", "a/b", "a~b", "~1", "ÄÖ/%41~"])
    func everyNameIsFound(name: String) {
        let key = JSONValue.string(name).description
        let escaped = name.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "~"): "~0"
            case UInt8(ascii: "/"): "~1"
            default:
                byte.isLetter ? String(Character(Unicode.Scalar(byte))) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        let reference = "#/$defs/" + escaped.joined()
        let set = JSONSchemaSet(#"{"$defs": {\#(key): {"type": "string"}, "user": {"$ref": "\#(reference)"}}}"#)
        #expect(set.problems.isEmpty)
        for reference in [reference, "#/$defs/user"] {
            #expect(set.violations(of: "text", against: reference).isEmpty)
            #expect(set.violations(of: 1, against: reference).map(\.keyword) == ["type"])
        }
    }

    @Test(arguments: ["anyOf", "oneOf"]) func eachAlternativeSaysWhyItFails(keyword: String) {
        let set = JSONSchemaSet(
            ##"""
            {"$defs": {
              "Pet": {"\##(keyword)": [{"$ref": "#/$defs/Cat"}, {"$ref": "#/$defs/Dog"}, {"type": "integer"}]},
              "Cat": {"allOf": [{"$ref": "#/$defs/Named"}], "required": ["lives"], "properties": {"lives": {"maximum": 9}}},
              "Dog": {"allOf": [{"$ref": "#/$defs/Named"}], "required": ["barks"]},
              "Named": {"required": ["name"], "properties": {"next": {"$ref": "#/$defs/Pet"}}},
              "Many": {"\##(keyword)": [false, false, false, false, false, false]}}}
            """##)
        func messages(_ value: JSONValue, _ name: String) -> [String] {
            set.violations(of: value, against: "#/$defs/" + name).map(\.message)
        }
        #expect(
            messages(["name": "Tom", "lives": 10], "Pet") == [
                "matches none of the 3 alternatives (1: /lives: 10 is greater than 9; 2: the member 'barks' is missing; "
                    + "3: expected integer, found object)"
            ])
        // The same part fails for two alternatives, and both say so.
        let nameless = messages(["lives": 1, "barks": true], "Pet")
        #expect(nameless.count == 1)
        #expect(nameless.first?.contains("1: the member 'name' is missing; 2: the member 'name' is missing; 3: ") == true)
        // A reason names the alternatives inside it without their reasons.
        let nested = messages(["name": "Tom", "lives": 1, "next": [:]], "Pet")
        #expect(nested.first?.contains("(1: /next: matches none of the 3 alternatives; 2: ") == true)
        #expect(messages(1.5, "Many").first?.hasSuffix("4: no value is allowed here; …)") == true)
    }

    @Test func aReasonIsShort() throws {
        let set = JSONSchemaSet(#"{"anyOf": [{"const": "\#(String(repeating: "a", count: 5_000))"}, {"type": "integer"}]}"#)
        let message = try #require(set.violations(of: "b").first?.message)
        #expect(message.count < 250)
    }

    @Test func explainingTakesNoExponentialTime() {
        var tree: JSONValue = ["none": 1]
        for _ in 0..<100 { tree = ["next": tree, "right": 1] }
        let trees = JSONValue.array(Array(repeating: tree, count: 50))
        let set = JSONSchemaSet(
            ##"""
            {"items": {"$ref": "#/$defs/Tree"}, "$defs": {"Tree": {"oneOf": [
              {"required": ["left"], "properties": {"next": {"$ref": "#/$defs/Tree"}}},
              {"required": ["right"], "properties": {"next": {"$ref": "#/$defs/Tree"}}}]}}}
            """##)
        #expect(set.violations(of: trees).count == 50)
    }

    @Test func whatCannotBeEnforcedIsSaid() {
        let set = JSONSchemaSet(##"{"pattern": "(a)\\1", "$ref": "#/nowhere"}"##)
        #expect(set.problems.count == 2)
        #expect(set.violations(of: "x").isEmpty)
        #expect(!JSONSchemaSet("{").problems.isEmpty)
        #expect(set.violations(of: 1, against: "#/$defs/None").first?.message == "there is no schema '#/$defs/None'")
    }

    @Test(arguments: [
        ("0.0075", "0.0001", true), ("0.00751", "0.0001", false), ("1e308", "0.5", true), ("4.35", "0.01", true), ("1", "3", false),
        ("9007199254740993", "2", false), ("99999999999999999999999999999998", "2", true), ("0", "7", true),
    ])
    func multiplesAreExact(_ value: String, _ factor: String, _ isMultiple: Bool) throws {
        let number = try #require(DecimalNumber(value))
        #expect(JSONSchemaSet(#"{"multipleOf": \#(factor)}"#).violations(of: .number(number)).isEmpty == isMultiple)
    }

    @Test func stringsThatOnlyLookAlikeAreNotEqual() {
        #expect(!JSONSchemaSet(#"{"const": "é"}"#).violations(of: "e\u{301}").isEmpty)
        #expect(JSONSchemaSet(#"{"uniqueItems": true}"#).violations(of: ["é", "e\u{301}"]).isEmpty)
        #expect(!JSONSchemaSet(#"{"uniqueItems": true}"#).violations(of: [1, 1.0]).isEmpty)
    }

    @Test(arguments: [
        ("^\\d{3}-\\d{4}$", "555-1234", true), ("^\\d{3}$", "५५५", false), ("a.c", "a\nc", false), ("^a|b$", "xb", true),
        ("\\bfoo\\b", "a foo b", true),
        ("\\Bfoo", "foo", false), ("^(?!.*(ab)).*$", "xaby", false), ("^(?!.*(ab)).*$", "xayb", true), ("(?<=a)b", "ab", true),
        ("(?<!a)b", "ab", false),
        ("^(?=.*[A-Z])(?=.*\\d).{8,}$", "Passw0rdX", true), ("^(?=.*[A-Z])(?=.*\\d).{8,}$", "password", false),
        ("^\\p{L}+$", "Zoë", true),
        ("^\\P{L}+$", "12", true), ("^[\\w.-]+@[\\w-]+$", "a.b@c-d", true), ("^[^\\s,]*$", "a b", false),
        ("^\\u{1F600}$", "😀", true), ("^\\ud83d\\ude00$", "😀", true),
        ("^(a*)*$", "aaaa", true), ("^(?:ab){2,3}$", "abababab", false), ("^$", "", true), ("a$", "a\n", false),
        ("^[]$", "", false), ("^[^]$", "x", true),
        ("x{,2}", "x{,2}", true), ("[-a]", "-", true), ("(?<year>\\d{4})", "in 2026", true), ("^\\x41\\t$", "A\t", true),
    ])
    func patternsMeanWhatECMAScriptSays(_ pattern: String, _ text: String, _ matches: Bool) throws {
        let schema = JSONValue.object(JSONObject([.init(name: "pattern", value: .string(pattern))])).description
        let set = JSONSchemaSet(schema)
        #expect(set.problems.isEmpty)
        #expect(set.violations(of: .string(text)).isEmpty == matches)
    }

    @Test(arguments: [
        "(", "a)", "[a", "*", "a{2,1}", "[z-a]", "\\", "\\u{110000}", "(?x)", "\\p{Script=Greek}", "(\\1)",
        "((a{1000}){1000}){1000}", "\\q",
    ])
    func patternsThatCannotBeUsedAreSaid(_ pattern: String) {
        let schema = JSONValue.object(JSONObject([.init(name: "pattern", value: .string(pattern))])).description
        #expect(JSONSchemaSet(schema).problems.count == 1)
    }

    @Test func patternsTakeLinearTime() {
        let text = JSONValue.string(String(repeating: "a", count: 20_000) + "!")
        for pattern in ["^(a+)+$", "^(a|aa)*$", "(?=(a*)*b)a", "(a*)*(a*)*b"] {
            #expect(!JSONSchemaSet(#"{"pattern": "\#(pattern)"}"#).violations(of: text).isEmpty)
        }
    }

    @Test func deepValuesEndInAnAnswer() throws {
        let set = JSONSchemaSet(
            ##"{"$defs": {"List": {"type": "array", "items": {"$ref": "#/$defs/List"}}}, "$ref": "#/$defs/List"}"##)
        let depth = 1400
        let value = try JSONValue(
            json: Array(String(repeating: "[", count: depth).utf8) + Array(String(repeating: "]", count: depth).utf8))
        #expect(set.violations(of: value).allSatisfy { $0.keyword == "limit" })
    }
}

extension UInt8 {
    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 32) }
}
