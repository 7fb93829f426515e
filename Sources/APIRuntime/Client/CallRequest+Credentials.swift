import HTTPTypes

/// The credentials of one attempt to send a request.
struct PresentedCredentials: Sendable {
    /// What was presented, by the names of the schemes.
    var texts: [String: String] = [:]
    /// The texts that must not show in messages.
    var secrets: [String] = []
    /// Whether all of them are the same whenever they are asked for.
    var areFixed = true
}

extension CallRequest {
    /// Adds the credentials of the first alternative of the operation's security for which all are there.
    /// - Parameter refused: What the service has refused in the attempt before.
    mutating func addCredentials(insteadOf refused: PresentedCredentials? = nil) async throws -> PresentedCredentials {
        let alternative = operation.security.first { alternative in
            !alternative.isEmpty && alternative.allSatisfy { configuration.credentials[$0.name] != nil }
        }
        var presented = PresentedCredentials()
        for required in alternative ?? [] {
            guard let scheme = configuration.securitySchemes.first(where: { $0.name == required.name }),
                let credential = configuration.credentials[required.name]
            else { continue }
            let request = TokenRequest(
                scheme: scheme, serverURL: configuration.serverURL, transport: configuration.transport)
            let resolved = try await credential.source.resolved(insteadOf: refused?.texts[required.name], for: request)
            let text = scheme.kind.takesBearerTokens ? resolved.text.withoutBearer : resolved.text
            try add(text, for: scheme)
            presented.texts[required.name] = resolved.text
            presented.secrets += resolved.secrets + [text, PercentEncoding.encode(text)]
            presented.areFixed = presented.areFixed && resolved.isFixed
        }
        return presented
    }

    private mutating func add(_ text: String, for scheme: SecurityScheme) throws {
        switch scheme.kind {
        case .apiKey(in: .query, let name):
            addQuery(PercentEncoding.encode(name) + "=" + PercentEncoding.encode(text))
        case .apiKey(in: .cookie, let name):
            addCookie("\(name)=\(PercentEncoding.encode(text))")
        case .apiKey(_, let name):
            try setField(HTTPField.Name(name), text, scheme)
        case .http(let word):
            let capitalized = word.prefix(1).uppercased() + word.dropFirst()
            try setField(.authorization, "\(capitalized) \(text)", scheme)
        case .oauth2, .openIDConnect:
            try setField(.authorization, "Bearer \(text)", scheme)
        case .mutualTLS:
            break
        }
    }

    private mutating func setField(_ name: HTTPField.Name?, _ text: String, _ scheme: SecurityScheme) throws {
        guard let name, text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else {
            throw CredentialError.invalidHeaderValue(scheme: scheme.name)
        }
        setHeader(name, text)
    }
}

extension SecurityScheme.Kind {
    fileprivate var takesBearerTokens: Bool {
        switch self {
        case .http(let word): word.lowercased() == "bearer"
        case .oauth2, .openIDConnect: true
        case .apiKey, .mutualTLS: false
        }
    }
}

extension String {
    /// The token of a text that may begin with the word `Bearer`, as it is in the field `Authorization`.
    fileprivate var withoutBearer: String {
        guard prefix(7).lowercased() == "bearer " else { return self }
        return String(dropFirst(7)).trimmingHTTPWhitespace
    }
}
