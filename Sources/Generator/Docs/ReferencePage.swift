import APIModel
import Diagnostics
import Templating

/// The values of the page of an operation's details.
func referencePageContext(_ index: Int, _ page: Page, _ api: API, _ pages: Pages) -> Context {
    let endpoint = api.endpoints[index]
    let prose = Prose(pages: pages, folder: page.folder)
    // Only plain pages have an overview beside them, which shows these examples.
    let hidden = pages.dialect == .plain ? pages.commonExamples : []
    var context = detailsContext(of: endpoint, hiding: hidden, api, prose)
    context.set(.samples, samples(of: endpoint, api).map { sampleContext($0) })
    guard pages.dialect == .plain, let overview = pages.operations[index] else { return context }
    context.set(.link, prose.link("overview", to: overview))
    return context
}

/// The values of what an operation's page in the house layout does not show.
///
/// - Parameter hidden: The positions of examples that the page in the house layout shows.
func detailsContext(of endpoint: Endpoint, hiding hidden: Set<Position>, _ api: API, _ prose: Prose) -> Context {
    var context = operationContext(endpoint.operation, hiding: hidden, api, prose)
    context.set(.call, prose.code(endpoint.clientFunction))
    context.set(.link, "")
    let requirements = requirementLines(of: endpoint, in: api.about, prose)
    context.set(.security, requirements.count == 1 ? requirements[0] : "")
    context.set(.requirements, requirements.count == 1 ? [] : requirements.map { Context(.line, $0) })
    return context
}

/// The values of the page of a webhook, which is an operation without a function in the generated client.
func webhookPageContext(_ operation: ResolvedOperation, _ page: Page, _ api: API, _ pages: Pages) -> Context {
    var context = operationContext(operation, hiding: [], api, Prose(pages: pages, folder: page.folder))
    context.set(.call, "")
    context.set(.link, "")
    context.set(.security, "")
    context.set(.requirements, [])
    context.set(.samples, [])
    return context
}

private func operationContext(
    _ operation: ResolvedOperation, hiding hidden: Set<Position>, _ api: API, _ prose: Prose
) -> Context {
    let table = SchemaTable(api: api, prose: prose)
    let isWhole = prose.folder == "Webhooks" || prose.pages.dialect == .docC
    let name = operation.summary ?? operation.operationID ?? "\(operation.method) \(operation.shownPath)"
    var context = Context(.title, MarkdownText.name(name))
    context.set(.frontMatter, frontMatter(title: name + " – details", in: prose.pages))
    context.set(.request, prose.code("\(operation.method) \(operation.shownPath)"))
    context.set(.name, operation.operationID.map(prose.code) ?? "")
    context.set(.isDeprecated, operation.isDeprecated)
    context.set(.description, isWhole ? prose.section(operation.description) : "")
    let notes = [prose.line(operation.pathSummary), webLink(to: operation.externalDocs) ?? ""]
    context.set(.notes, notes.filter { !$0.isEmpty }.map { Context(.line, $0) })
    let servers = operation.hasOwnServers ? operation.servers : []
    context.set(.servers, serverRows(servers, prose))
    context.set(.variables, variableRows(servers, prose))
    context.set(.inputs, operation.parameters.map { parameterContext($0, isDescribed: isWhole, table) })
    context.set(.body, operation.requestBody.map { [bodyContext($0, table)] } ?? [])
    context.set(.responses, operation.responses.map { responseContext($0, hiding: hidden, table) })
    context.set(
        .callbacks, operation.callbacks.flatMap { callback in callback.operations.map { callbackContext($0, of: callback, table) } }
    )
    return context
}

