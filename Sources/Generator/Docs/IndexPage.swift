import APIModel
import Templating

/// The values of the page that a reader begins with.
func indexPageContext(_ api: API, _ pages: Pages) -> Context {
    let prose = Prose(pages: pages, folder: "")
    let about = api.about
    var context = Context(.title, MarkdownText.name(about.title))
    context.set(.frontMatter, frontMatter(title: about.title, description: about.summary ?? about.title, in: pages))
    context.set(.summary, prose.line(about.summary))
    let manual = webLink(to: about.externalDocs)
    context.set(.notes, (notes(on: about) + (manual.map { [$0] } ?? [])).map { Context(.line, $0) })
    context.set(.description, prose.section(about.description))
    context.set(.servers, serverRows(about.servers, prose))
    context.set(.variables, variableRows(about.servers, prose))
    context.set(.hasCredentials, !about.securitySchemes.allSatisfy(\.isInternal))
    context.set(.security, prose.link("Authentication", to: .authentication))
    context.set(.errors, prose.link("Errors", to: .errors))
    context.set(.groups, operationGroups(of: api, prose))
    context.set(
        .webhooks,
        zip(api.documentedWebhooks, pages.webhooks).map { webhook, page in
            var inner = Context(.link, prose.link(webhook.shownPath, to: page))
            inner.set(.description, prose.cell(webhook.summary))
            return inner
        })
    let listing = prose.link("All \(pages.schemas.count) schemas", to: .schemas)
    context.set(.types, pages.hasSchemaList ? [Context(.link, listing)] : schemaLinks(api, prose))
    return context
}

/// The values of the list that machines begin with; it names everything.
func listContext(_ api: API, _ pages: Pages) -> Context {
    var context = indexPageContext(api, pages)
    context.set(.types, schemaLinks(api, Prose(pages: pages, folder: "")))
    return context
}

/// The values of the page that lists the schemas, where the first page does not.
func schemaListContext(_ api: API, _ pages: Pages) -> Context {
    let prose = Prose(pages: pages, folder: Page.schemas.folder)
    var context = Context(.title, "Schemas")
    context.set(.frontMatter, frontMatter(title: "Schemas", description: "The schemas of bodies and parameters", in: pages))
    context.set(.types, schemaLinks(api, prose))
    return context
}

private func schemaLinks(_ api: API, _ prose: Prose) -> [Context] {
    api.schemas.components.compactMap { component in
        prose.pages.schemas[component].map { Context(.link, prose.link(api.schemas[component].componentName ?? $0.name, to: $0)) }
    }
}

/// The version, contact, license and terms of the API.
private func notes(on about: About) -> [String] {
    var notes = about.version.isEmpty ? [] : ["Version " + MarkdownText.name(about.version)]
    if let contact = about.contact {
        let name = MarkdownText.name(contact.name ?? "Contact")
        let mail = contact.email.map { webLink(MarkdownText.name($0), to: "mailto:" + $0) ?? MarkdownText.name($0) }
        notes.append((contact.url.flatMap { webLink(name, to: $0) } ?? name) + (mail.map { ", " + $0 } ?? ""))
    }
    if let license = about.license {
        notes.append(
            "License "
                + (license.url.flatMap { webLink(MarkdownText.name(license.name), to: $0) } ?? MarkdownText.name(license.name)))
    }
    if let terms = about.termsOfService.flatMap({ webLink("Terms of service", to: $0) }) { notes.append(terms) }
    return notes
}

/// A link out of the docs; nil where the address is none that a reader can follow.
func webLink(_ text: String, to address: String) -> String? {
    guard ["http://", "https://", "mailto:"].contains(where: address.hasPrefix),
        !address.contains(where: { " ()<>\"\n".contains($0) })
    else { return nil }
    return "[\(text)](\(address))"
}

/// A link to external documentation.
func webLink(to documentation: ExternalDocs?) -> String? {
    documentation.flatMap { webLink(MarkdownText.name($0.description ?? "Further reading"), to: $0.url) }
}

func serverRows(_ servers: [ServerAddress], _ prose: Prose) -> [Context] {
    servers.map { server in
        var context = Context(.url, prose.code(server.template))
        context.set(.description, prose.cell(server.description ?? server.name))
        return context
    }
}

func variableRows(_ servers: [ServerAddress], _ prose: Prose) -> [Context] {
    var seen: Set<String> = []
    return servers.flatMap(\.variables).filter { seen.insert($0.name).inserted }.map { variable in
        var context = Context(.name, prose.code(variable.name))
        context.set(.defaultValue, prose.code(variable.defaultValue))
        context.set(.values, variable.values.isEmpty ? "any" : variable.values.map(prose.code).joined(separator: ", "))
        context.set(.description, prose.cell(variable.description))
        return context
    }
}

/// The operations that have pages, by their first tag: the document's tags first, in its order, then others as they come.
func taggedOperations(of api: API, _ pages: Pages) -> [(tag: String?, indices: [Int])] {
    let shown = api.endpoints.indices.filter { pages.operations[$0] != nil }
    func tag(_ index: Int) -> String? { api.endpoints[index].operation.tags.first }
    var tags: [String?] = api.about.tags.map(\.name)
    for index in shown where !tags.contains(tag(index)) { tags.append(tag(index)) }
    let byTag = Dictionary(grouping: shown, by: tag)
    return tags.compactMap { tag in byTag[tag].map { (tag, $0) } }
}

private func operationGroups(of api: API, _ prose: Prose) -> [Context] {
    taggedOperations(of: api, prose.pages).map { name, indices in
        let tag = api.about.tags.first { $0.name == name }
        var context = Context(.title, MarkdownText.name(tag?.summary ?? name ?? "Other operations"))
        context.set(.description, prose.section(tag?.description))
        context.set(.note, webLink(to: tag?.externalDocs) ?? "")
        context.set(.operations, indices.map { operationRow(api.endpoints[$0], at: $0, prose) })
        return context
    }
}

private func operationRow(_ endpoint: Endpoint, at index: Int, _ prose: Prose) -> Context {
    let operation = endpoint.operation
    let name = operation.summary ?? endpoint.name.name
    let link = prose.pages.operations[index].map { prose.link(name, to: $0) } ?? MarkdownText.name(name)
    var context = Context(.link, link)
    context.set(.anchor, anchor(of: operation))
    context.set(.call, prose.code("\(operation.method) \(operation.path)") + (operation.isDeprecated ? ", deprecated" : ""))
    context.set(.hasDetails, prose.pages.references[index] != nil)
    context.set(.reference, prose.pages.references[index].map { prose.link("details", to: $0) } ?? "")
    return context
}

/// Where links to an operation lead that are to hold for good; the pages of other tools have the same places.
private func anchor(of operation: ResolvedOperation) -> String {
    "operation/" + URLText.fragment(operation.operationID ?? operation.method + operation.path)
}
