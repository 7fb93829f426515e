import APIModel
import Printing

/// The parameters of the function on the server's side.
///
/// - Parameter principal: The type of the authenticated caller.
func serverSignature(of endpoint: Endpoint, principal: String, _ spelling: Spelling) -> [String] {
    var parameters = serverParameters(of: endpoint, spelling)
    if endpoint.serverChoosesResponse { parameters.append("accept: \(spelling.runtime)AcceptedMediaTypes") }
    switch endpoint.security {
    case .required: parameters.append("principal: \(principal)")
    case .optional: parameters.append("principal: \(principal)?")
    case .none: break
    }
    if spelling.api.passesContext { parameters.append("\(endpoint.contextLabel.spelling): \(spelling.runtime)RequestContext") }
    return parameters
}

/// What the document says; a parameter that it gives a default is always there.
private func serverParameters(of endpoint: Endpoint, _ spelling: Spelling) -> [String] {
    let parameters = endpoint.parameters.map { parameter in
        let type = parameter.defaultValue == nil ? parameter.type : parameter.type.unwrapped
        return "\(parameter.name.spelling): \(spelling.type(type))"
    }
    guard let body = endpoint.body else { return parameters }
    let mediaType = body.mediaTypes.map { ["mediaType: " + mediaTypeSpelling($0, of: body, spelling)] } ?? []
    return parameters + ["\(body.name.spelling): \(spelling.type(body))"] + mediaType
}

/// The functions that authenticate callers; none if no operation requires authentication.
func schemes(of interface: Interface, _ spelling: Spelling) -> [ServerTemplate.Scheme] {
    guard interface.endpoints.contains(where: { $0.security != .none }) else { return [] }
    return spelling.api.credentials.map { schemeTemplate($0, spelling) }
}

private func schemeTemplate(_ credential: Credential, _ spelling: Spelling) -> ServerTemplate.Scheme {
    let (type, member) =
        switch credential.scheme.kind.credential {
        case .apiKey: ("APIKeyCredential", "apiKey")
        case .basic: ("BasicCredential", "basic")
        case .bearer, .oauth2, .http, .mutualTLS: ("BearerToken", "bearer")
        }
    return ServerTemplate.Scheme(
        comment: comment("Returns the principal for a credential of `\(credential.scheme.name)`, or `nil` if it is invalid."),
        function: credential.name.spelling, type: spelling.runtime + type, key: SwiftText.literal(credential.scheme.name),
        property: member)
}
