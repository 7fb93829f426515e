import APIRuntime
import APIRuntimeTesting
import Features
import HTTPTypes
import Testing

/// `Specs/Features/security.yaml`: each kind of credential is presented and authenticated.
struct SecurityTests {
    private func client(_ credentials: Security.Client.Credentials) -> Security.Client {
        Security.Client(
            serverURL: "http://example.org", credentials: credentials, transport: InProcessTransport(Doorman().router()))
    }

    @Test func everySchemeLetsItsCallersIn() async throws {
        let client = client(
            .init(
                headerKey: "key", queryKey: "a&b", cookieKey: "c;d", basic: .basic(user: "ada", password: "p:w"),
                bearer: "token",
                oAuth: "oauth", openID: "openid"))
        try await client.header()
        try await client.query()
        try await client.cookie()
        try await client.basic()
        try await client.bearer()
        try await client.oAuth()
        try await client.openID()
        try await client.both()
        try await client.open()
        try await client.anyone()
        #expect(try await client.optional() == "bearer token")
    }

    @Test func whoShowsNothingIsOnlyLetInWhereThatIsAllowed() async throws {
        let client = client(.init())
        #expect(try await client.optional() == "nobody")
        try await client.open()
        try await client.anyone()
        await #expect(throws: CallError.self) { try await client.header() }
        await #expect(throws: CallError.self) { try await client.both() }
        await #expect(throws: CallError.self) { try await client.certificate() }
    }

    @Test func aThousandCallsWithAnExpiredTokenFetchOne() async throws {
        let lifetimes = Lifetimes()
        let authority = MockTransport { _ in
            try await Task.sleep(for: .milliseconds(20))
            return ResponseMessage(
                head: HTTPResponse(status: .ok),
                body: HTTPBody(#"{"access_token":"oauth","expires_in":\#(await lifetimes.next())}"#))
        }
        let token = Credential<OAuth2Scheme>.clientCredentials(
            id: "id", secret: "secret", tokenURL: "https://example.org/token", scopes: ["read"], transport: authority)
        let client = client(.init(oAuth: token))
        try await client.oAuth()
        #expect(authority.requests.count == 1)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<1_000 { group.addTask { try await client.oAuth() } }
            try await group.waitForAll()
        }
        #expect(authority.requests.count == 2)
    }
}

/// How many seconds tokens are good for: the first one ends at once, as it is not used in its last half minute.
private actor Lifetimes {
    private var seconds = 1

    func next() -> Int {
        defer { seconds = 3600 }
        return seconds
    }
}

/// Tells callers by the schemes that they were authenticated by.
private struct Doorman: Security.Server {
    func headerKey(_ credential: APIKeyCredential) async throws -> String? { credential.value == "key" ? "header" : nil }
    func queryKey(_ credential: APIKeyCredential) async throws -> String? { credential.value == "a&b" ? "query" : nil }
    func cookieKey(_ credential: APIKeyCredential) async throws -> String? { credential.value == "c;d" ? "cookie" : nil }
    func basic(_ credential: BasicCredential) async throws -> String? {
        credential.username == "ada" && credential.password == "p:w" ? "basic" : nil
    }
    func bearer(_ credential: BearerToken) async throws -> String? { credential.value == "token" ? "bearer token" : nil }
    func oAuth(_ credential: BearerToken) async throws -> String? {
        credential.value == "oauth" && credential.scopes == ["read"] ? "oauth" : nil
    }
    func openID(_ credential: BearerToken) async throws -> String? { credential.value == "openid" ? "openid" : nil }
    func certificate(_ credential: BearerToken) async throws -> String? { nil }

    func header(principal: String) async throws {}
    func query(principal: String) async throws {}
    func cookie(principal: String) async throws {}
    func basic(principal: String) async throws {}
    func bearer(principal: String) async throws {}
    func oAuth(principal: String) async throws {}
    func openID(principal: String) async throws {}
    func certificate(principal: String) async throws {}
    func both(principal: String) async throws {}
    func optional(principal: String?) async throws -> String { principal ?? "nobody" }
    func open() async throws {}
    func anyone() async throws {}
}
