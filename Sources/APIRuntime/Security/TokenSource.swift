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

extension Credential {
    /// A token that is fetched when it's first needed, and again shortly before it ends.
    ///
    /// However many calls wait for a token, it is fetched once for all of them.
    /// - Parameters:
    ///   - margin: how long before its end a token is no longer used.
    ///   - fetch: gets a new token.
    public static func renewed(
        margin: Duration = .seconds(30), _ fetch: @escaping @Sendable () async throws -> AccessToken
    ) -> Credential {
        let source = TokenSource(margin: margin, fetch)
        return .provider { .value(try await source.token()) }
    }
}

/// Keeps a token while it is good, and fetches the next one for all who wait.
actor TokenSource {
    private let margin: Duration
    private let fetch: @Sendable () async throws -> AccessToken
    private var current: (value: String, end: ContinuousClock.Instant?)?
    private var fetching: Task<AccessToken, any Error>?

    init(margin: Duration, _ fetch: @escaping @Sendable () async throws -> AccessToken) {
        self.margin = margin
        self.fetch = fetch
    }

    func token() async throws -> String {
        if let current, current.end.map({ ContinuousClock.now < $0 }) ?? true { return current.value }
        if let fetching { return try await fetching.value.value }
        // A task of its own: the call that started it may be cancelled while others wait.
        let task = Task { [fetch] in try await fetch() }
        fetching = task
        defer { fetching = nil }
        let token = try await task.value
        current = (token.value, token.lifetime.map { ContinuousClock.now + $0 - margin })
        return token.value
    }
}
