extension SecuritySchemeKind {
    /// The parameter that a request carries the credential in; `nil` for client certificates.
    package var place: (name: String, location: ParameterLocation)? {
        switch self {
        case .apiKey(let name, let location): (name, location)
        case .http, .oauth2, .openIDConnect: ("Authorization", .header)
        case .mutualTLS: nil
        }
    }
}
