import APIModel
import Templating

/// The values of the page on authentication.
func authenticationPageContext(_ api: API, _ pages: Pages) -> Context {
    let prose = Prose(pages: pages, folder: Page.authentication.folder)
    var context = Context(.title, "Authentication")
    context.set(.frontMatter, frontMatter(title: "Authentication", description: "How requests are authenticated", in: pages))
    context.set(.schemes, api.about.securitySchemes.filter { !$0.isInternal }.map { schemeContext($0, prose) })
    context.set(.sample, clientSample(of: api))
    return context
}

private func schemeContext(_ scheme: SecurityScheme, _ prose: Prose) -> Context {
    var context = Context(.title, MarkdownText.name(scheme.displayName ?? scheme.name))
    context.set(.description, prose.section(scheme.description))
    context.set(.line, transport(of: scheme, prose))
    context.set(.isDeprecated, scheme.isDeprecated)
    if case .oauth2(let flows) = scheme.kind {
        context.set(.values, flows.map { flow($0, prose) }.joined(separator: "\n"))
    } else {
        context.set(.values, "")
    }
    return context
}

/// A sentence on how a credential is sent.
private func transport(of scheme: SecurityScheme, _ prose: Prose) -> String {
    let example = scheme.example.map { ", for example \(prose.code($0))" } ?? ""
    switch scheme.kind {
    case .apiKey(let name, let location):
        let place = location == .query ? "query parameter" : location.rawValue
        return "Send the key in the \(place) \(prose.code(name))\(example)."
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
func errorsPageContext(_ api: API, _ pages: Pages) -> Context {
    let prose = Prose(pages: pages, folder: Page.errors.folder)
    let table = SchemaTable(api: api, prose: prose)
    var context = Context(.title, "Errors")
    context.set(.frontMatter, frontMatter(title: "Errors", description: "The error responses of the API", in: pages))
    context.set(.rows, errorRows(of: api, table))
    return context
}

/// A row for each status and each schema that its bodies have, with the media types of those bodies.
private func errorRows(of api: API, _ table: SchemaTable) -> [Context] {
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
            var context = Context(.name, statusName(status))
            context.set(.type, body.type)
            context.set(.mediaType, body.mediaTypes.map(table.prose.code).joined(separator: ", "))
            return context
        }
    }
}

func statusName(_ status: StatusPattern) -> String {
    let phrase = reasonPhrase(of: status)
    if status == .default { return "Any other status" }
    return "\(status.text) \(phrase)".trimmed
}
