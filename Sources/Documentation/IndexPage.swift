import APIModel
import Printing
import Templating

/// The values of the page that a reader begins with.
func indexPageTemplate(_ api: API, _ pages: Pages) -> IndexPageTemplate {
    let prose = Prose(pages: pages, folder: "")
    let about = api.about
    let manual = webLink(to: about.externalDocs)
    let listing = prose.link("All \(pages.schemas.count) schemas", to: .schemas)
    return IndexPageTemplate(
        frontMatter: frontMatter(title: about.title, description: about.summary ?? about.title, in: pages),
        title: MarkdownText.name(about.title), summary: prose.line(about.summary),
        notes: [Line](notes(on: about) + (manual.map { [$0] } ?? [])), description: prose.section(about.description),
        servers: serverTables(about.servers, prose), hasCredentials: !about.securitySchemes.allSatisfy(\.isInternal),
        security: prose.link("Authentication", to: .authentication), errors: prose.link("Errors", to: .errors),
        groups: operationGroups(of: api, prose),
        webhooks: zip(api.documentedWebhooks, pages.webhooks).map { webhook, page in
            IndexPageTemplate.Webhook(
                link: prose.link(webhook.shownPath, to: page), description: prose.cell(webhook.summary))
        }, types: pages.hasSchemaList ? [PageLink(link: listing)] : schemaLinks(api, prose))
}

/// The values of the list that machines begin with; it names everything.
func linkList(_ api: API, _ pages: Pages) -> LinkListTemplate {
    let prose = Prose(pages: pages, folder: "")
    return LinkListTemplate(
        title: MarkdownText.name(api.about.title), summary: prose.line(api.about.summary),
        groups: operationGroups(of: api, prose), types: schemaLinks(api, prose))
}

/// The values of the page that lists the schemas, where the first page does not.
func schemaListTemplate(_ api: API, _ pages: Pages) -> SchemaListTemplate {
    let prose = Prose(pages: pages, folder: Page.schemas.folder)
    return SchemaListTemplate(
        frontMatter: frontMatter(title: "Schemas", description: "The schemas of bodies and parameters", in: pages),
        title: "Schemas", types: schemaLinks(api, prose))
}

private func schemaLinks(_ api: API, _ prose: Prose) -> [PageLink] {
    api.schemas.components.compactMap { component in
        prose.pages.schemas[component].map { page in
            PageLink(link: prose.link(api.schemas[component].componentName ?? page.name, to: page))
        }
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

/// Tables of servers and of the variables of their URLs.
func serverTables(_ servers: [ServerAddress], _ prose: Prose) -> ServerTables {
    var seen: Set<String> = []
    let variables = servers.flatMap(\.variables).filter { seen.insert($0.name).inserted }
    return ServerTables(
        servers: servers.map { server in
            ServerTables.Server(
                url: prose.code(server.template), description: prose.cell(server.description ?? server.name))
        },
        variables: variables.map { variable in
            ServerTables.Variable(
                name: prose.code(variable.name), defaultValue: prose.code(variable.defaultValue),
                values: variable.values.isEmpty ? "any" : variable.values.map(prose.code).joined(separator: ", "),
                description: prose.cell(variable.description))
        })
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

private func operationGroups(of api: API, _ prose: Prose) -> [IndexPageTemplate.Group] {
    taggedOperations(of: api, prose.pages).map { name, indices in
        let tag = api.about.tags.first { $0.name == name }
        return IndexPageTemplate.Group(
            title: MarkdownText.name(tag?.summary ?? name ?? "Other operations"), description: prose.section(tag?.description),
            note: webLink(to: tag?.externalDocs) ?? "",
            operations: indices.map { operationRow(api.endpoints[$0], at: $0, prose) })
    }
}

private func operationRow(_ endpoint: Endpoint, at index: Int, _ prose: Prose) -> IndexPageTemplate.Operation {
    let operation = endpoint.operation
    let name = operation.summary ?? endpoint.name.name
    return IndexPageTemplate.Operation(
        link: prose.pages.operations[index].map { prose.link(name, to: $0) } ?? MarkdownText.name(name),
        anchor: anchor(of: operation),
        call: prose.code("\(operation.method) \(operation.path)") + (operation.isDeprecated ? ", deprecated" : ""),
        reference: prose.pages.references[index].map { prose.link("details", to: $0) } ?? "")
}

/// Where links to an operation lead that are to hold for good; the pages of other tools have the same places.
private func anchor(of operation: ResolvedOperation) -> String {
    "operation/" + URLText.fragment(operation.operationID ?? operation.method + operation.path)
}
