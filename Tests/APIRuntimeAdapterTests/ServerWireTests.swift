#if StatusService
import APIRuntime
import APIRuntimeHummingbird
import HTTPTypes
import Testing

/// What the server adapter makes of bytes from a socket, and what it writes.
@Suite(.timeLimit(.minutes(1)))
struct ServerWireTests {
    private static let cookies = ["a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT", "b=2"]

    private static var router: Router {
        var router = Router(securitySchemes: [SecurityScheme("basic", .http("basic")), SecurityScheme("bearer", .http("bearer"))])
        for status in [200, 204, 205, 304] {
            let operation = APIOperation(
                id: "s\(status)", method: "GET", path: "/\(status)",
                responses: [ResponseDescription(String(status), ["text/plain"])])
            router.add(operation) { _ in .text(status, "content") }
        }
        let streamed = APIOperation(
            id: "streamed", method: "GET", path: "/streamed", responses: [ResponseDescription("200", ["text/plain"])])
        router.add(streamed) { _ in .bytes(200, HTTPBody(Counting(count: 3).map { Array("\($0)".utf8) }), as: "text/plain") }
        let login = APIOperation(
            id: "login", method: "GET", path: "/login",
            parameters: [
                Parameter("X-Tags", in: .header, shape: .array), Parameter("theme", in: .cookie), Parameter("lang", in: .cookie),
            ],
            responses: [ResponseDescription("200", ["application/json"])])
        router.add(login) { request in
            let tags = try request.header("X-Tags", ifPresent: [String].self) ?? []
            let cookies = [try request.cookie("theme", ifPresent: String.self), try request.cookie("lang", ifPresent: String.self)]
            var response = ServerResponse.json(200, tags + cookies.compactMap { $0 })
            response.header("Set-Cookie", Self.cookies)
            return response
        }
        let secret = APIOperation(
            id: "secret", method: "GET", path: "/secret", responses: [ResponseDescription("200", ["text/plain"])],
            security: [[RequiredScheme("basic")], [RequiredScheme("bearer")]])
        router.add(secret) { request in .text(200, try await request.authenticate { _, _ in nil as String? }) }
        return router
    }

    /// The field lines and the body that come back for a request.
    private func answer(_ request: String...) async throws -> (fields: [String], body: String) {
        let response = try await rawResponse(Self.router, request)
        let parts = response.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return (parts[0].split(separator: "\r\n").map(String.init), parts.count > 1 ? parts[1] : "")
    }

    private func values(_ name: String, _ fields: [String]) -> [String] {
        fields.filter { $0.lowercased().hasPrefix(name + ": ") }.map { String($0.dropFirst(name.count + 2)) }
    }

    @Test func repeatedFieldsSurvive() async throws {
        let (fields, body) = try await answer(
            "GET /login HTTP/1.1", "X-Tags: one", "Cookie: theme=dark", "X-Tags: two,three", "Cookie: lang=de")
        #expect(values("set-cookie", fields) == Self.cookies)
        #expect(body == #"["one","two","three","dark","de"]"#)
    }

    @Test func eachChallengeHasItsLine() async throws {
        let (fields, _) = try await answer("GET /secret HTTP/1.1")
        #expect(fields.first == "HTTP/1.1 401 Unauthorized")
        #expect(values("www-authenticate", fields) == ["Basic realm=\"api\", charset=\"UTF-8\"", "Bearer"])
    }

    @Test(arguments: [("204", []), ("205", ["0"]), ("304", [])])
    func aStatusWithoutContentHasNone(status: String, lengths: [String]) async throws {
        let (fields, body) = try await answer("GET /\(status) HTTP/1.1")
        #expect(fields.first?.hasPrefix("HTTP/1.1 \(status) ") == true)
        #expect(body.isEmpty)
        #expect(values("content-length", fields) == lengths)
        #expect(values("transfer-encoding", fields) == [])
    }

    /// RFC 9457, section 4.2.1: a problem without a type of its own has the phrase of its status as title.
    @Test(arguments: [("POST /200", "405", "Method Not Allowed"), ("GET /secret", "401", "Unauthorized")])
    func aRefusalIsAProblem(request: String, status: String, title: String) async throws {
        let (fields, body) = try await answer("\(request) HTTP/1.1")
        #expect(fields.first == "HTTP/1.1 \(status) \(title)")
        #expect(values("content-type", fields) == ["application/problem+json"])
        #expect(body.contains(#""title":"\#(title)","status":\#(status),"#))
    }

    /// Hummingbird claims a length of 0 where it is not known; without it, NIO would write the end of a chunked body.
    @Test(arguments: [("200", "7"), ("streamed", "0")])
    func headHasNoContent(path: String, length: String) async throws {
        let (fields, body) = try await answer("HEAD /\(path) HTTP/1.1")
        #expect(fields.first == "HTTP/1.1 200 OK")
        #expect(body.isEmpty)
        #expect(values("content-length", fields) == [length])
    }
}
#endif
