package import Diagnostics

/// The metadata of the API (OpenAPI 3.1.1, section 4.8.2).
package struct About: Sendable {
    package var title = ""
    package var summary: String?
    package var description: String?
    /// The version of the API.
    package var version = ""
    package var termsOfService: String?
    package var contact: Contact?
    package var license: License?
    package var externalDocs: ExternalDocs?
    package var tags: [Tag] = []
    package var servers: [ServerAddress] = []
    package var securitySchemes: [SecurityScheme] = []
    /// How operations that say nothing else are retried; nil where the document says nothing.
    package var retries: RetrySettings?
    /// The version of OpenAPI as the document writes it, such as 3.0.3.
    package var specificationVersion = ""
    /// The name of the document's file, without its folders.
    package var fileName: String
    package var position: Position

    package init(fileName: String, position: Position) {
        self.fileName = fileName
        self.position = position
    }
}

/// OpenAPI 3.1.1, section 4.8.3 (Contact Object).
package struct Contact: Sendable {
    package let name: String?
    package let url: String?
    package let email: String?

    package init(name: String?, url: String?, email: String?) {
        self.name = name
        self.url = url
        self.email = email
    }
}

/// OpenAPI 3.1.1, section 4.8.4 (License Object).
package struct License: Sendable {
    package let name: String
    /// An SPDX expression.
    package let identifier: String?
    package let url: String?

    package init(name: String, identifier: String?, url: String?) {
        self.name = name
        self.identifier = identifier
        self.url = url
    }
}

/// OpenAPI 3.1.1, section 4.8.22 (Tag Object).
package struct Tag: Sendable {
    package var name: String
    package var summary: String?
    package var description: String?
    /// The tag that contains this one; since OpenAPI 3.2.
    package var parent: String?
    /// The purpose of the tag, such as `nav` or `badge`; since OpenAPI 3.2.
    package var kind: String?
    package var externalDocs: ExternalDocs?
    package var position: Position

    package init(name: String, position: Position) {
        self.name = name
        self.position = position
    }
}

/// OpenAPI 3.1.1, section 4.8.27 (Security Scheme Object).
package struct SecurityScheme: Sendable {
    package var name: String
    package var kind: SecuritySchemeKind
    package var description: String?
    /// `x-displayName`: the name in documentation.
    package var displayName: String?
    /// `x-example`: a value for documentation, never a real one.
    package var example: String?
    package var isInternal = false
    package var isDeprecated = false
    package var position: Position

    package init(name: String, kind: SecuritySchemeKind, position: Position) {
        self.name = name
        self.kind = kind
        self.position = position
    }
}

package enum SecuritySchemeKind: Hashable, Sendable {
    case apiKey(name: String, in: ParameterLocation)
    /// The name of the scheme in lower case, from the registry of RFC 9110, section 16.4.1.
    case http(scheme: String, bearerFormat: String?)
    case mutualTLS
    case oauth2([OAuthFlow])
    case openIDConnect(url: String)
}

/// OpenAPI 3.1.1, section 4.8.29 (OAuth Flow Object).
package struct OAuthFlow: Hashable, Sendable {
    package var kind: String
    package var authorizationURL: String?
    package var tokenURL: String?
    package var refreshURL: String?
    package var scopes: [OAuthScope]

    package init(kind: String, scopes: [OAuthScope]) {
        self.kind = kind
        self.scopes = scopes
    }
}

package struct OAuthScope: Hashable, Sendable {
    package let name: String
    package let description: String?

    package init(name: String, description: String?) {
        self.name = name
        self.description = description
    }
}

/// What a caller presents for a security scheme.
package enum CredentialForm {
    /// A key in a parameter.
    case apiKey
    /// A user name and a password (RFC 7617).
    case basic
    /// A bearer token (RFC 6750).
    case bearer
    /// A bearer token of an authorization server.
    case oauth2
    /// What another HTTP authentication scheme defines.
    case http
    /// A certificate of the connection.
    case mutualTLS
}

extension SecuritySchemeKind {
    package var credential: CredentialForm {
        switch self {
        case .apiKey: .apiKey
        case .http("basic", _): .basic
        case .http("bearer", _): .bearer
        case .http: .http
        case .oauth2, .openIDConnect: .oauth2
        case .mutualTLS: .mutualTLS
        }
    }
}
