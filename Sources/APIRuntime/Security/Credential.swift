/// What a client presents for a security scheme of one type.
///
/// The type of the scheme decides which credentials there are: a client that takes a `Credential<BasicScheme>` takes
/// ``basic(user:password:)``, and does not compile with ``bearer(_:)``. Its description reveals nothing about it.
///
/// A client asks for the credential again for each attempt to send a request, and once more when a response has status 401.
public struct Credential<Scheme: CredentialScheme>: ClientCredential {
    public let source: CredentialSource

    init(_ source: CredentialSource.Kind) {
        self.source = CredentialSource(source)
    }

    /// A credential that is asked for each time it is presented.
    /// - Parameter provide: returns the credential, which may come from a keychain, a file or a service of your own.
    public static func provider(_ provide: @escaping @Sendable () async throws -> Credential) -> Credential {
        Credential(.provider { try await provide().source })
    }
}

extension Credential where Scheme == APIKeyScheme {
    /// A key, as it is in the message.
    public static func apiKey(_ key: String) -> Credential { Credential(.text(key)) }
}

extension Credential where Scheme == BasicScheme {
    /// User and password (RFC 7617).
    public static func basic(user: String, password: String) -> Credential {
        Credential(.basic(user: user, password: password))
    }
}

extension Credential where Scheme: TokenScheme {
    /// A token; the word `Bearer` is added where it's not there.
    public static func bearer(_ token: String) -> Credential { Credential(.text(token)) }
}

extension Credential where Scheme == HTTPScheme {
    /// What follows the name of the scheme in the field `Authorization`.
    public static func value(_ text: String) -> Credential { Credential(.text(text)) }
}

extension Credential where Scheme == MutualTLSScheme {
    /// The certificate that the transport presents.
    public static var certificateOfTransport: Credential { Credential(.text("")) }
}

extension Credential: ExpressibleByStringLiteral where Scheme: TextScheme {
    public init(stringLiteral value: String) {
        self.init(.text(value))
    }
}

extension Credential: ExpressibleByExtendedGraphemeClusterLiteral where Scheme: TextScheme {}
extension Credential: ExpressibleByUnicodeScalarLiteral where Scheme: TextScheme {}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(credential)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// A type of security scheme (OpenAPI 3.1.1, section 4.8.27), by which ``Credential`` is distinguished.
public protocol CredentialScheme: SendableMetatype {}

/// A type of security scheme whose credential is one text, and can be written as a string literal.
public protocol TextScheme: CredentialScheme {}

/// A type of security scheme that takes bearer tokens (RFC 6750).
public protocol TokenScheme: TextScheme {}

/// The scheme `apiKey`.
public enum APIKeyScheme: TextScheme {}
/// The HTTP scheme `basic` (RFC 7617).
public enum BasicScheme: CredentialScheme {}
/// The HTTP scheme `bearer` (RFC 6750).
public enum BearerScheme: TokenScheme {}
/// The schemes `oauth2` and `openIdConnect`, whose access tokens are bearer tokens.
public enum OAuth2Scheme: TokenScheme {}
/// Any other HTTP scheme, such as `digest`.
public enum HTTPScheme: TextScheme {}
/// The scheme `mutualTLS`.
public enum MutualTLSScheme: CredentialScheme {}

/// A credential of any type of scheme.
public protocol ClientCredential: Sendable, CustomStringConvertible {
    /// Where the credential comes from.
    var source: CredentialSource { get }
}
