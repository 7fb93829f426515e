#if StatusService
import APIRuntime
import HTTPTypes
import Testing

/// What the router makes of raw requests: where it is mounted, which media type it answers in, and what closed objects refuse.
@Suite(.timeLimit(.minutes(1)))
struct RouterWireTests {
    private static let schemas = DocumentSchemas(
        #"{"$defs":{"Closed":{"type":"object","properties":{"a":{"type":"string"}},"additionalProperties":false}}}"#)
    private static let closed = "#/$defs/Closed"
    private static let thing = APIOperation(
        id: "thing", method: "GET", path: "/things/{id}", parameters: [Parameter("id", in: .path, required: true)],
        responses: [ResponseDescription("200", ["application/json", "application/hal+json", "image/*"])])
    private static let search = APIOperation(
        id: "search", method: "GET", path: "/search",
        parameters: [
            Parameter("deep", in: .query, style: .deepObject, shape: .object, schema: closed),
            Parameter("exploded", in: .query, shape: .object, properties: ["a"], schema: closed),
            Parameter("page[size]", in: .query),
        ],
        responses: [ResponseDescription("204")], schemas: schemas, security: [[RequiredScheme("key")]])
    private static let free = APIOperation(
        id: "free", method: "GET", path: "/free",
        parameters: [
            Parameter("free", in: .query, shape: .object), Parameter("page", in: .query, style: .deepObject, shape: .object),
            Parameter("q", in: .query), Parameter("other", in: .query, shape: .object, properties: ["a"]),
        ],
        responses: [ResponseDescription("200", ["application/json"])])
    private static let put = APIOperation(
        id: "put", method: "PUT", path: "/closed",
        requestBody: RequestBodyDescription(
            ["application/x-www-form-urlencoded", "application/xml"], required: true, schema: closed),
        responses: [ResponseDescription("204")], schemas: schemas)
    private static let number = APIOperation(
        id: "number", method: "PUT", path: "/number", requestBody: RequestBodyDescription(["text/plain"], required: true),
        responses: [ResponseDescription("200", ["text/plain; charset=utf-8"])])

    private static var router: Router {
        var router = Router(securitySchemes: [SecurityScheme("key", .apiKey(in: .query, name: "key"))])
        router.add(thing) { request in
            var response = ServerResponse.json(200, try request.path("id", as: String.self), as: try request.responseMediaType(200))
            response.header("Location", "/things/2?x=1")
            return response
        }
        router.add(search) { request in
            _ = try request.query("deep", ifPresent: OnlyA.self)
            _ = try request.query("exploded", ifPresent: OnlyA.self)
            return .empty(204)
        }
        router.add(free) { request in .json(200, try request.query("free", ifPresent: [String: String].self)) }
        router.add(put) { request in
            if try request.mediaType() == "application/xml" {
                _ = try await request.xml(OnlyA.self, .any)
            } else {
                _ = try await request.form(OnlyA.self)
            }
            return .empty(204)
        }
        router.add(number) { request in .text(200, of: try await request.text(as: Int.self) + 1, as: "text/plain; charset=utf-8") }
        return router
    }

    private func answer(_ line: String, _ fields: [String] = [], body: String = "", on router: Router = Self.router) async throws
        -> String
    {
        try await rawResponse(router, ["\(line) HTTP/1.1", "Content-Length: \(body.utf8.count)"] + fields, body: body)
    }

    @Test(arguments: [
        ("/api/v1", "/api/v1/things/1", true), ("https://example.com/api/v1/", "/api/v1/things/1", true),
        ("/api/v1", "/things/1", false),
        ("/api/v1", "/api/v12/things/1", false), ("/api/v1", "/api", false), ("/a%20b", "/a%20b/things/1", true),
        ("", "/things/1", true),
        ("https://example.com", "/things/1", true),
    ])
    func aRouterIsMountedBelowAPath(base: String, path: String, isFound: Bool) async throws {
        let router = Self.router.mounted(at: base)
        let answer = try await answer("GET \(path)", on: router)
        #expect(answer.hasPrefix(isFound ? "HTTP/1.1 200 " : "HTTP/1.1 404 "))
        if isFound { #expect(answer.lowercased().contains("\r\nlocation: \(router.basePath)/things/2?x=1\r\n")) }
    }

    @Test(arguments: [
        ("*/*", "application/json"), ("application/hal+json", "application/hal+json"),
        ("application/json;q=0.5, application/hal+json", "application/hal+json"), ("image/webp", "image/webp"),
        ("image/*", "image/png"),
    ])
    func theMediaTypeFollowsAccept(accept: String, mediaType: String) async throws {
        let answer = try await answer("GET /things/1", ["Accept: \(accept)"])
        #expect(answer.lowercased().contains("\r\ncontent-type: \(mediaType)\r\n"))
    }

    @Test(arguments: [
        ("deep[a]=1", 401), ("key=k&deep[a]=1", 204), ("key=k&deep[a]=1&deep[b]=2", 400), ("key=k&a=1", 204),
        ("key=k&a=1&b=2", 400),
        ("key=k&a=1&page%5Bsize%5D=2", 204), ("key=k&a=1&deep[a]=1", 204),
    ])
    func aClosedObjectIsClosedInAQuery(query: String, status: Int) async throws {
        var router = Router(securitySchemes: [SecurityScheme("key", .apiKey(in: .query, name: "key"))])
        router.add(Self.search) { request in
            let _: String = try await request.authenticate { _, credential in credential.apiKey.value }
            _ = try request.query("deep", ifPresent: OnlyA.self)
            _ = try request.query("exploded", ifPresent: OnlyA.self)
            return .empty(204)
        }
        let answer = try await answer("GET /search?\(query)", on: router)
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer)")
    }

    @Test func aFreeObjectLeavesWhatOthersOwn() async throws {
        let answer = try await answer("GET /free?x=1&page%5Bsize%5D=2&q=3&a=4&y%5Bz%5D=5")
        #expect(answer.hasSuffix(#"{"x":"1","y[z]":"5"}"#), "\(answer)")
    }

    @Test(arguments: [
        ("application/x-www-form-urlencoded", "a=1", 204), ("application/x-www-form-urlencoded", "a=1&b=2", 400),
        ("application/xml", "<t><a>1</a></t>", 204), ("application/xml", "<t><a>1</a><b>2</b></t>", 400),
        ("application/xml", "<t a='1' b='2'/>", 400),
    ])
    func aClosedObjectIsClosedInABody(mediaType: String, body: String, status: Int) async throws {
        let answer = try await answer("PUT /closed", ["Content-Type: \(mediaType)"], body: body)
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer)")
    }

