import APIRuntime
import HTTPTypes
import MockServer
import Testing

/// Documents and requests that ask for more than a mock should do.
struct MockLimitTests {
    private func respond(_ document: String, _ path: String, method: HTTPRequest.Method = .get, body: HTTPBody? = nil) async throws
        -> (status: Int, body: String)
    {
        var head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path)
        if body != nil { head.headerFields[.contentType] = "application/json" }
        let response = try await mock(of: document).respond(to: RequestMessage(head: head, body: body))
        return (response.head.status.code, String(decoding: try await response.body.collect(upTo: 1 << 24), as: UTF8.self))
    }

    private func document(_ schema: String) -> String {
        """
        openapi: 3.1.0
        info: {title: Limits, version: "1"}
        paths:
          /a:
            get: {responses: {"200": {description: OK, content: {application/json: {schema: \(schema)}}}}}
            post:
              requestBody: {required: true, content: {application/json: {schema: \(schema)}}}
              responses: {"200": {description: OK}}
        components:
          schemas:
            A: {type: object, required: [b, c], properties: {b: {$ref: "#/components/schemas/A"}, c: {$ref: "#/components/schemas/A"}}}
            B: {type: array, minItems: 1, items: {$ref: "#/components/schemas/B"}}
            C: {anyOf: [{$ref: "#/components/schemas/C"}, {$ref: "#/components/schemas/A"}]}
        """
    }

    @Test(
        arguments: [
            "{$ref: '#/components/schemas/A'}", "{$ref: '#/components/schemas/B'}", "{$ref: '#/components/schemas/C'}",
            "{type: array, minItems: 1000000, items: {type: integer}}", "{type: string, minLength: 100000000}",
            "{type: string, pattern: '^(a+)+$'}", "{type: object, minProperties: 1000000}",
        ], ["", "?__dynamic=true"]) func schemaWithoutASmallValueHasABoundedResponse(schema: String, query: String) async throws
    {
        let response = try await respond(document(schema), "/a" + query)
        let isFound = schema.contains("pattern")
        #expect(response.status == (isFound ? 200 : 500))
        #expect(isFound || response.body.contains("no value is found for the schema of application/json"))
        #expect(response.body.utf8.count < 1 << 20)
    }

    @Test(arguments: ["A", "B", "C"]) func deepBodyIsRefused(schema: String) async throws {
        let depth = 100_000
        let body = String(repeating: #"{"b":["#, count: depth) + String(repeating: "]}", count: depth)
        let response = try await respond(
            document("{$ref: '#/components/schemas/\(schema)'}"), "/a", method: .post, body: HTTPBody(body))
        #expect([422, 413].contains(response.status))
        #expect(response.body.utf8.count < 1 << 17)
    }

    @Test func manyMistakesHaveABoundedResponse() async throws {
        let name = String(repeating: "x", count: 1_000)
        let body = "[" + (0..<900).map { "{\"\(name)\($0)\": 1}" }.joined(separator: ",") + "]"
        let response = try await respond(
            document("{type: array, items: {type: object, additionalProperties: false, required: [a]}}"), "/a", method: .post,
            body: HTTPBody(body))
        #expect(response.status == 422)
        #expect(response.body.utf8.count < 1 << 17)
    }

    @Test func bodyThatIsTooLargeIsRefused() async throws {
        let response = try await respond(
            document("{type: string}"), "/a", method: .post, body: HTTPBody("\"" + String(repeating: "a", count: 1 << 20) + "\""))
        #expect(response.status == 413)
    }

    @Test func dynamicBodiesAreValidAndDiffer() async throws {
        let schema =
            "{type: object, required: [n, s], properties: {n: {type: integer, minimum: 1, maximum: 1000000}, s: {type: string}}}"
        var bodies: Set<String> = []
        for _ in 0..<20 { bodies.insert(try await respond(document(schema), "/a?__dynamic=true").body) }
        #expect(bodies.count > 5, "\(bodies)")
        for body in bodies {
            #expect(try await respond(document(schema), "/a", method: .post, body: HTTPBody(body)).status == 200, "\(body)")
        }
    }
}
