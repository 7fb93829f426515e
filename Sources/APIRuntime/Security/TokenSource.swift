/// An access token and for how long it is good.
public struct AccessToken: Sendable, CustomStringConvertible, CustomReflectable {
    /// The token as it is presented.
    public let value: String
    /// For how long it is good from now on; `nil`: until the server refuses it.
    public let lifetime: Duration?

    /// Creates a token.
    public init(value: String, lifetime: Duration? = nil) {
        self.value = value
        self.lifetime = lifetime
    }

    public var description: String { "(credential)" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension Credential where Scheme: TokenScheme {
    /// A token that is fetched when it's first needed, again shortly before it ends, and when a service refuses it with status 401.
    ///
    /// However many calls wait for a token, it is fetched once for all of them.
    /// - Parameters:
    ///   - margin: how long before its end a token is no longer used.
    ///   - fetch: gets a new token.
    public static func renewed(
        margin: Duration = .seconds(30), _ fetch: @escaping @Sendable () async throws -> AccessToken
    ) -> Credential {
        Credential(.tokens(TokenSource(margin: margin) { _, _ in try await fetch() }))
    }
}

/// What the source of a token knows of the call that needs it.
struct TokenRequest: Sendable {
    let scheme: SecurityScheme
    /// The base URL of the service, against which a relative token URL is resolved.
    let serverURL: String
    let transport: any ClientTransport
}

/// Keeps a token while it is good, and fetches the next one for all who wait.
actor TokenSource {
    /// - Parameter refused: the token that the service has refused, if that is why another one is fetched.
    typealias Fetch = @Sendable (_ refused: String?, TokenRequest) async throws -> AccessToken

    private let margin: Duration
    private let fetch: Fetch
    private var current: (value: String, end: ContinuousClock.Instant?)?
    private var fetching: Task<AccessToken, any Error>?

    init(margin: Duration, _ fetch: @escaping Fetch) {
        self.margin = margin
        self.fetch = fetch
    }

    /// - Parameter refused: the token that the service has refused; another one that was fetched meanwhile is returned.
    func token(insteadOf refused: String?, for request: TokenRequest) async throws -> String {
        if let current, current.value != refused, current.end.map({ ContinuousClock.now < $0 }) ?? true { return current.value }
        if let fetching { return try await fetching.value.value }
        current = nil
        // A task of its own: the call that started it may be cancelled while others wait.
        let task = Task { [fetch] in try await fetch(refused, request) }
        fetching = task
        defer { fetching = nil }
        let token = try await task.value
        current = (token.value, token.lifetime.map { ContinuousClock.now + $0 - margin })
        return token.value
    }
}
