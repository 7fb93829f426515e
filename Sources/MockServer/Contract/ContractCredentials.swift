import APIModel
import APIRuntime
import HTTPTypes

extension ContractOptions {
    /// The credentials as a client presents them.
    func clientCredentials(for schemes: [APIModel.SecurityScheme]) -> [String: any ClientCredential] {
        var presented: [String: any ClientCredential] = [:]
        for scheme in schemes {
            if let text = credentials[scheme.name] { presented[scheme.name] = scheme.kind.credential.presented(text) }
        }
        return presented
    }

    /// The names of the security schemes that an operation requires and that no option has a credential for; none where the request
    /// has all credentials of one alternative.
    func missingCredentials(of operation: ResolvedOperation, in about: About) -> [String] {
        let missing = operation.security.map { alternative in
            alternative.schemes.map(\.name).filter { name in
                guard let scheme = about.securitySchemes.first(where: { $0.name == name }) else { return false }
                return !has(scheme)
            }
        }
        return missing.min { $0.count < $1.count } ?? []
    }

    /// Whether requests have the credential of a scheme: from an option, or in a header field of all requests. Whoever tests with a
    /// certificate has a proxy for it.
    private func has(_ scheme: APIModel.SecurityScheme) -> Bool {
        guard let place = scheme.kind.place else { return true }
        if credentials[scheme.name] != nil { return true }
        let field = place.location == .cookie ? "Cookie" : place.name
        return place.location != .query && HTTPField.Name(field).map { headers.contains($0) } ?? false
    }
}

extension CredentialForm {
    fileprivate func presented(_ text: String) -> any ClientCredential {
        switch self {
        case .apiKey, .mutualTLS: return Credential<APIKeyScheme>.apiKey(text)
        case .basic:
            let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            let password = parts.dropFirst().first ?? ""
            return Credential<BasicScheme>.basic(user: String(parts.first ?? ""), password: String(password))
        case .bearer: return Credential<BearerScheme>.bearer(text)
        case .oauth2: return Credential<OAuth2Scheme>.bearer(text)
        case .http: return Credential<HTTPScheme>.value(text)
        }
    }
}