    @Test(arguments: [("41", 200, "42"), ("x", 400, ""), ("4.5", 400, "")])
    func textOfANumberIsANumber(body: String, status: Int, end: String) async throws {
        let answer = try await answer("PUT /number", ["Content-Type: text/plain"], body: body)
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer)")
        #expect(answer.hasSuffix(end))
        if status == 200 { #expect(answer.lowercased().contains("\r\ncontent-type: text/plain; charset=utf-8\r\n")) }
    }

    @Test(arguments: ClientAdapter.allCases) func aClientSendsAndReadsTextOfANumber(adapter: ClientAdapter) async throws {
        try await withRunningServer(Self.router) { url in
            var call = OperationCall(Self.number, ClientConfiguration(serverURL: url, transport: adapter.transport))
            call.body(textOf: 41)
            let response = try await call.send()
            let number = try response.text(as: Int.self)
            #expect(number == 42)
        }
    }
}

/// A type that has one of the members that were sent.
private struct OnlyA: JSONCodable {
    let a: String?

    init(reading json: inout JSONReader) throws(JSONError) {
        guard case .object(let object) = try JSONValue(reading: &json), case .string(let text)? = object["a"] else {
            a = nil
            return
        }
        a = text
    }

    func write(to json: inout JSONWriter) {
        (a.map { ["a": $0] } ?? [:]).write(to: &json)
    }
}
#endif
