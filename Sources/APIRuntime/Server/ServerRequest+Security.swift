import HTTPTypes

extension ServerRequest {
    /// Authenticates the caller by the first alternative of the operation's security whose credentials are all valid.
    ///
    /// - Parameter findPrincipal: Returns the principal for a credential of the named scheme, or `nil` if the credential is invalid.
    /// - Returns: The principal of the alternative's first scheme.
    /// - Throws: A failure with status 401 if no alternative is satisfied, or 406 if the caller accepts no documented response. Errors
    ///   of `findPrincipal` are rethrown.
    public func authenticate<Principal>(
        _ findPrincipal: (String, PresentedCredential) async throws -> Principal?
    ) async throws -> Principal {
        guard let principal = try await authenticateIfPresented(findPrincipal) else { throw unauthorized() }
        return principal
    }

    /// Authenticates the caller of an operation that also allows requests without a credential.
    ///
    /// - Parameter findPrincipal: Returns the principal for a credential of the named scheme, or `nil` if the credential is invalid.
    /// - Returns: The principal, or `nil` if the request has no credential.
    /// - Throws: A failure with status 401 if a credential is invalid; otherwise as ``authenticate(_:)``.
    public func authenticateIfPresented<Principal>(
        _ findPrincipal: (String, PresentedCredential) async throws -> Principal?
    ) async throws -> Principal? {
        var wasRefused = false
        for alternative in operation.security where !alternative.isEmpty {
            guard let credentials = credentials(for: alternative) else { continue }
            if let principal = try await self.principal(credentials, findPrincipal) {
                if let earlyRefusal { throw earlyRefusal }
                return principal
            }
            wasRefused = true
        }
        if wasRefused || !operation.security.contains(where: \.isEmpty) { throw unauthorized() }
        if let earlyRefusal { throw earlyRefusal }
        return nil
    }

    private func principal<Principal>(
        _ credentials: [(scheme: String, credential: PresentedCredential)],
        _ findPrincipal: (String, PresentedCredential) async throws -> Principal?
    ) async throws -> Principal? {
        var first: Principal?
        for (scheme, credential) in credentials {
            guard let principal = try await findPrincipal(scheme, credential) else { return nil }
            if first == nil { first = principal }
        }
        return first
    }

    /// The credentials of all schemes of an alternative; `nil` where one of them was not presented.
    private func credentials(for alternative: [RequiredScheme]) -> [(scheme: String, credential: PresentedCredential)]? {
        var credentials: [(scheme: String, credential: PresentedCredential)] = []
        for required in alternative {
            guard let scheme = securitySchemes.first(where: { $0.name == required.name }),
                let credential = presented(for: scheme, scopes: required.scopes)
            else { return nil }
            credentials.append((scheme.name, credential))
        }
        return credentials
    }

    private func presented(for scheme: SecurityScheme, scopes: [String]) -> PresentedCredential? {
        switch scheme.kind {
        case .apiKey(let location, let name):
            return key(name, in: location).map { PresentedCredential(value: $0, scopes: scopes) }
        case .http(let word) where word.lowercased() == "basic":
            guard let text = authorization("basic"), let bytes = Base64.decode(text),
                let pair = String(validUTF8: bytes),
                let colon = pair.firstIndex(of: ":")
            else { return nil }
            return PresentedCredential(
                value: String(pair[pair.index(after: colon)...]), username: String(pair[..<colon]), scopes: scopes)
        case .http(let word):
            return authorization(word).map { PresentedCredential(value: $0, scopes: scopes) }
        case .oauth2, .openIDConnect:
            return authorization("bearer").map { PresentedCredential(value: $0, scopes: scopes) }
        case .mutualTLS:
            return nil
        }
    }

    private func key(_ name: String, in location: ParameterLocation) -> String? {
        switch location {
        case .header: return HTTPField.Name(name).flatMap { message.head.headerFields[$0] }
        case .query: return QueryPairs(query: query).text(of: name)
        case .cookie:
            return message.head.headerFields[.cookie].flatMap {
                QueryPairs(query: Substring($0), separator: UInt8(ascii: ";"), plusIsSpace: false).text(of: name)
            }
        case .path, .querystring: return nil
        }
    }

    /// What follows the authentication scheme's name in the field `Authorization`.
    private func authorization(_ scheme: String) -> String? {
        guard let field = message.head.headerFields[.authorization], let space = field.firstIndex(of: " "),
            field[..<space].lowercased() == scheme.lowercased()
        else { return nil }
        return String(field[space...]).trimmingHTTPWhitespace
    }

    private func unauthorized() -> RequestFailure {
        var headers = HTTPFields()
        var seen: [String] = []
        for required in operation.security.joined() where !seen.contains(required.name) {
            seen.append(required.name)
            guard let challenge = securitySchemes.first(where: { $0.name == required.name })?.challenge else { continue }
            headers.append(HTTPField(name: .wwwAuthenticate, value: challenge))
        }
        return RequestFailure(.unauthorized, "the credential is missing or not valid", headers: headers)
    }
}
