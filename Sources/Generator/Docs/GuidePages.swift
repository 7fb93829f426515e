import APIModel
import Templating

/// The values of the page on how callers are let in.
func authenticationPageContext(_ api: API, _ pages: Pages) -> Context {
    let prose = Prose(pages: pages, folder: Page.authentication.folder)
    var context = Context(.title, "Authentication")
    context.set(.frontMatter, frontMatter(title: "Authentication", description: "How a call is let in", in: pages))
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

/// How a credential travels.
private func transport(of scheme: SecurityScheme, _ prose: Prose) -> String {
    let example = scheme.example.map { ", for example \(prose.code($0))" } ?? ""
    switch scheme.kind {
    case .apiKey(let name, let location):
        return "The key travels in the \(location.rawValue) parameter \(prose.code(name))\(example)."
    case .http(let name, let format):
        let kind = format.map { ", in the format " + prose.code($0) } ?? ""
        return "The credential travels in the header `Authorization`, by the scheme \(prose.code(name))\(kind)\(example)."
    case .mutualTLS: return "The caller shows a certificate when the connection is made."
    case .oauth2: return "A token of OAuth 2.0 travels in the header `Authorization`, by the scheme `Bearer`\(example)."
    case .openIDConnect(let url):
        return "A token of OpenID Connect travels in the header `Authorization`; \(prose.code(url)) says where to get one."
    }
}

private func flow(_ flow: OAuthFlow, _ prose: Prose) -> String {
    let urls = [("authorization", flow.authorizationURL), ("token", flow.tokenURL), ("refresh", flow.refreshURL)]
        .compactMap { name, url in url.map { "\(name) at \(prose.code($0))" } }
    let scopes = flow.scopes.map { scope in
        "\n    - " + prose.code(scope.name) + (scope.description.map { ": " + prose.line($0) } ?? "")
    }
    return "- Flow \(prose.code(flow.kind)): " + urls.joined(separator: ", ")
        + (scopes.isEmpty ? "" : "; its scopes are" + scopes.joined())
}

/// The values of the page on what calls are answered with when something is wrong.
func errorsPageContext(_ api: API, _ pages: Pages) -> Context {
    let prose = Prose(pages: pages, folder: Page.errors.folder)
    let table = SchemaTable(api: api, prose: prose)
    var context = Context(.title, "Errors")
    context.set(
        .frontMatter, frontMatter(title: "Errors", description: "What calls are answered with when something is wrong", in: pages))
    context.set(.rows, errorRows(of: api, table))
    return context
}

/// A row for each status with the bodies that come with it.
private func errorRows(of api: API, _ table: SchemaTable) -> [Context] {
    var statuses: [StatusPattern] = []
    var bodies: [StatusPattern: [String]] = [:]
    for outcome in api.endpoints.filter({ !$0.operation.isInternal }).flatMap(\.failures) {
        let status = outcome.response.status
        if bodies[status] == nil { statuses.append(status) }
        let types = outcome.response.representations.compactMap { $0.schema.map(table.type) }
        bodies[status, default: []] += types.filter { !bodies[status, default: []].contains($0) }
    }
    return statuses.sorted { $0.text < $1.text }.map { status in
        var context = Context(.name, statusName(status))
        let names = bodies[status, default: []]
        context.set(.type, names.isEmpty ? "no body" : names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : ""))
        return context
    }
}

func statusName(_ status: StatusPattern) -> String {
    let phrase = reasonPhrase(of: status)
    if status == .default { return "Any other status" }
    return "\(status.text) \(phrase)".trimmed
}
