import APIRuntime
import APIRuntimeTesting
import HTTPTypes
import Testing

struct SecurityTests {
    struct Presented: Sendable {
        var path = "/secret/1"
        var headers = HTTPFields()
        let answer: String
    }

    private static let key = HTTPField.Name("X-Key")!

    @Test(arguments: [
        Presented(headers: [key: "good"], answer: "\"key\""),
        Presented(path: "/secret/1?api_key=good", headers: [.cookie: "a=b; session=good"], answer: "\"query\""),
        Presented(headers: [.authorization: "Basic YWRhOnBhc3M6d29yZA=="], answer: "\"ada\""),
        Presented(headers: [.authorization: "basic  YWRhOnBhc3M6d29yZA"], answer: "\"ada\""),
        Presented(headers: [.authorization: "Bearer good"], answer: "\"bearer [\\\"read\\\"]\""),
        Presented(headers: [key: "bad", .authorization: "Bearer good"], answer: "\"bearer [\\\"read\\\"]\""),
    ])
    func oneSatisfiedAlternativeIsEnough(presented: Presented) async throws {
        let answer = try await Things.answer(.get, presented.path, headers: presented.headers)
        #expect(answer.text == presented.answer)
    }

    @Test(arguments: [
        Presented(answer: ""),
        Presented(headers: [key: "bad"], answer: ""),
        Presented(path: "/secret/1?api_key=good", answer: ""),
        Presented(path: "/secret/1?api_key=good", headers: [.cookie: "session=bad"], answer: ""),
        Presented(headers: [.authorization: "Basic %%%"], answer: ""),
        Presented(headers: [.authorization: "Basic YWRh"], answer: ""),
        Presented(headers: [.authorization: "good"], answer: ""),
        Presented(path: "/secret/not-a-number", headers: [.accept: "image/png"], answer: ""),
    ])
    func withoutItTheAnswerIs401BeforeAnythingElse(presented: Presented) async throws {
        let answer = try await Things.answer(.get, presented.path, headers: presented.headers)
        #expect(answer.status == 401)
        let keys = ["header\", name=\"X-Key", "query\", name=\"api_key", "cookie\", name=\"session"].map { "ApiKey in=\"\($0)\"" }
        let challenges = Set(answer.headers[values: .wwwAuthenticate])
        #expect(challenges == Set(keys + ["Basic realm=\"api\", charset=\"UTF-8\"", "Bearer"]))
    }

    @Test func afterItTheRestIsLookedAt() async throws {
        #expect(try await Things.answer(.get, "/secret/x", headers: [Self.key: "good"]).status == 404)
        #expect(try await Things.answer(.get, "/secret/1", headers: [Self.key: "good", .accept: "image/png"]).status == 406)
        #expect(try await Things.answer(.get, "/secret/1", headers: [Self.key: "good"], body: "{}").status == 415)
        #expect(try await Things.answer(.get, "/secret/1", body: "{}").status == 401)
    }

    struct Held: Sendable {
        var key: Credential<APIKeyScheme>?
        var query: Credential<APIKeyScheme>?
        var cookie: Credential<APIKeyScheme>?
        var basic: Credential<BasicScheme>?
        var bearer: Credential<BearerScheme>?
        let principal: String

        var byScheme: [String: any ClientCredential] {
            var byScheme: [String: any ClientCredential] = [:]
            byScheme["key"] = key
            byScheme["query"] = query
            byScheme["cookie"] = cookie
            byScheme["basic"] = basic
            byScheme["bearer"] = bearer
            return byScheme
        }
    }

    @Test(arguments: [
        Held(key: "good", principal: "key"),
        Held(query: "good", cookie: .provider { "good" }, principal: "query"),
        Held(basic: .basic(user: "ada", password: "pass:word"), principal: "ada"),
        Held(bearer: .provider { .provider { .bearer("good") } }, principal: "bearer [\"read\"]"),
        Held(bearer: "Bearer good", principal: "bearer [\"read\"]"),
        Held(query: "good", bearer: "good", principal: "bearer [\"read\"]"),
    ])
    func theClientPresentsWhatItHas(held: Held) async throws {
        let configuration = ClientConfiguration(
            serverURL: "http://example.org", securitySchemes: Things.schemes, credentials: held.byScheme,
            transport: InProcessTransport(Things.router))
        var call = OperationCall(Things.secret, configuration)
        call.path("id", 1)
        let response = try await call.send()
        #expect(response.status == 200)
        #expect(try response.json(String.self) == held.principal)
    }

    @Test func credentialsDoNotShow() async throws {
        struct Loud: Error { let url: String }
        let transport = MockTransport { throw Loud(url: $0.head.path ?? "") }
        var configuration = ClientConfiguration(
            serverURL: "http://example.org", securitySchemes: Things.schemes,
            credentials: Held(query: "s3cret/key", cookie: "s3cret/cookie", principal: "").byScheme, transport: transport)
        configuration.retries = .off
        var call = OperationCall(Things.secret, configuration)
        call.path("id", 1)
        do {
            _ = try await call.send()
            Issue.record("the call succeeded")
        } catch {
            #expect(error.description.contains("secret: the request failed"))
            #expect(!error.description.contains("s3cret"), "\(error)")
        }
        #expect("\(configuration.credentials)".contains("s3cret") == false)
        var dumped = ""
        dump(configuration.credentials, to: &dumped)
        #expect(!dumped.contains("s3cret"))
    }

    @Test func aCredentialThatWouldBreakTheMessageIsRefused() async {
        let configuration = ClientConfiguration(
            serverURL: "http://example.org", securitySchemes: Things.schemes,
            credentials: Held(key: "a\r\nX-Other: b", principal: "").byScheme,
            transport: InProcessTransport(Things.router))
        var call = OperationCall(Things.secret, configuration)
        call.path("id", 1)
        await #expect(throws: CallError.self) { try await call.send() }
    }
}
