#if StatusService
import APIRuntime
import HTTPTypes
import Testing

/// Values with characters that would change the meaning of a request, from each client adapter to a socket and back through the router.
@Suite(.timeLimit(.minutes(1)))
struct EscapingTests {
    private static let search = APIOperation(
        id: "search", method: "GET", path: "/things/{id}/parts#details",
        parameters: [
            Parameter("id", in: .path, required: true, allowReserved: true), Parameter("q", in: .query, allowReserved: true),
            Parameter("tags", in: .query, explode: false, shape: .array, allowReserved: true),
            Parameter("flag", in: .query, allowEmptyValue: true), Parameter("count", in: .query, allowEmptyValue: true),
            Parameter("filter", in: .query, style: .deepObject, shape: .object),
        ],
        responses: [ResponseDescription("200", ["application/json"])])

    private static var router: Router {
        var router = Router()
        router.add(search) { request in
            let flag = try request.query("flag", ifPresent: Bool.self)
            let count = try request.query("count", ifPresent: Int.self)
            let texts = [
                try request.path("id", as: String.self), try request.query("q", ifPresent: String.self) ?? "-",
                try request.query("tags", ifPresent: [String].self)?.joined(separator: "|") ?? "-",
                flag.map(String.init) ?? "-", count.map(String.init) ?? "-",
            ]
            return .json(200, texts)
        }
        return router
    }

    /// The text, what of it stands in a path, and what of it stands in a query.
    @Test(
        arguments: ClientAdapter.allCases,
        [
            ("a/b?c#d", "a%2Fb%3Fc%23d", "a/b?c%23d"), ("x&y=z+1", "x&y=z+1", "x%26y=z%2B1"),
            ("[1] 50%", "%5B1%5D%2050%25", "%5B1%5D%2050%25"),
            ("a:b@c;d!$'()*", "a:b@c;d!$'()*", "a:b@c;d!$'()*"),
        ])
    func reservedCharactersEndNothing(adapter: ClientAdapter, example: (text: String, path: String, query: String)) async throws {
        let target = "/things/\(example.path)/parts?q=\(example.query)"
        try await withScriptedServer({ _ in .response("200 OK", ["Content-Type: application/json"], body: "[]") }) { server in
            var call = Wire.call(Self.search, server, adapter)
            call.path("id", example.text)
            call.query("q", example.text)
            _ = try await call.send()
            #expect(server.requests.map(\.target) == [target])
        }
        #expect(try await answer(to: target) == [example.text, example.text, "-", "-", "-"])
    }

    @Test(arguments: [("?flag", "true"), ("?flag=", "true"), ("?flag=false", "false"), ("", "-"), ("?count", "-")])
    func aFlagWithoutAValueIsSet(query: String, flag: String) async throws {
        #expect(try await answer(to: "/things/1/parts" + query) == ["1", "-", "-", flag, "-"])
    }

    private func answer(to target: String) async throws -> [String] {
        let response = try await rawResponse(Self.router, ["GET \(target) HTTP/1.1"])
        let body = response.split(separator: "\r\n\r\n").last ?? ""
        return try JSONReader.read([String].self, from: Array(body.utf8))
    }

    @Test(arguments: ["tags", "filter"]) func aNullItemCannotBeSent(parameter: String) async throws {
        try await withScriptedServer({ _ in .response("200 OK") }) { server in
            var call = Wire.call(Self.search, server, .asyncHTTPClient)
            call.path("id", "1")
            let list = JSONValue.array(["a", .null])
            call.query(parameter, parameter == "tags" ? list : ["list": list])
            do {
                _ = try await call.send()
                Issue.record("it was sent")
            } catch {
                #expect("\(error)".contains("an item of an array is null"))
            }
            #expect(server.requests.isEmpty)
        }
    }
}
#endif