private func parameterContext(_ parameter: ResolvedParameter, isDescribed: Bool, _ table: SchemaTable) -> Context {
    let anchor = "parameter-\(parameter.location.rawValue)-\(parameter.name)"
    var context = Context(.name, table.prose.place(parameter.name, anchor: anchor))
    context.set(.kind, parameter.location.rawValue)
    context.set(.type, parameter.schema.map { table.type(of: $0) } ?? "string")
    context.set(.required, parameter.isRequired ? "yes" : "no")
    let details = parameter.schema.map { table.details(of: $0, description: isDescribed ? parameter.description ?? "" : "") } ?? ""
    context.set(.description, (parameter.isDeprecated ? "**Deprecated.** " : "") + details)
    return context
}

private func bodyContext(_ body: ResolvedBody, _ table: SchemaTable) -> Context {
    var context = Context(.required, body.isRequired ? "Required." : "Optional.")
    context.set(.contents, contentContexts(body.representations, of: .requests, heading: "Example", anchor: "request", table))
    return context
}

/// - Parameter hidden: The positions of examples that the operation's own page shows already.
private func responseContext(_ response: ResolvedResponse, hiding hidden: Set<Position> = [], _ table: SchemaTable) -> Context {
    var context = Context(.title, statusName(response.status))
    let phrase = reasonPhrase(of: response.status).lowercased()
    let description = response.description ?? ""
    context.set(.description, description.lowercased() == phrase ? "" : table.prose.section(description))
    context.set(
        .headers,
        response.headers.map { header in
            var inner = Context(.name, table.prose.code(header.name))
            let schema = header.schema
            inner.set(.type, schema.map { table.type(of: $0) } ?? "string")
            inner.set(.required, header.isRequired ? "yes" : "no")
            inner.set(
                .description,
                schema.map { table.details(of: $0, description: header.description ?? "") } ?? table.prose.cell(header.description))
            return inner
        })
    context.set(
        .contents,
        contentContexts(
            response.representations, of: .responses, heading: statusName(response.status), anchor: response.status.text,
            hiding: hidden, table))
    context.set(.links, response.links.map { linkContext($0, table.prose) })
    return context
}

private func linkContext(_ link: ResolvedLink, _ prose: Prose) -> Context {
    let target = link.operationID.map { id in prose.pages.page(ofOperation: id).map { prose.link(id, to: $0) } ?? prose.code(id) }
    var context = Context(.name, prose.code(link.name))
    context.set(.link, target ?? link.operationReference.map(prose.code) ?? "")
    context.set(.description, prose.line(link.description))
    context.set(.notes, passedOn(by: link, prose).map { Context(.line, $0) })
    return context
}

/// What a link passes to the operation that it names.
private func passedOn(by link: ResolvedLink, _ prose: Prose) -> [String] {
    link.parameters.map { "parameter \(prose.code($0.name)): \(prose.code($0.value.shown))" }
        + (link.requestBody.map { ["body: " + prose.code($0.shown)] } ?? [])
        + (link.server.map { ["server: " + prose.code($0.template)] } ?? [])
}

/// A context for each schema of a body, with the media types that have it.
///
/// - Parameters:
///   - heading: The start of each example's heading, where there are several.
///   - anchor: The start of the names of the places that links to properties lead to.
///   - hidden: The positions of examples that another page or another part of the page shows.
private func contentContexts(
    _ representations: [Representation], of directions: Directions, heading: String, anchor: String,
    hiding hidden: Set<Position> = [], _ table: SchemaTable
) -> [Context] {
    var groups: [[Representation]] = []
    for representation in representations {
        let index = groups.firstIndex { $0[0].hasSameType(as: representation) } ?? groups.endIndex
        if index == groups.endIndex { groups.append([]) }
        groups[index].append(representation)
    }
    return groups.enumerated().map { index, group in
        var context = Context(.mediaType, group.map { table.prose.code($0.name) }.joined(separator: ", "))
        context.set(.type, type(of: group[0], table))
        context.set(.isRequest, directions == .requests)
        let anchor = index == 0 ? anchor : "\(anchor)-\(index + 1)"
        context.set(group[0].schema.map { table.tables(of: $0, anchor: anchor) } ?? MemberTables())
        let isTitled = group.contains { $0.examples.count > 1 }
        let examples = group.flatMap { content in
            content.examples.filter { example in example.value.map { !hidden.contains($0.position) } ?? true }
                .compactMap { exampleContext($0, of: content, below: isTitled ? heading : nil, table) }
        }
        let isShown = group.contains { !$0.examples.isEmpty }
        context.set(.examples, isShown ? examples : madeExample(for: group[0], of: directions, table))
        return context
    }
}

