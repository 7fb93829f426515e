#if StatusService
import APIRuntime
import Httpbin
import Foundation
import Testing

/// Where httpbin listens.
let httpbinURL = ProcessInfo.processInfo.environment["HTTPBIN_URL"]

/// Calls of a generated client, over each adapter, to httpbin, a server that others wrote: `.ci/httpbin` starts one and runs them.
@Suite(
    .serialized,
    .enabled(if: httpbinURL != nil, "HTTPBIN_URL is not set; .ci/httpbin starts a server and sets it"), .timeLimit(.minutes(2))
)
struct HttpbinTests {
    private static let credentials = Httpbin.Client.Credentials(
        basic: .basic(user: "user", password: "pass wörd"), bearer: "t0ken", headerKey: "k3y", queryKey: "qu&ry",
        cookieKey: "abc")

    func client(
        _ adapter: ClientAdapter, _ credentials: Httpbin.Client.Credentials = Self.credentials
    ) throws -> Httpbin.Client {
        var client = Httpbin.Client(
            serverURL: try #require(httpbinURL), credentials: credentials, transport: adapter.transport)
        client.configuration.validatesResponses = true
        return client
    }

    @Test(arguments: ClientAdapter.allCases, HttpbinEcho.parameters + HttpbinEcho.bodies + HttpbinEcho.redirects)
    func whatIsSentArrives(adapter: ClientAdapter, echo: HttpbinEcho) async throws {
        let differences = try echo.differences(try await echo.call(try client(adapter)))
        #expect(differences == [])
    }

    // MARK: Authentication

    @Test(arguments: ClientAdapter.allCases) func credentialsAreAccepted(adapter: ClientAdapter) async throws {
        let client = try client(adapter)
        #expect(try await client.basic(user: "user", password: "pass wörd").user == "user")
        #expect(try await client.hiddenBasic(user: "user", password: "pass wörd").user == "user")
        #expect(try await client.bearer().token == "t0ken")
        let keys = try await client.keys()
        #expect(keys.headers["X-Api-Key"] == "k3y")
        #expect(keys.headers["Cookie"] == "SID=abc")
        #expect(keys.args == ["key": .string("qu&ry")])
    }

    /// Several in a row: each connection is used again.
    @Test(arguments: ClientAdapter.allCases) func aChallengeIsTheDocumentedError(adapter: ClientAdapter) async throws {
        for credentials in [Httpbin.Client.Credentials(), .init(basic: .basic(user: "user", password: "wrong"))] {
            let client = try client(adapter, credentials)
            let basic = await #expect(throws: Httpbin.BasicError.self) { try await client.basic(user: "user", password: "right") }
            guard case .unauthorized(let challenge, _)? = basic else { throw Unexpected() }
            #expect(challenge.wwwAuthenticate == #"Basic realm="Fake Realm""#)
            let hidden = await #expect(throws: Httpbin.HiddenBasicError.self) {
                try await client.hiddenBasic(user: "user", password: "right")
            }
            guard case .notFound? = hidden else { throw Unexpected() }
            let bearer = await #expect(throws: Httpbin.BearerError.self) { try await client.bearer() }
            guard case .unauthorized(let challenge, _)? = bearer else { throw Unexpected() }
            #expect(challenge.wwwAuthenticate == "Bearer")
            let digest = await #expect(throws: Httpbin.DigestError.self) {
                try await client.digest(user: "user", password: "right")
            }
            guard case .unauthorized(let challenge, _)? = digest else { throw Unexpected() }
            #expect(challenge.wwwAuthenticate.hasPrefix("Digest realm="))
        }
    }

    // MARK: Redirects that are not followed

    @Test(arguments: ClientAdapter.allCases) func redirectsAreFollowedUpToALimit(adapter: ClientAdapter) async throws {
        let client = try client(adapter)
        #expect(try await client.redirects(count: 5).url.hasSuffix("/get"))
        let error = await #expect(throws: CallError.self) { try await client.redirects(count: 6) }
        guard case .undocumented? = error?.cause, error?.status == 302 else { throw Unexpected() }
    }

    @Test(arguments: ClientAdapter.allCases) func aStreamIsNotSentAgain(adapter: ClientAdapter) async throws {
        let body = HTTPBody(Counting(count: 3).map { _ in [UInt8(ascii: "x")] })
        let client = try client(adapter)
        let error = await #expect(throws: CallError.self) {
            try await client.redirectedPost(url: "/anything", statusCode: 307, body: body)
        }
        guard case .undocumented? = error?.cause, error?.status == 307 else { throw Unexpected() }
    }

    // MARK: Cookies

    @Test(arguments: ClientAdapter.allCases) func noJarChangesTheCookies(adapter: ClientAdapter) async throws {
        let client = try client(adapter)
        let own = ["theme": "dark", "SID": "abc"]
        #expect(try await client.cookies(theme: "dark").cookies == own)
        for (name, value) in [("theme", "light"), ("SID", "other"), ("more", "1")] {
            let answer = try await client.setCookie(name: name, value: value)
            #expect(answer.location == "/cookies")
            #expect(answer.setCookie == ["\(name)=\(value); Path=/"])
        }
        #expect(try await client.cookies(theme: "dark").cookies == own)
    }

    @Test(arguments: ClientAdapter.allCases) func eachCookieThatIsSetIsAnItem(adapter: ClientAdapter) async throws {
        let cookies = ["a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT", "b=2,3; Path=/", "c="]
        let answer = try await client(adapter).responseHeaders(setCookie: cookies, xNumber: 42)
        #expect(answer.setCookie == cookies)
        #expect(answer.xNumber == 42)
    }
}

/// Another outcome than the one that a test is about.
struct Unexpected: Error {}
#endif
