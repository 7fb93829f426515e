/// Where a credential comes from. Its description reveals nothing about it.
public struct CredentialSource: Sendable, CustomStringConvertible, CustomReflectable {
    enum Kind: Sendable {
        case text(String)
        case basic(user: String, password: String)
        case provider(@Sendable () async throws -> CredentialSource)
        case tokens(TokenSource)
    }

    private let kind: Kind

    init(_ kind: Kind) {
        self.kind = kind
    }

    public var description: String { "(credential)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }

    /// The credential after all providers were asked. A provider may name another one only so often.
    /// - Parameter refused: the text that a service has refused, in place of which another one is wanted.
    func resolved(insteadOf refused: String?, for request: TokenRequest) async throws -> ResolvedCredential {
        var source = self
        var isFixed = true
        for _ in 0..<8 {
            switch source.kind {
            case .text(let text):
                return ResolvedCredential(text: text, secrets: [text], isFixed: isFixed)
            case .basic(let user, let password):
                let text = Base64.encode(Array("\(user):\(password)".utf8))
                return ResolvedCredential(text: text, secrets: [text, password], isFixed: isFixed)
            case .tokens(let tokens):
                let token = try await tokens.token(insteadOf: refused, for: request)
                return ResolvedCredential(text: token, secrets: [token], isFixed: false)
            case .provider(let provide):
                isFixed = false
                source = try await provide()
            }
        }
        throw CredentialError.endlessProvider
    }
}

/// A credential as it goes into a message.
struct ResolvedCredential {
    let text: String
    /// The texts that must not show in messages about the call.
    let secrets: [String]
    /// Whether it is the same whenever it is asked for.
    let isFixed: Bool
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