extension Representation {
    fileprivate func hasSameType(as other: Representation) -> Bool {
        schema == other.schema && itemSchema == other.itemSchema
    }
}

private func type(of content: Representation, _ table: SchemaTable) -> String {
    content.schema.map { table.type(of: $0) } ?? content.itemSchema.map { "stream of " + table.type(of: $0) } ?? "any value"
}

/// A value for content whose schema has no page to show one, where the document has none.
private func madeExample(for content: Representation, of directions: Directions, _ table: SchemaTable) -> [Context] {
    guard content.mediaType.coding == .json, let id = content.schema, table.isInlineObject(id),
        case let example = ExampleSynthesis.example(for: id, in: table.api.schemas, for: directions), example.value != nil
    else { return [] }
    var context = Context(.title, "")
    context.set(.note, "For example")
    context.set(.sample, example.shown(table.prose))
    return [context]
}

private func exampleContext(
    _ example: NamedExample, of content: Representation, below heading: String?, _ table: SchemaTable
) -> Context? {
    let name = example.summary ?? example.name
    var context = Context(.title, heading.map { $0 + (name.map { ": " + table.prose.line($0) } ?? "") } ?? "")
    guard let value = example.value else {
        guard let link = example.externalValue.flatMap({ webLink("external example", to: $0) }) else { return nil }
        context.set(.note, link)
        context.set(.sample, "")
        return context
    }
    let description = table.prose.section(example.description)
    let introduction = description.isEmpty ? example.summary.map { table.prose.line($0) } ?? "For example" : description
    context.set(.note, heading == nil ? introduction : description)
    let shown = ShownExample(value, in: content, of: table.api)
    context.set(.sample, MarkdownText.example(shown.text, language: shown.language))
    return context
}

private func callbackContext(_ operation: ResolvedOperation, of callback: ResolvedCallback, _ table: SchemaTable) -> Context {
    var context = Context(.title, MarkdownText.name(callback.name))
    context.set(.request, table.prose.code("\(operation.method) \(callback.expression)"))
    context.set(.description, table.prose.section(operation.description ?? operation.summary))
    context.set(.body, operation.requestBody.map { [bodyContext($0, table)] } ?? [])
    context.set(.responses, operation.responses.map { responseContext($0, table) })
    return context
}

/// The alternatives of which a request must satisfy one, each with all schemes that it requires together.
private func requirementLines(of endpoint: Endpoint, in about: About, _ prose: Prose) -> [String] {
    let hidden = Set(about.securitySchemes.filter(\.isInternal).map(\.name))
    return endpoint.operation.security.compactMap { requirement in
        if requirement.schemes.isEmpty { return "no authentication" }
        guard requirement.schemes.allSatisfy({ !hidden.contains($0.name) }) else { return nil }
        let schemes = requirement.schemes.map { scheme in
            let known = about.securitySchemes.first { $0.name == scheme.name }
            let scopes = scheme.scopes.map(prose.code).joined(separator: ", ")
            let suffix = scopes.isEmpty ? "" : " with the scope\(scheme.scopes.count == 1 ? "" : "s") " + scopes
            return prose.link(known?.displayName ?? scheme.name, to: .authentication) + suffix
        }
        return schemes.listed(with: "and")
    }
}

func sampleContext(_ sample: Sample) -> Context {
    var context = Context(.title, MarkdownText.name(sample.title))
    context.set(.sample, MarkdownText.fenced(sample.source.trimmed, language: sample.language))
    return context
}
