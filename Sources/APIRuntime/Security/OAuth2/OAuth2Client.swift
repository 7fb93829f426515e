/// A client as an authorization server knows it (RFC 6749, section 2).
public struct OAuth2Client: Sendable, CustomStringConvertible, CustomReflectable {
    /// The client's name.
    public let id: String
    /// The client's password; `nil` for apps, which cannot keep one.
    public let secret: String?
    /// The token endpoint; `nil`: the one that the document names for the scheme.
    public let tokenURL: String?
    /// What carries requests to the authorization server; `nil`: the transport of the API's client.
    public let transport: (any ClientTransport)?

    /// Creates a client.
    /// - Parameters:
    ///   - id: The client's name at the authorization server.
    ///   - secret: The client's password there; `nil` for apps, which cannot keep one.
    ///   - tokenURL: The token endpoint; `nil` for the one that the document names for the scheme.
    ///   - transport: What carries requests to the authorization server; `nil` for the transport of the API's client.
    public init(id: String, secret: String? = nil, tokenURL: String? = nil, transport: (any ClientTransport)? = nil) {
        self.id = id
        self.secret = secret
        self.tokenURL = tokenURL
        self.transport = transport
    }

    public var description: String { "OAuth2Client(\(id))" }
    public var customMirror: Mirror { Mirror(self, children: ["id": id]) }

    /// Asks the token endpoint for tokens.
    /// - Parameters:
    ///   - form: The parameters of the grant.
    ///   - request: What the call knows that needs a token; `nil` while a user signs in.
    func tokens(_ form: [(name: String, value: String)], for request: TokenRequest? = nil) async throws -> OAuth2Tokens {
        let endpoint = OAuth2Endpoint(client: self, url: try tokenURL(for: request))
        let response = try await endpoint.post(form, over: try transport(for: request), authenticated: true)
        guard response.status == 200 else {
            throw TokenError.refused(status: response.status, code: response["error"])
        }
        guard let token = response["access_token"], !token.isEmpty else { throw TokenError.noToken }
        return OAuth2Tokens(
            accessToken: token, refreshToken: response["refresh_token"],
            expires: response.seconds("expires_in").map { Timestamp(secondsSince1970: Timestamp.now.secondsSince1970 + Int($0)) },
            scopes: response["scope"].map { $0.split(separator: " ").map(String.init) })
    }

    private func transport(for request: TokenRequest?) throws(TokenError) -> any ClientTransport {
        guard let transport = transport ?? request?.transport else { throw .noTransport }
        return transport
    }

    private func tokenURL(for request: TokenRequest?) throws(TokenError) -> String {
        if let tokenURL { return tokenURL }
        guard let request, case .oauth2(let documented?) = request.scheme.kind else { throw .noTokenURL }
        return URIReference(documented).resolved(against: URIReference(request.serverURL)).resource
    }
}

/// The tokens that an authorization server has given (RFC 6749, section 5.1). Their description reveals nothing about them.
public struct OAuth2Tokens: Codable, Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The token that requests carry.
    public var accessToken: String
    /// The token by which a new access token is obtained.
    public var refreshToken: String?
    /// The end of the access token; `nil` where the server did not say.
    public var expires: Timestamp?
    /// What the access token allows; `nil` where it allows what was asked for.
    public var scopes: [String]?

    /// Creates tokens.
    public init(accessToken: String, refreshToken: String? = nil, expires: Timestamp? = nil, scopes: [String]? = nil) {
        self.accessToken = accessToken
        self.refreshToken = refreshToken
        self.expires = expires
        self.scopes = scopes
    }

    public var description: String { "(tokens)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    /// For how long the access token is good; `nil` where the server did not say.
    var lifetime: Duration? {
        expires.map { .seconds(max(0, $0.secondsSince1970 - Timestamp.now.secondsSince1970)) }
    }
}

/// Where tokens are kept, such as the keychain.
public protocol OAuth2TokenStore: Sendable {
    /// Returns the tokens; `nil` while nobody has signed in.
    func load() async throws -> OAuth2Tokens?
    /// Keeps tokens, in place of those that were there.
    func save(_ tokens: OAuth2Tokens) async throws
}

/// Tokens that are kept as long as the process runs.
public actor InMemoryTokenStore: OAuth2TokenStore {
    private var tokens: OAuth2Tokens?

    /// Creates a store.
    public init(_ tokens: OAuth2Tokens? = nil) {
        self.tokens = tokens
    }

    public func load() -> OAuth2Tokens? { tokens }

    public func save(_ tokens: OAuth2Tokens) {
        self.tokens = tokens
    }
}
