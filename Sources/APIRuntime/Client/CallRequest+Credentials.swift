import HTTPTypes

extension CallRequest {
    /// Adds the credentials of the first alternative of the operation's security for which all are there.
    /// - Returns: the texts that must not show in messages.
    mutating func addCredentials() async throws -> [String] {
        let alternative = operation.security.first { alternative in
            !alternative.isEmpty && alternative.allSatisfy { configuration.credentials[$0.name] != nil }
        }
        var secrets: [String] = []
        for required in alternative ?? [] {
            guard let scheme = configuration.securitySchemes.first(where: { $0.name == required.name }),
                let credential = configuration.credentials[required.name]
            else { continue }
            let resolved = try await credential.resolved()
            try add(resolved.text, for: scheme)
            secrets += [resolved.text, PercentEncoding.encode(resolved.text)]
            if case .basic(_, let password) = resolved { secrets.append(password) }
        }
        return secrets
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
