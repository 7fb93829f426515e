import APIRuntimeTesting
import HTTPTypes
import Testing

@testable import APIRuntime

/// Tokens that end, and how users sign in.
struct OAuth2Tests {
    /// An authorization server, which keeps the forms that it gets and gives a new token each time.
    private final class AuthorizationServer: Sendable {
        let forms = ReceivedTexts()
        /// The responses before the tokens, such as `authorization_pending`.
        private let refusals: Locked<[String]>

        init(refusals: [String] = []) {
            self.refusals = Locked(refusals)
        }

        var transport: MockTransport {
            MockTransport { [self] request in
                let body = String(decoding: try await request.body?.collect(upTo: 1000) ?? [], as: UTF8.self)
                forms.add("\(request.head.authority ?? "")\(request.head.path ?? "") \(body)")
                if let refusal = refusals.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
                    return ResponseMessage(
                        head: HTTPResponse(status: .badRequest), body: HTTPBody(#"{"error":"\#(refusal)"}"#))
                }
                let number = forms.texts.count
                let tokens = #"{"access_token":"a\#(number)","refresh_token":"r\#(number)","expires_in":3600,"scope":"read write"}"#
                return ResponseMessage(head: HTTPResponse(status: .ok), body: HTTPBody(tokens))
            }
        }
    }

    /// A service that takes some tokens, and waits so that calls overlap.
    private func service(accepting accepted: Set<String>, _ presented: ReceivedTexts = ReceivedTexts()) -> MockTransport {
        MockTransport { request in
            let token = request.head.headerFields[.authorization] ?? ""
            presented.add(token)
            try await Task.sleep(for: .milliseconds(5))
            return ResponseMessage(
                head: HTTPResponse(status: accepted.contains(token) ? .ok : .unauthorized), body: HTTPBody("\"body\""))
        }
    }

    private static let operation = APIOperation(
        id: "get", method: "GET", path: "/", responses: [ResponseDescription("200", ["application/json"])],
        security: [[RequiredScheme("login")]])

    private func call(
        _ transport: any ClientTransport, _ credential: Credential<OAuth2Scheme>, tokenURL: String? = "/oauth/token"
    ) async throws(CallError) -> ClientResponse {
        let configuration = ClientConfiguration(
            serverURL: "https://api.example.org/v1", securitySchemes: [SecurityScheme("login", .oauth2(tokenURL: tokenURL))],
            credentials: ["login": credential], transport: transport)
        return try await OperationCall(Self.operation, configuration).send()
    }

    @Test func aThousandCallsWithAnEndedTokenRefreshItOnce() async throws {
        let server = AuthorizationServer()
        let store = InMemoryTokenStore(OAuth2Tokens(accessToken: "old", refreshToken: "r0"))
        let credential = Credential<OAuth2Scheme>.oauth2(OAuth2Client(id: "app", transport: server.transport), store: store)
        let transport = service(accepting: ["Bearer a1"])
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<1000 { group.addTask { try await self.call(transport, credential).status } }
            for try await status in group { #expect(status == 200) }
        }
        #expect(server.forms.texts == ["api.example.org/oauth/token grant_type=refresh_token&refresh_token=r0&client_id=app"])
        let tokens = try #require(await store.load())
        #expect(tokens.accessToken == "a1" && tokens.refreshToken == "r1" && tokens.scopes == ["read", "write"])
    }

    @Test func aCallIsRepeatedOnceAndThenRefused() async throws {
        let presented = ReceivedTexts()
        let credential = Credential<OAuth2Scheme>.clientCredentials(
            id: "me", secret: "s", transport: AuthorizationServer().transport)
        let response = try await call(service(accepting: [], presented), credential)
        #expect(response.status == 401)
        #expect(try response.json(String.self) == "body")
        #expect(presented.texts == ["Bearer a1", "Bearer a2"])
        presented.clear()
        #expect(try await call(service(accepting: [], presented), .bearer("fixed")).status == 401)
        #expect(presented.texts == ["Bearer fixed"])
    }

