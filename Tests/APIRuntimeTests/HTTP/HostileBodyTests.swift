import APIRuntime
import HTTPTypes
import Testing

/// Bodies that were made to cost a server much: each is rejected in an error body of a size that the caller cannot choose.
@Suite struct HostileBodyTests {
    struct Hostile: CustomTestStringConvertible, Sendable {
        let testDescription: String
        /// The schema of the body.
        let schema: String
        let body: String
        /// What the error body says.
        let says: String
        /// The keywords of the violations.
        let keywords: Set<String>
    }

    private static let name = String(repeating: "n", count: 1_000_000)
    private static let sevens = Array(repeating: "7", count: 200).joined(separator: ",")
    private static let letters = "\"" + String(repeating: "a", count: 300_000) + "\""

    static let hostile = [
        Hostile(
            testDescription: "a long name in 100 pointers",
            schema: #"{"additionalProperties": {"items": {"maximum": 1}}}"#, body: "{\"\(name)\": [\(sevens)]}",
            says: "/\(name.prefix(40))…/0: 7 is greater than 1", keywords: ["maximum"]),
        Hostile(
            testDescription: "deep nesting in 100 pointers",
            schema: ##"{"$ref": "#/$defs/Deep"}"##,
            body: String(repeating: "[", count: 300) + sevens + String(repeating: "]", count: 300), says: "/0/0/0/0/0/0/0/0",
            keywords: ["maximum"]),
        Hostile(
            testDescription: "long numbers", schema: #"{"items": {"maximum": 1, "multipleOf": 3}}"#,
            body: "[" + Array(repeating: String(repeating: "7", count: 10_000), count: 60).joined(separator: ",") + "]",
            says: String(repeating: "7", count: 60) + "… is greater than 1", keywords: ["maximum", "multipleOf"]),
        Hostile(
            testDescription: "names of control characters", schema: #"{"propertyNames": {"maxLength": 5}}"#,
            body: "{"
                + (0..<100).map { "\"\(String(repeating: #"\u0001"#, count: 1_600))\($0)\": 1" }.joined(separator: ",") + "}",
            says: "the member's name '", keywords: ["propertyNames"]),
        Hostile(
            testDescription: "large values of enums", schema: #"{"items": {"enum": [1]}}"#,
            body: "[" + Array(repeating: "[\(sevens)]", count: 200).joined(separator: ",") + "]", says: "expected 1, found [7,7,",
            keywords: ["enum"]),
        Hostile(
            testDescription: "a name before an error of syntax", schema: #"{"minProperties": 1}"#, body: "{\"\(name)\": x}",
            says: "nnnn…nnnn", keywords: []),
        Hostile(
            testDescription: "counted repetitions", schema: #"{"pattern": "[a-z]{1,5000}X"}"#, body: letters,
            says: "takes too long to search for '[a-z]{1,5000}X'", keywords: ["limit"]),
        Hostile(
            testDescription: "counted repetitions, negated", schema: #"{"not": {"pattern": "[a-z]{1,5000}X"}}"#, body: letters,
            says: "takes too long to search for", keywords: ["limit"]),
        Hostile(
            testDescription: "counted repetitions in a lookbehind", schema: #"{"pattern": "(?<=[a-z]{1,5000}X)b"}"#, body: letters,
            says: "takes too long to search for", keywords: ["limit"]),
        Hostile(
            testDescription: "counted repetitions in names", schema: #"{"patternProperties": {"[a-z]{1,5000}X": true}}"#,
            body: "{\(letters): 1}", says: "takes too long to search", keywords: ["limit"]),
        Hostile(
            testDescription: "counted repetitions in names of all members",
            schema: #"{"not": {"propertyNames": {"not": {"pattern": "[a-z]{1,5000}X"}}}}"#, body: "{\(letters): 1}",
            says: "takes too long to search for", keywords: ["limit"]),
        Hostile(
            testDescription: "a text that is too long is not searched", schema: #"{"maxLength": 100, "pattern": "[a-z]{1,5000}X"}"#,
            body: letters, says: "expected at most 100 characters, found 300000", keywords: ["maxLength"]),
        Hostile(
            testDescription: "equal elements", schema: #"{"uniqueItems": true}"#,
            body: "[" + (0..<20_000).map(String.init).joined(separator: ",") + ",1.90e2, 19]",
            says: "elements 190 and 20000 are equal", keywords: ["uniqueItems"]),
    ]

