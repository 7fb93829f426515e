package import Diagnostics

/// Section 4.8.27 (Security Scheme Object).
package struct SecurityScheme {
    package var name: String
    package var kind: SecuritySchemeKind
    package var description: String?
    /// `x-displayName`, the name in documentation.
    package var displayName: String?
    /// `x-example`, a credential for documentation only.
    package var example: String?
    package var isInternal = false
    package var isDeprecated = false
    package var position: Position
}

package enum SecuritySchemeKind: Hashable, Sendable {
    case apiKey(name: String, in: ParameterLocation)
    /// The scheme's name in lower case, from the registry of RFC 9110, section 16.4.1.
    case http(scheme: String, bearerFormat: String?)
    case mutualTLS
    case oauth2([OAuthFlow])
    case openIDConnect(url: String)
}

/// Section 4.8.29 (OAuth Flow Object).
package struct OAuthFlow: Hashable, Sendable {
    package var kind: String
    package var authorizationURL: String?
    package var tokenURL: String?
    package var refreshURL: String?
    package var scopes: [OAuthScope]

    package init(
        kind: String, authorizationURL: String? = nil, tokenURL: String? = nil, refreshURL: String? = nil, scopes: [OAuthScope]
    ) {
        self.kind = kind
        self.authorizationURL = authorizationURL
        self.tokenURL = tokenURL
        self.refreshURL = refreshURL
        self.scopes = scopes
    }
}

/// A scope of an OAuth flow.
package struct OAuthScope: Hashable, Sendable {
    package var name: String
    package var description: String?

    package init(name: String, description: String? = nil) {
        self.name = name
        self.description = description
    }
}

/// Section 4.8.30 (Security Requirement Object): a request needs a credential for each of its schemes.
package struct SecurityRequirement {
    package var schemes: [RequiredScheme]
    package var position: Position
}

package struct RequiredScheme {
    /// The name under `components/securitySchemes`.
    package var name: String
    package var scopes: [String]
}
