/// The credential of a request for one security scheme, parsed by the scheme's kind.
public struct PresentedCredential: Sendable {
    let value: String
    let username: String
    /// The scopes that the operation requires.
    public let scopes: [String]

    init(value: String, username: String = "", scopes: [String]) {
        self.value = value
        self.username = username
        self.scopes = scopes
    }

    /// The credential of an `apiKey` scheme.
    public var apiKey: APIKeyCredential { APIKeyCredential(value: value) }
    /// The credential of the `basic` scheme.
    public var basic: BasicCredential { BasicCredential(username: username, password: value) }
    /// The credential of `bearer`, `oauth2` and `openIdConnect` schemes, and of other HTTP schemes.
    public var bearer: BearerToken { BearerToken(value: value, scopes: scopes) }
}

extension PresentedCredential: CustomStringConvertible, CustomReflectable {
    public var description: String { "(credential)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// The key that a caller presented.
public struct APIKeyCredential: Sendable, CustomStringConvertible, CustomReflectable {
    /// The key as in the message.
    public let value: String

    /// Creates a key.
    public init(value: String) {
        self.value = value
    }

    public var description: String { "(credential)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// The user and password that a caller presented (RFC 7617).
public struct BasicCredential: Sendable, CustomStringConvertible, CustomReflectable {
    /// The user name.
    public let username: String
    /// The password.
    public let password: String

    /// Creates a user name with a password.
    public init(username: String, password: String) {
        self.username = username
        self.password = password
    }

    public var description: String { "(credential)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

/// The bearer token that a caller presented (RFC 6750).
public struct BearerToken: Sendable, CustomStringConvertible, CustomReflectable {
    /// The token without the word `Bearer`.
    public let value: String
    /// The scopes that the operation requires; the service knows whether the token grants them.
    public let scopes: [String]

    /// Creates a token.
    public init(value: String, scopes: [String] = []) {
        self.value = value
        self.scopes = scopes
    }

    public var description: String { "(credential)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
