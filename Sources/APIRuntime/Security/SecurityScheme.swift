/// A security scheme of a document (OpenAPI 3.1.1, section 4.8.27).
public struct SecurityScheme: Sendable {
    /// The name under which the document's security requirements mention it.
    public let name: String
    /// The type of the scheme, which decides how the credential is presented.
    public let kind: Kind

    /// Creates a security scheme.
    public init(_ name: String, _ kind: Kind) {
        self.name = name
        self.kind = kind
    }

    /// The types of schemes.
    public enum Kind: Sendable {
        /// A value in a header field, the query or a cookie.
        case apiKey(in: ParameterLocation, name: String)
        /// An authentication scheme of the HTTP registry, such as `basic` or `bearer`.
        case http(String)
        /// OAuth 2.0; the token is presented as a bearer token.
        case oauth2(tokenURL: String? = nil)
        /// OpenID Connect; the token is presented as a bearer token.
        case openIDConnect(url: String)
        /// A certificate that the transport presents.
        case mutualTLS
    }

    /// The challenge of a 401 response (RFC 9110, section 11.6.1); `nil` if the connection itself authenticates.
    ///
    /// HTTP has no word for API keys. As a 401 response must have a challenge, theirs says where the key belongs.
    var challenge: String? {
        switch kind {
        case .http(let scheme) where scheme.lowercased() == "basic": "Basic realm=\"api\", charset=\"UTF-8\""
        case .http(let scheme): scheme.prefix(1).uppercased() + scheme.dropFirst()
        case .oauth2, .openIDConnect: "Bearer"
        case .apiKey(let location, let name): "ApiKey in=\"\(location.rawValue)\", name=\"\(name.escapedInQuotes)\""
        case .mutualTLS: nil
        }
    }
}

/// One scheme that a security requirement names, with the scopes it requires.
public struct RequiredScheme: Sendable {
    /// The scheme's name.
    public let name: String
    /// The scopes or roles that are needed.
    public let scopes: [String]

    /// Creates a requirement of one scheme.
    public init(_ name: String, scopes: [String] = []) {
        self.name = name
        self.scopes = scopes
    }
}

extension String {
    /// The text inside of a quoted string of HTTP (RFC 9110, section 5.6.4), as far as it is ASCII.
    fileprivate var escapedInQuotes: String {
        String(String.UnicodeScalarView(unicodeScalars.filter { 0x20..<0x7F ~= $0.value && $0 != "\"" && $0 != "\\" }))
    }
}
