import APIModel
import OpenAPI

extension EndpointResolver {
    /// The metadata of the API.
    var about: About {
        var about = About(fileName: document.fileName, position: document.position)
        about.title = document.info.title
        about.summary = document.info.summary
        about.description = document.info.description
        about.version = document.info.version
        about.termsOfService = document.info.termsOfService
        about.contact = document.info.contact.map { APIModel.Contact(name: $0.name, url: $0.url, email: $0.email) }
        about.license = document.info.license.map { APIModel.License(name: $0.name, identifier: $0.identifier, url: $0.url) }
        about.externalDocs = document.externalDocs.map(externalDocs)
        about.tags = document.tags.map(tag)
        about.servers = document.servers.map(serverAddress)
        about.securitySchemes = document.securitySchemes.map(securityScheme)
        about.retries = document.retries.map(retrySettings)
        about.specificationVersion = document.versionText
        return about
    }
}

private func tag(_ tag: OpenAPI.Tag) -> APIModel.Tag {
    var resolved = APIModel.Tag(name: tag.name, position: tag.position)
    resolved.summary = tag.summary
    resolved.description = tag.description
    resolved.parent = tag.parent
    resolved.kind = tag.kind
    resolved.externalDocs = tag.externalDocs.map(externalDocs)
    return resolved
}

private func securityScheme(_ scheme: OpenAPI.SecurityScheme) -> APIModel.SecurityScheme {
    var resolved = APIModel.SecurityScheme(name: scheme.name, kind: kind(scheme.kind), position: scheme.position)
    resolved.description = scheme.description
    resolved.displayName = scheme.displayName
    resolved.example = scheme.example
    resolved.isInternal = scheme.isInternal
    resolved.isDeprecated = scheme.isDeprecated
    return resolved
}

private func kind(_ kind: OpenAPI.SecuritySchemeKind) -> APIModel.SecuritySchemeKind {
    switch kind {
    case .apiKey(let name, let place): .apiKey(name: name, in: location(place))
    case .http(let scheme, let bearerFormat): .http(scheme: scheme, bearerFormat: bearerFormat)
    case .mutualTLS: .mutualTLS
    case .oauth2(let flows): .oauth2(flows.map(flow))
    case .openIDConnect(let url): .openIDConnect(url: url)
    }
}

private func flow(_ flow: OpenAPI.OAuthFlow) -> APIModel.OAuthFlow {
    var resolved = APIModel.OAuthFlow(
        kind: flow.kind, scopes: flow.scopes.map { APIModel.OAuthScope(name: $0.name, description: $0.description) })
    resolved.authorizationURL = flow.authorizationURL
    resolved.tokenURL = flow.tokenURL
    resolved.refreshURL = flow.refreshURL
    return resolved
}
