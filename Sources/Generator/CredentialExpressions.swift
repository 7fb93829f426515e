package import APIModel

extension CredentialForm {
    /// The type in the runtime that distinguishes the credentials of such schemes.
    var schemeType: String {
        switch self {
        case .apiKey: "APIKeyScheme"
        case .basic: "BasicScheme"
        case .bearer: "BearerScheme"
        case .oauth2: "OAuth2Scheme"
        case .http: "HTTPScheme"
        case .mutualTLS: "MutualTLSScheme"
        }
    }

    /// The expression for a client's credential.
    /// - Parameters:
    ///   - text: The literal of a key, a token or a password.
    ///   - user: The literal of a user name.
    package func expression(_ text: String, user: String) -> String {
        switch self {
        case .apiKey: ".apiKey(\(text))"
        case .basic: ".basic(user: \(user), password: \(text))"
        case .bearer, .oauth2: ".bearer(\(text))"
        case .http: ".value(\(text))"
        case .mutualTLS: ".certificateOfTransport"
        }
    }
}
