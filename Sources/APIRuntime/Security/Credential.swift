/// A credential that a client sends. Its description reveals nothing about it.
public enum Credential: Sendable {
    /// The key or token as in the message; for `bearer` schemes, without the word `Bearer`.
    case value(String)
    /// User and password of the `basic` scheme (RFC 7617).
    case basic(username: String, password: String)
    /// Asked for each request; may fetch or renew a token.
    case provider(@Sendable () async throws -> Credential)
}

extension Credential: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) {
        self = .value(value)
    }
}

extension Credential: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(credential)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Credential {
    /// The credential after all providers were asked. A provider may name another one only so often.
    func resolved() async throws -> Credential {
        var credential = self
        for _ in 0..<8 {
            guard case .provider(let provide) = credential else { return credential }
            credential = try await provide()
        }
        throw CredentialError.endlessProvider
    }

    /// What goes into the message.
    var text: String {
        switch self {
        case .value(let value): value
        case .basic(let username, let password): Base64.encode(Array("\(username):\(password)".utf8))
        case .provider: ""
        }
    }
}

/// The reason why no credential could be obtained.
enum CredentialError: Error, CustomStringConvertible {
    case endlessProvider
    case invalidHeaderValue(scheme: String)

    var description: String {
        switch self {
        case .endlessProvider: "the credential's provider names provider after provider"
        case .invalidHeaderValue(let scheme):
            "the credential for '\(scheme)' contains characters that are not allowed in a header field"
        }
    }
}
