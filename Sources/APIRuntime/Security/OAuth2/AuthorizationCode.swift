/// The sign-in of a user in a browser: OAuth 2.0's authorization code grant with a proof key (RFC 6749, section 4.1, and RFC 7636).
///
///     let signIn = AuthorizationCodeSignIn(client, authorizationURL: url, redirectURL: "app://signed-in", scopes: ["read"])
///     let callback = try await browser.open(signIn.url)
///     try await store.save(signIn.tokens(from: callback))
public struct AuthorizationCodeSignIn: Sendable {
    /// The page where the user signs in.
    public let url: String
    private let client: OAuth2Client
    private let redirectURL: String
    private let state: String
    private let verifier: String

    /// Begins a sign-in.
    /// - Parameters:
    ///   - client: The client as the authorization server knows it, with a token URL and a transport.
    ///   - authorizationURL: The authorization endpoint, which the document's flow names.
    ///   - redirectURL: Where the authorization server sends the user back to.
    ///   - scopes: What the token is to allow.
    public init(_ client: OAuth2Client, authorizationURL: String, redirectURL: String, scopes: [String] = []) {
        self.client = client
        self.redirectURL = redirectURL
        state = Self.randomText()
        verifier = Self.randomText()
        var parameters = [
            ("response_type", "code"), ("client_id", client.id), ("redirect_uri", redirectURL), ("state", state),
            ("code_challenge", Self.challenge(of: verifier)), ("code_challenge_method", "S256"),
        ]
        if !scopes.isEmpty { parameters.append(("scope", scopes.joined(separator: " "))) }
        let query = parameters.map { "\($0)=\(PercentEncoding.encode($1))" }.joined(separator: "&")
        url = authorizationURL + (authorizationURL.contains("?") ? "&" : "?") + query
    }

    /// Exchanges the code in the URL that the user was sent back to for tokens.
    /// - Parameter callbackURL: The whole URL, with its query.
    /// - Throws: ``TokenError/unexpectedCallback`` if it doesn't belong to this sign-in; ``TokenError/refused(status:code:)`` if the
    ///   user has refused.
    public func tokens(from callbackURL: String) async throws -> OAuth2Tokens {
        let query = callbackURL.split(separator: "?", maxSplits: 1).dropFirst().first?.prefix { $0 != "#" } ?? ""
        var parameters: [String: String] = [:]
        for pair in query.split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            parameters[String(parts[0])] = parts.count == 2 ? PercentEncoding.decode(parts[1], plusIsSpace: true) : ""
        }
        guard parameters["state"] == state else { throw TokenError.unexpectedCallback }
        if let code = parameters["error"] { throw TokenError.refused(status: 302, code: code) }
        guard let code = parameters["code"] else { throw TokenError.unexpectedCallback }
        return try await client.tokens([
            ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirectURL), ("code_verifier", verifier),
        ])
    }

    /// 256 random bits, as RFC 7636, section 4.1, recommends.
    private static func randomText() -> String {
        var generator = SystemRandomNumberGenerator()
        return Base64URLData((0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }).description
    }

    static func challenge(of verifier: String) -> String {
        Base64URLData(SHA256.digest(of: Array(verifier.utf8))).description
    }
}
