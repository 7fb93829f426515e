extension Credential where Scheme: TokenScheme {
    /// An access token by OAuth 2.0's client credentials grant (RFC 6749, section 4.4), renewed before it ends and when the service
    /// refuses it.
    /// - Parameters:
    ///   - id: The client's name at the authorization server.
    ///   - secret: The client's password there.
    ///   - tokenURL: The token endpoint; `nil` for the one that the document names.
    ///   - scopes: What the token is to allow.
    ///   - transport: What carries the request to the token endpoint; `nil` for the transport of the API's client.
    public static func clientCredentials(
        id: String, secret: String, tokenURL: String? = nil, scopes: [String] = [], transport: (any ClientTransport)? = nil
    ) -> Credential {
        let client = OAuth2Client(id: id, secret: secret, tokenURL: tokenURL, transport: transport)
        let scope = scopes.isEmpty ? [] : [(name: "scope", value: scopes.joined(separator: " "))]
        return Credential(
            .tokens(
                TokenSource(margin: .seconds(30)) { _, request in
                    let tokens = try await client.tokens([("grant_type", "client_credentials")] + scope, for: request)
                    return AccessToken(value: tokens.accessToken, lifetime: tokens.lifetime)
                }))
    }

    /// The access token of a user who has signed in, renewed with the refresh token (RFC 6749, section 6) before it ends and when the
    /// service refuses it.
    ///
    /// Calls throw ``TokenError/signInRequired`` while the store is empty, and when the refresh token has ended too.
    /// - Parameters:
    ///   - client: The client as the authorization server knows it.
    ///   - store: Keeps the tokens, and the new ones that take their place.
    public static func oauth2(_ client: OAuth2Client, store: any OAuth2TokenStore) -> Credential {
        Credential(
            .tokens(
                TokenSource(margin: .seconds(30)) { refused, request in
                    let tokens = try await client.currentTokens(in: store, insteadOf: refused, for: request)
                    return AccessToken(value: tokens.accessToken, lifetime: tokens.lifetime)
                }))
    }
}

extension OAuth2Client {
    /// The tokens of the store, refreshed where they have ended.
    fileprivate func currentTokens(
        in store: any OAuth2TokenStore, insteadOf refused: String?, for request: TokenRequest
    ) async throws -> OAuth2Tokens {
        guard let stored = try await store.load() else { throw TokenError.signInRequired }
        if stored.accessToken != refused, stored.lifetime.map({ $0 > .seconds(30) }) ?? true { return stored }
        guard let refreshToken = stored.refreshToken else { throw TokenError.signInRequired }
        var tokens: OAuth2Tokens
        do {
            tokens = try await self.tokens([("grant_type", "refresh_token"), ("refresh_token", refreshToken)], for: request)
        } catch TokenError.refused(status: _, code: "invalid_grant") {
            throw TokenError.signInRequired
        }
        // A server that does not rotate refresh tokens sends none (RFC 6749, section 6).
        if tokens.refreshToken == nil { tokens.refreshToken = refreshToken }
        try await store.save(tokens)
        return tokens
    }
}
