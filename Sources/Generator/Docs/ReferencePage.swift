import APIModel
import Diagnostics
import Templating

/// The values of the page with what an operation's page in the house layout does not show.
func referencePageContext(_ index: Int, _ page: Page, _ api: API, _ pages: Pages) -> Context {
    let endpoint = api.endpoints[index]
    let prose = Prose(pages: pages, folder: page.folder)
    var context = operationContext(endpoint.operation, api, prose)
    context.set(.call, prose.code(endpoint.clientFunction))
    let overview = pages.operations[index].map { prose.link("overview", to: $0) }
    context.set(.link, pages.dialect == .plain ? overview ?? "" : "")
    let requirements = requirementLines(of: endpoint, in: api.about, prose)
    context.set(.security, requirements.count == 1 ? requirements[0] : "")
    context.set(.requirements, requirements.count == 1 ? [] : requirements.map { Context(.line, $0) })
    context.set(.samples, samples(of: endpoint, api).map { sampleContext($0) })
    return context
}

/// The values of the page of a webhook, which is called like an operation but has no function in the code.
func webhookPageContext(_ operation: ResolvedOperation, _ page: Page, _ api: API, _ pages: Pages) -> Context {
    var context = operationContext(operation, api, Prose(pages: pages, folder: page.folder))
    context.set(.call, "")
    context.set(.link, "")
    context.set(.security, "")
    context.set(.requirements, [])
    context.set(.samples, [])
    return context
}

private func operationContext(_ operation: ResolvedOperation, _ api: API, _ prose: Prose) -> Context {
    let table = SchemaTable(api: api, prose: prose)
    let isWhole = prose.folder == "Webhooks" || prose.pages.dialect == .docC
    let name = operation.summary ?? operation.operationID ?? "\(operation.method) \(operation.shownPath)"
    var context = Context(.title, MarkdownText.name(name))
    context.set(.frontMatter, frontMatter(title: name + " – reference", in: prose.pages))
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
    let hidden = isWhole ? [] : prose.pages.commonExamples
    context.set(.responses, operation.responses.map { responseContext($0, hiding: hidden, table) })
    context.set(
        .callbacks, operation.callbacks.flatMap { callback in callback.operations.map { callbackContext($0, of: callback, table) } }
    )
    return context
}

private func parameterContext(_ parameter: ResolvedParameter, isDescribed: Bool, _ table: SchemaTable) -> Context {
    var context = Context(.name, table.prose.code(parameter.name))
    context.set(.kind, parameter.location.rawValue)
    context.set(.type, parameter.schema.map { table.type(of: $0) } ?? "string")
    context.set(.required, parameter.isRequired ? "yes" : "no")
    let details = parameter.schema.map { table.details(of: $0, description: isDescribed ? parameter.description ?? "" : "") } ?? ""
    context.set(.description, (parameter.isDeprecated ? "**Deprecated.** " : "") + details)
    return context
}

private func bodyContext(_ body: ResolvedBody, _ table: SchemaTable) -> Context {
    var context = Context(.required, body.isRequired ? "Required." : "Optional.")
    context.set(.contents, body.representations.map { contentContext($0, of: .requests, table) })
    return context
}

/// - Parameter hidden: where examples stand that the operation's own page shows already.
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
    context.set(.contents, response.representations.map { contentContext($0, of: .responses, hiding: hidden, table) })
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

/// What a link says of the request that it leads to.
private func passedOn(by link: ResolvedLink, _ prose: Prose) -> [String] {
    link.parameters.map { "parameter \(prose.code($0.name)): \(prose.code($0.value.shown))" }
        + (link.requestBody.map { ["body: " + prose.code($0.shown)] } ?? [])
        + (link.server.map { ["server: " + prose.code($0.template)] } ?? [])
}

private func contentContext(
    _ content: Representation, of directions: Directions, hiding hidden: Set<Position> = [], _ table: SchemaTable
) -> Context {
    let type =
        content.schema.map { table.type(of: $0) } ?? content.itemSchema.map { "a sequence of " + table.type(of: $0) } ?? "any value"
    var context = Context(.mediaType, table.prose.code(content.name))
    context.set(.type, type)
    context.set(.rows, content.schema.map { table.rows(of: $0) } ?? [])
    let shown = content.examples.filter { example in example.value.map { !hidden.contains($0.position) } ?? true }
    let examples = shown.compactMap { exampleContext($0, of: content, table) }
    context.set(.examples, examples + madeExample(for: content, of: directions, table))
    return context
}

/// A value for content whose schema has no page to show one, where the document has none.
private func madeExample(for content: Representation, of directions: Directions, _ table: SchemaTable) -> [Context] {
    guard content.examples.isEmpty, content.mediaType.coding == .json, let id = content.schema, table.isInlineObject(id),
        case let example = ExampleSynthesis.example(for: id, in: table.api.schemas, for: directions), example.value != nil
    else { return [] }
    var context = Context(.note, "For example")
    context.set(.sample, example.shown(table.prose))
    return [context]
}

private func exampleContext(_ example: NamedExample, of content: Representation, _ table: SchemaTable) -> Context? {
    guard let value = example.value?.value else {
        guard let link = example.externalValue.flatMap({ webLink("an example elsewhere", to: $0) }) else { return nil }
        var context = Context(.note, link)
        context.set(.sample, "")
        return context
    }
    let name = example.name.map { "Example " + MarkdownText.name($0) } ?? "For example"
    var context = Context(.note, example.summary.map { table.prose.line($0) } ?? name)
    if let text = table.api.xml.text(of: value, in: content) {
        context.set(.sample, MarkdownText.example(text, language: "xml"))
    } else if case .string(let text) = value, content.mediaType.coding != .json {
        context.set(.sample, MarkdownText.example(text))
    } else {
        context.set(.sample, MarkdownText.example(value.layout(), language: "json"))
    }
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

/// What lets a caller in: alternatives, each with all the schemes that it asks for together.
private func requirementLines(of endpoint: Endpoint, in about: About, _ prose: Prose) -> [String] {
    let hidden = Set(about.securitySchemes.filter(\.isInternal).map(\.name))
    return endpoint.operation.security.compactMap { requirement in
        if requirement.schemes.isEmpty { return "nothing" }
        guard requirement.schemes.allSatisfy({ !hidden.contains($0.name) }) else { return nil }
        let schemes = requirement.schemes.map { scheme in
            let known = about.securitySchemes.first { $0.name == scheme.name }
            let scopes = scheme.scopes.isEmpty ? "" : " with " + scheme.scopes.map(prose.code).joined(separator: ", ")
            return prose.link(known?.displayName ?? scheme.name, to: .authentication) + scopes
        }
        return schemes.joined(separator: " and ")
    }
}

private func sampleContext(_ sample: Sample) -> Context {
    var context = Context(.title, MarkdownText.name(sample.title))
    context.set(.sample, MarkdownText.fenced(sample.source.trimmed, language: sample.language))
    return context
}
