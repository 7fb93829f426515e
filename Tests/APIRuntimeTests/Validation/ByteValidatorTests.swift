@testable import APIRuntime
import Testing

/// Whether values that are recognized as valid by their bytes are valid for the evaluation of schemas, too.
@Suite struct ByteValidatorTests {
    @Test func whatIsSurelyValidIsValid() throws {
        var random = Random()
        var valid = 0
        var recognized = 0
        for _ in 0..<1500 {
            let schema = random.schema(depth: 3)
            let text = ##"{"$defs":{"S":\##(schema),"T":\##(random.schema(depth: 2))},"$ref":"#/$defs/S"}"##
            let set = JSONSchemaSet(text)
            for _ in 0..<5 {
                let document = random.value(depth: 3)
                let isValid = try set.violations(of: JSONValue(json: Array(document.utf8))).isEmpty
                let isSurelyValid = set.surelyAllows(Array(document.utf8))
                #expect(isValid || !isSurelyValid, "\(document) is not valid for \(text)")
                valid += isValid ? 1 : 0
                recognized += isSurelyValid ? 1 : 0
            }
        }
        #expect(valid > 1500)
        #expect(Double(recognized) > 0.8 * Double(valid))
    }

    @Test(arguments: [
        (#"{"type": "integer", "minimum": 3}"#, "3.0", true), (#"{"type": "integer"}"#, "3.5", false),
        (#"{"multipleOf": 0.01}"#, "12.50", true), (#"{"multipleOf": 0.01}"#, "12.505", false),
        (#"{"exclusiveMaximum": 0.1}"#, "0.1", false), (#"{"maximum": 0.1}"#, "0.10", true),
        (#"{"enum": ["ä", 100]}"#, "1e2", true), (#"{"enum": ["ä", 100]}"#, #""\u00e4""#, true),
        (#"{"pattern": "^\\S+$"}"#, #""größe/XL""#, true), (#"{"pattern": "^[äöü]$"}"#, #""é""#, false),
        (#"{"pattern": "^(ab|cd)*$|x"}"#, #""abcdab""#, true), (#"{"pattern": "^(ab|cd)*$|x"}"#, #""abc""#, false),
        (#"{"maxLength": 3}"#, #""äöü""#, true), (#"{"minLength": 3}"#, #""äö""#, false),
        (#"{"format": "email"}"#, #""a.b@example.com""#, true), (#"{"format": "email"}"#, #""a..b@example.com""#, false),
        (#"{"format": "uri"}"#, #""https://example.com/a?b=c#d""#, true), (#"{"format": "uri"}"#, #""https://exa mple""#, false),
        (#"{"format": "ipv4"}"#, #""127.0.0.1""#, true), (#"{"format": "ipv4"}"#, #""127.0.0.01""#, false),
        (#"{"format": "int8"}"#, "128", false), (#"{"format": "byte"}"#, #""YWI=""#, true),
        (#"{"uniqueItems": true}"#, #"["a", "b", 1, 2.5, null]"#, true), (#"{"uniqueItems": true}"#, "[1, 1.0]", false),
        (#"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}"#, #"{"a": 1}"#, true),
        (#"{"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}"#, #"{"a": 1, "b": 1}"#, false),
        (#"{"propertyNames": {"maxLength": 2}, "patternProperties": {"^x": {"type": "null"}}}"#, #"{"x1": null, "b": 1}"#, true),
        (#"{"if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}}"#, #"{"a": 2}"#, true),
        (#"{"if": {"properties": {"a": {"const": 1}}}, "then": {"required": ["b"]}}"#, #"{"a": 1}"#, false),
    ])
    func ordinaryKeywordsAreDecidedByBytes(_ schema: String, _ document: String, _ isValid: Bool) throws {
        let set = JSONSchemaSet(schema)
        #expect(try set.violations(in: Array(document.utf8)).isEmpty == isValid)
        #expect(set.surelyAllows(Array(document.utf8)) == isValid)
    }

    /// A first member of a name that occurs twice does not count, so that a schema which rejects it has not rejected the value.
    @Test(arguments: [
        #"{"kind":"a","kind":"b"}"#, #"{"kind":"a","\u006bind":"b"}"#, #"{"K":"a","\u212A":"b"}"#,
        "{\"K\":\"a\",\"\u{212A}\":\"b\"}",
    ])
    func repeatedNamesAreLeftToTheEvaluation(_ document: String) throws {
        let name = document.contains("K") ? "K" : "kind"
        let set = JSONSchemaSet(#"{"oneOf": [{"properties": {"\#(name)": {"const": "b"}}}, true]}"#)
        #expect(!set.surelyAllows(Array(document.utf8)))
        #expect(try !set.violations(in: Array(document.utf8)).isEmpty)
    }

    @Test(arguments: [
        "[" + String(repeating: "[", count: 2000), "{\"a\":1} x", "{\"a\":1", "[1,]", "\"\u{1}\"", "{\"a\":\"\\x\"}", "",
        String(repeating: "[", count: 200) + String(repeating: "]", count: 200),
    ])
    func whatIsNoJSONOrNestedDeeplyIsNotSurelyValid(_ document: String) {
        let nested = JSONSchemaSet(##"{"$defs": {"S": {"items": {"$ref": "#/$defs/S"}}}, "$ref": "#/$defs/S"}"##)
        #expect(!nested.surelyAllows(Array(document.utf8)))
    }

    /// Each level doubles the work of trying alternatives.
    @Test func tryingAlternativesIsGivenUp() {
        let set = JSONSchemaSet(
            ##"""
            {"$defs": {"S": {"anyOf": [{"items": {"$ref": "#/$defs/S"}, "maxItems": 0}, {"items": {"$ref": "#/$defs/S"}}]}},
            "$ref": "#/$defs/S"}
            """##)
        let document = String(repeating: "[", count: 25) + "1" + String(repeating: "]", count: 25)
        #expect(!set.surelyAllows(Array(document.utf8)))
    }
}

/// Makes schemas and values that have enough in common to be valid now and then, the same ones in each run.
private struct Random {
    private var state: UInt64 = 20_261_129

    mutating func number(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    private mutating func one(of choices: [String]) -> String { choices[number(below: choices.count)] }

    private mutating func list(_ count: Int, _ element: (inout Random) -> String) -> String {
        "[" + (0..<count).map { _ in element(&self) }.joined(separator: ",") + "]"
    }

    mutating func schema(depth: Int) -> String {
        if number(below: 12) == 0 { return one(of: ["true", "{}", "true", "false"]) }
        let keywords = (0..<1 + number(below: 3)).map { _ in keyword(depth: depth) }
        return "{" + keywords.joined(separator: ",") + "}"
    }

    private mutating func keyword(depth: Int) -> String {
        switch number(below: depth > 0 ? 12 : 5) {
        case 0:
            let types = ["\"integer\"", "\"number\"", "\"string\"", "\"array\"", "\"object\"", "\"boolean\"", "\"null\""]
            return "\"type\":" + (number(below: 2) == 0 ? one(of: types) : list(3) { $0.one(of: types) })
        case 1:
            let name = one(of: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"])
            return "\"\(name)\":" + one(of: ["0", "1", "0.5", "2", "-1", "1e2", "0.3", "9007199254740992"])
        case 2:
            return one(of: [
                #""multipleOf":0.01"#, #""multipleOf":2"#, #""multipleOf":0.5"#, #""format":"date-time""#, #""format":"int32""#,
                #""format":"float""#, #""pattern":"^a""#, #""pattern":"b$""#, #""pattern":"^[a-c]{1,3}$""#, #""pattern":"é|x""#,
                #""pattern":"\\bb""#, #""minLength":1"#, #""maxLength":1"#, #""minLength":2"#,
            ])
        case 3: return "\"enum\":" + list(4) { $0.value(depth: 1) }
        case 4:
            let name = one(of: ["minItems", "maxItems", "minProperties", "maxProperties"])
            return number(below: 3) == 0 ? "\"uniqueItems\":true" : "\"\(name)\":\(number(below: 3))"
        case 5, 6: return members(depth: depth - 1)
        case 7: return "\"\(one(of: ["items", "contains", "not", "propertyNames"]))\":" + schema(depth: depth - 1)
        case 8: return "\"prefixItems\":" + list(2) { $0.schema(depth: depth - 1) }
        case 9: return "\"$ref\":\"#/$defs/T\""
        case 10:
            return "\"if\":\(schema(depth: depth - 1)),\"\(one(of: ["then", "else"]))\":\(schema(depth: depth - 1))"
        default: return "\"\(one(of: ["allOf", "anyOf", "oneOf"]))\":" + list(1 + number(below: 3)) { $0.schema(depth: depth - 1) }
        }
    }

    private mutating func members(depth: Int) -> String {
        switch number(below: 5) {
        case 0: return "\"required\":" + list(1 + number(below: 2)) { $0.one(of: ["\"a\"", "\"b\"", "\"é\""]) }
        case 1: return "\"additionalProperties\":" + schema(depth: depth)
        case 2: return "\"patternProperties\":{\"^a|b\":\(schema(depth: depth))}"
        default: return "\"properties\":{\"a\":\(schema(depth: depth)),\"b\":\(schema(depth: depth)),\"é\":\(schema(depth: depth))}"
        }
    }

    mutating func value(depth: Int) -> String {
        switch number(below: depth > 0 ? 8 : 5) {
        case 0: return one(of: ["null", "true", "false"])
        case 1: return one(of: ["0", "1", "-1", "2", "100", "3"])
        case 2:
            return one(of: [
                "1.0", "0.5", "1e2", "-0", "0.30", "0.3", "9007199254740993", "123456789012345678901", "12.505", "5e-1", "1e400",
            ])
        case 3, 4:
            return one(of: [
                "\"\"", "\"a\"", "\"b\"", "\"ab\"", "\"é\"", "\"e\u{301}\"", #""\u0061""#, "\"2026-11-29T20:30:00Z\"", "\"xyz\"",
                "\"abc b\"",
            ])
        case 5: return list(number(below: 4)) { $0.value(depth: depth - 1) }
        default:
            let members = (0..<number(below: 4)).map { _ in
                one(of: ["\"a\"", "\"b\"", "\"c\"", "\"a\"", "\"é\"", "\"e\u{301}\"", #""\u0062""#]) + ":" + value(depth: depth - 1)
            }
            return "{" + members.joined(separator: ", ") + "}"
        }
    }
}