    @Test(arguments: hostile) func errorBodyStaysSmall(_ hostile: Hostile) async throws {
        let response = await respond(to: hostile.body, schema: hostile.schema, as: "application/json") {
            _ = try await $0.json(JSONValue.self)
        }
        #expect(response.head.status == .badRequest)
        let bytes = try await response.body.collect(upTo: 1 << 16)
        let problem = try JSONValue(json: bytes)
        #expect(problem["title"] == "Bad Request")
        #expect(
            String(decoding: bytes, as: UTF8.self).contains(hostile.says), "\(problem["detail"]?.description.prefix(300) ?? "")")
        #expect(Set((problem["violations"]?.array ?? []).compactMap { $0["keyword"]?.string }) == hostile.keywords)
    }

    @Test(arguments: [
        ("^[a-z]+$", "a", true), ("[a-z]{10}$", "a", true), ("^(?=.*[A-Z])(?=.*[0-9]).{8,64}$", "a", false), ("b", "a", false),
        (#"^\\p{Ll}*$"#, "é", true), ("(a|b)*c", "ab", false),
    ]) func usualPatternsAreSearchedInLongTexts(pattern: String, text: String, isMatch: Bool) async throws {
        let body = "\"" + String(repeating: text, count: 200_000 / text.utf8.count) + "\""
        let response = await respond(to: body, schema: #"{"pattern": "\#(pattern)"}"#, as: "application/json") {
            _ = try await $0.json(String.self)
        }
        #expect(response.head.status == (isMatch ? .noContent : .badRequest))
        let text = String(decoding: try await response.body.collect(upTo: 1 << 16), as: UTF8.self)
        #expect(isMatch || text.contains("does not match"), "\(text)")
    }

    @Test(arguments: [
        ("a", true), ("(", false), ("[a-z]", true), ("a{2,1}", false), (#"\\q"#, false), ("(?<n>a)", true), ("[z-a]", false),
        (String(repeating: "(a|[bc])*", count: 100_000), true), (String(repeating: "a", count: 900_000) + ")", false),
    ]) func formatOfRegularExpressionsIsChecked(text: String, isValid: Bool) async {
        let response = await respond(to: "\"\(text)\"", schema: #"{"format": "regex"}"#, as: "application/json") {
            _ = try await $0.json(String.self)
        }
        #expect(response.head.status == (isValid ? .noContent : .badRequest))
    }

    @Test func formsWithManyPairsAreReadInTheirOrder() async throws {
        let body = (0..<50_000).map { "x[\($0)][y]=\($0 % 7)" }.joined(separator: "&") + "&z=1&z=2"
        let response = await respond(to: body, schema: "true", as: "application/x-www-form-urlencoded") { request in
            let form = try await request.form(JSONValue.self)
            #expect(form["x"]?.array?.count == 50_000)
            #expect(form["x"]?[49_999]?["y"]?.string == "5")
            #expect(form["z"]?.array?.compactMap(\.string) == ["1", "2"])
        }
        #expect(response.head.status == .noContent)
    }

    private func respond(
        to body: String, schema: String, as mediaType: String, _ read: @escaping @Sendable (ServerRequest) async throws -> Void
    ) async -> ResponseMessage {
        let deep = ##"{"if": {"type": "array"}, "then": {"items": {"$ref": "#/$defs/Deep"}}, "else": {"maximum": 1}}"##
        let operation = APIOperation(
            id: "send", method: "POST", path: "/",
            requestBody: RequestBodyDescription([mediaType], required: true, maximumBytes: 1 << 23, schema: "#/$defs/Body"),
            responses: [ResponseDescription("204")],
            schemas: DocumentSchemas(#"{"$defs": {"Body": \#(schema), "Deep": \#(deep)}}"#))
        var router = Router()
        router.add(operation) { request in
            try await read(request)
            return .empty(204)
        }
        var head = HTTPRequest(method: .post, scheme: "http", authority: "a", path: "/")
        head.headerFields[.contentType] = mediaType
        return await router.respond(to: RequestMessage(head: head, body: HTTPBody(body)))
    }
}
