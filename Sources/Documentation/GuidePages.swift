import APIModel
import Printing

/// The values of the page on authentication.
func authenticationPageTemplate(_ api: API, _ pages: Pages) -> AuthenticationPageTemplate {
    let prose = Prose(pages: pages, folder: Page.authentication.folder)
    return AuthenticationPageTemplate(
        frontMatter: frontMatter(title: "Authentication", description: "How requests are authenticated", in: pages),
        title: "Authentication",
        schemes: api.about.securitySchemes.filter { !$0.isInternal }.map { schemeTemplate($0, prose) },
        sample: clientSample(of: api))
}

private func schemeTemplate(_ scheme: SecurityScheme, _ prose: Prose) -> AuthenticationPageTemplate.Scheme {
    var values = ""
    if case .oauth2(let flows) = scheme.kind { values = flows.map { flow($0, prose) }.joined(separator: "\n") }
    return AuthenticationPageTemplate.Scheme(
        title: MarkdownText.name(scheme.displayName ?? scheme.name), isDeprecated: scheme.isDeprecated,
        description: prose.section(scheme.description), line: transport(of: scheme, prose), values: values)
}

/// A sentence on how a credential is sent.
private func transport(of scheme: SecurityScheme, _ prose: Prose) -> String {
    let example = scheme.example.map { ", for example \(prose.code($0))" } ?? ""
    switch scheme.kind {
    case .apiKey(let name, let location):
        let place = location == .query ? "query parameter" : location.rawValue
        return "Send the key in the \(place) \(prose.code(name))\(example)."
    case .http where scheme.kind.credential == .basic:
        return
            "Send the user name and the password, joined by a colon and encoded as Base64, in the header `Authorization` with the "
            + "scheme `Basic`\(example)."
    case .http(let name, let format):
        let kind = format.map { " in the format " + prose.code($0) } ?? ""
        return "Send the credential\(kind) in the header `Authorization` with the scheme \(prose.code(name))\(example)."
    case .mutualTLS: return "The client presents a certificate when it connects (mutual TLS)."
    case .oauth2: return "Send an OAuth 2.0 access token in the header `Authorization` with the scheme `Bearer`\(example)."
    case .openIDConnect(let url):
        return "Send an OpenID Connect token in the header `Authorization` with the scheme `Bearer`\(example). "
            + "The configuration of the provider is at \(prose.code(url))."
    }
}

private func flow(_ flow: OAuthFlow, _ prose: Prose) -> String {
    let urls = [("authorization", flow.authorizationURL), ("token", flow.tokenURL), ("refresh", flow.refreshURL)]
        .compactMap { name, url in url.map { "\(name) URL \(prose.code($0))" } }
    let scopes = flow.scopes.map { scope in
        "\n    - " + prose.code(scope.name) + (scope.description.map { ": " + prose.line($0) } ?? "")
    }
    return "- Flow \(prose.code(flow.kind)): " + urls.joined(separator: ", ")
        + (scopes.isEmpty ? "" : "; scopes:" + scopes.joined())
}

/// The values of the page on error responses.
func errorsPageTemplate(_ api: API, _ pages: Pages) -> ErrorsPageTemplate {
    let prose = Prose(pages: pages, folder: Page.errors.folder)
    return ErrorsPageTemplate(
        frontMatter: frontMatter(title: "Errors", description: "The error responses of the API", in: pages), title: "Errors",
        rows: errorRows(of: api, SchemaTable(api: api, prose: prose)))
}

/// A row for each status and each schema that its bodies have, with the media types of those bodies.
private func errorRows(of api: API, _ table: SchemaTable) -> [ErrorsPageTemplate.Row] {
    var statuses: [StatusPattern: [(type: String, mediaTypes: [String])]] = [:]
    for response in api.endpoints.filter({ !$0.operation.isInternal }).flatMap(\.failures).map(\.response) {
        var bodies = statuses[response.status] ?? []
        for representation in response.representations {
            let type = representation.schema.map(table.type) ?? "any value"
            let index = bodies.firstIndex { $0.type == type } ?? bodies.endIndex
            if index == bodies.endIndex { bodies.append((type, [])) }
            if !bodies[index].mediaTypes.contains(representation.name) { bodies[index].mediaTypes.append(representation.name) }
        }
        statuses[response.status] = bodies
    }
    return statuses.sorted { $0.key.text < $1.key.text }.flatMap { status, bodies in
        let rows = bodies.isEmpty ? [(type: "no body", mediaTypes: [])] : Array(bodies.prefix(20))
        return rows.map { body in
            ErrorsPageTemplate.Row(
                name: statusName(status), type: body.type,
                mediaType: body.mediaTypes.map(table.prose.code).joined(separator: ", "))
        }
    }
}

func statusName(_ status: StatusPattern) -> String {
    let phrase = reasonPhrase(of: status)
    if status == .default { return "Any other status" }
    return "\(status.text) \(phrase)".trimmed
}