    @Test func whoeverHasNotSignedInIsTold() async throws {
        let server = AuthorizationServer(refusals: ["invalid_grant"])
        let client = OAuth2Client(id: "app", transport: server.transport)
        let ended = OAuth2Tokens(accessToken: "old", refreshToken: "r0", expires: Timestamp(secondsSince1970: 0))
        for store in [InMemoryTokenStore(), InMemoryTokenStore(ended)] {
            let error = await #expect(throws: CallError.self) {
                try await self.call(self.service(accepting: []), .oauth2(client, store: store))
            }
            guard case .credential(TokenError.signInRequired)? = error?.cause else { throw TokenError.noToken }
        }
        #expect(server.forms.texts.count == 1)
    }

    @Test func withoutATokenURLTheCallSaysSo() async throws {
        let credential = Credential<OAuth2Scheme>.clientCredentials(id: "me", secret: "s")
        let error = await #expect(throws: CallError.self) {
            try await self.call(self.service(accepting: []), credential, tokenURL: nil)
        }
        guard case .credential(TokenError.noTokenURL)? = error?.cause else { throw TokenError.noToken }
    }

    /// The transport and the URL are those of the client and the document.
    @Test func clientCredentialsNeedOnlyNameAndSecret() async throws {
        let server = AuthorizationServer()
        _ = try await call(server.transport, .clientCredentials(id: "me", secret: "s", scopes: ["read"]))
        #expect(server.forms.texts.first == "api.example.org/oauth/token grant_type=client_credentials&scope=read")
    }

    @Test func aUserSignsInWithABrowser() async throws {
        let server = AuthorizationServer()
        let client = OAuth2Client(id: "app", tokenURL: "https://login.example.org/token", transport: server.transport)
        let signIn = AuthorizationCodeSignIn(
            client, authorizationURL: "https://login.example.org/authorize?tenant=1", redirectURL: "app://done", scopes: ["a", "b"])
        let parameters = query(of: signIn.url)
        #expect(signIn.url.hasPrefix("https://login.example.org/authorize?tenant=1&response_type=code&client_id=app&"))
        #expect(parameters["redirect_uri"] == "app%3A%2F%2Fdone" && parameters["scope"] == "a%20b")
        let state = try #require(parameters["state"])
        #expect(try await signIn.tokens(from: "app://done?state=\(state)&code=x%2By").accessToken == "a1")
        let form = query(of: "?" + (server.forms.texts.first?.split(separator: " ").last ?? ""))
        #expect(form["grant_type"] == "authorization_code" && form["code"] == "x%2By")
        let verifier = try #require(form["code_verifier"])
        #expect(verifier.utf8.count == 43)
        #expect(parameters["code_challenge"] == Base64URLData(SHA256.digest(of: Array(verifier.utf8))).description)
        await #expect(throws: TokenError.unexpectedCallback) { try await signIn.tokens(from: "app://done?state=x&code=y") }
        await #expect(throws: TokenError.refused(status: 302, code: "access_denied")) {
            try await signIn.tokens(from: "app://done?state=\(state)&error=access_denied")
        }
    }

    /// The example of RFC 7636, appendix B.
    @Test func theChallengeIsThatOfTheStandard() {
        let verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        #expect(AuthorizationCodeSignIn.challenge(of: verifier) == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
    }

    @Test func aUserSignsInOnAnotherDevice() async throws {
        let server = AuthorizationServer(refusals: ["authorization_pending"])
        let device = MockTransport { request in
            guard request.head.path == "/device" else { return try await server.transport.send(request) }
            return ResponseMessage(
                head: HTTPResponse(status: .ok),
                body: HTTPBody(
                    """
                    {"device_code":"d","user_code":"WDJB-MJHT","verification_uri":"https://example.org/d","interval":0.01,\
                    "expires_in":1800}
                    """))
        }
        let client = OAuth2Client(id: "tv", tokenURL: "https://example.org/token", transport: device)
        let signIn = try await DeviceSignIn.begin(client, url: "https://example.org/device", scopes: ["read"])
        #expect(signIn.userCode == "WDJB-MJHT" && signIn.verificationURL == "https://example.org/d")
        #expect(try await signIn.tokens().accessToken == "a2")
        #expect(server.forms.texts.count == 2)
    }

    private func query(of url: String) -> [String: String] {
        let pairs = (url.split(separator: "?").last ?? "").split(separator: "&").map { $0.split(separator: "=", maxSplits: 1) }
        return Dictionary(pairs.filter { $0.count == 2 }.map { (String($0[0]), String($0[1])) }) { first, _ in first }
    }
}
