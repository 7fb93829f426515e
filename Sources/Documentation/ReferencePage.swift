import APIModel
import Diagnostics
import Printing
import Templating

/// The values of the page of an operation's details.
func referencePageTemplate(_ index: Int, _ page: Page, _ api: API, _ pages: Pages) -> ReferencePageTemplate {
    let endpoint = api.endpoints[index]
    let prose = Prose(pages: pages, folder: page.folder)
    // Only plain pages have an overview beside them, which shows these examples.
    let isPlain = pages.dialect == .plain
    let overview = isPlain ? pages.operations[index].map { prose.link("overview", to: $0) } : nil
    let details = detailsTemplate(
        of: endpoint, hiding: isPlain ? pages.commonExamples : [], link: overview ?? "", api, prose)
    return referencePageTemplate(
        endpoint.operation, details, samples(of: endpoint, api).map { sampleTemplate($0, title: MarkdownText.name($0.title)) },
        pages)
}

/// The values of the page of a webhook, which is an operation without a function in the generated client.
func webhookPageTemplate(_ operation: ResolvedOperation, _ page: Page, _ api: API, _ pages: Pages) -> ReferencePageTemplate {
    let prose = Prose(pages: pages, folder: page.folder)
    let details = detailsTemplate(operation, hiding: [], call: "", link: "", requirements: nil, api, prose)
    return referencePageTemplate(operation, details, [], pages)
}

private func referencePageTemplate(
    _ operation: ResolvedOperation, _ details: DetailsTemplate, _ samples: [OperationPageTemplate.Sample], _ pages: Pages
) -> ReferencePageTemplate {
    let name = operation.summary ?? operation.operationID ?? "\(operation.method) \(operation.shownPath)"
    return ReferencePageTemplate(
        frontMatter: frontMatter(title: name + " – details", in: pages), title: MarkdownText.name(name),
        isDeprecated: operation.isDeprecated, details: details, samples: samples)
}

/// The values of what an operation's page in the house layout does not show.
///
/// - Parameters:
///   - hidden: The positions of examples that the page in the house layout shows.
///   - link: The link to that page.
func detailsTemplate(
    of endpoint: Endpoint, hiding hidden: Set<Position>, link: String, _ api: API, _ prose: Prose
) -> DetailsTemplate {
    detailsTemplate(
        endpoint.operation, hiding: hidden, call: prose.code(endpoint.clientFunction), link: link,
        requirements: requirementLines(of: endpoint, in: api.about, prose), api, prose)
}

/// - Parameter requirements: The credentials of which a request must have one; `nil` where none are shown.
private func detailsTemplate(
    _ operation: ResolvedOperation, hiding hidden: Set<Position>, call: String, link: String, requirements: [String]?, _ api: API,
    _ prose: Prose
) -> DetailsTemplate {
    let table = SchemaTable(api: api, prose: prose)
    let isWhole = prose.folder == "Webhooks" || prose.pages.dialect == .docC
    let notes = [prose.line(operation.pathSummary), webLink(to: operation.externalDocs) ?? ""]
    let requirements = requirements ?? []
    return DetailsTemplate(
        request: prose.code("\(operation.method) \(operation.shownPath)"), name: operation.operationID.map(prose.code) ?? "",
        call: call, link: link, description: isWhole ? prose.section(operation.description) : "",
        notes: [Line](notes.filter { !$0.isEmpty }), security: requirements.count == 1 ? requirements[0] : "",
        requirements: requirements.count == 1 ? [] : [Line](requirements),
        servers: serverTables(operation.hasOwnServers ? operation.servers : [], prose),
        inputs: operation.parameters.map { parameterRow($0, isDescribed: isWhole, table) },
        body: operation.requestBody.map { bodyTemplate($0, table) },
        responses: operation.responses.map { responseTemplate($0, hiding: hidden, table) },
        callbacks: operation.callbacks.flatMap { callback in callback.operations.map { callbackTemplate($0, of: callback, table) } }
    )
}

private func parameterRow(
    _ parameter: ResolvedParameter, isDescribed: Bool, _ table: SchemaTable
) -> DetailsTemplate.Parameter {
    let anchor = "parameter-\(parameter.location.rawValue)-\(parameter.name)"
    let details = parameter.schema.map { table.details(of: $0, description: isDescribed ? parameter.description ?? "" : "") } ?? ""
    return DetailsTemplate.Parameter(
        name: table.prose.place(parameter.name, anchor: anchor), kind: parameter.location.rawValue,
        type: parameter.schema.map { table.type(of: $0) } ?? "string", required: parameter.isRequired ? "yes" : "no",
        description: (parameter.isDeprecated ? "**Deprecated.** " : "") + details)
}

private func bodyTemplate(_ body: ResolvedBody, _ table: SchemaTable) -> DetailsTemplate.Body {
    DetailsTemplate.Body(
        required: body.isRequired ? "Required." : "Optional.",
        contents: contents(body.representations, of: .requests, heading: "Example", anchor: "request", table))
}

/// - Parameter hidden: The positions of examples that the operation's own page shows already.
private func responseTemplate(
    _ response: ResolvedResponse, hiding hidden: Set<Position> = [], _ table: SchemaTable
) -> DetailsTemplate.Response {
    let phrase = reasonPhrase(of: response.status).lowercased()
    let description = response.description ?? ""
    return DetailsTemplate.Response(
        title: statusName(response.status),
        description: description.lowercased() == phrase ? "" : table.prose.section(description),
        headers: response.headers.map { headerRow($0, table) },
        contents: contents(
            response.representations, of: .responses, heading: statusName(response.status), anchor: response.status.text,
            hiding: hidden, table), links: response.links.map { linkTemplate($0, table.prose) })
}

private func headerRow(_ header: ResolvedParameter, _ table: SchemaTable) -> TypedRow {
    let details = header.schema.map { table.details(of: $0, description: header.description ?? "") }
    return TypedRow(
        name: table.prose.code(header.name), type: header.schema.map { table.type(of: $0) } ?? "string",
        required: header.isRequired ? "yes" : "no", description: details ?? table.prose.cell(header.description))
}

private func linkTemplate(_ link: ResolvedLink, _ prose: Prose) -> DetailsTemplate.Link {
    let target = link.operationID.map { id in prose.pages.page(ofOperation: id).map { prose.link(id, to: $0) } ?? prose.code(id) }
    return DetailsTemplate.Link(
        name: prose.code(link.name), link: target ?? link.operationReference.map(prose.code) ?? "",
        description: prose.line(link.description), notes: [Line](passedOn(by: link, prose)))
}

/// What a link passes to the operation that it names.
private func passedOn(by link: ResolvedLink, _ prose: Prose) -> [String] {
    link.parameters.map { "parameter \(prose.code($0.name)): \(prose.code($0.value.shown))" }
        + (link.requestBody.map { ["body: " + prose.code($0.shown)] } ?? [])
        + (link.server.map { ["server: " + prose.code($0.template)] } ?? [])
}

/// The schemas of a body, each with the media types that have it.
///
/// - Parameters:
///   - heading: The start of each example's heading, where there are several.
///   - anchor: The prefix of the anchors of properties.
///   - hidden: The positions of examples that another page or another part of the page shows.
private func contents(
    _ representations: [Representation], of directions: Directions, heading: String, anchor: String,
    hiding hidden: Set<Position> = [], _ table: SchemaTable
) -> [DetailsTemplate.Content] {
    var groups: [[Representation]] = []
    for representation in representations {
        let index = groups.firstIndex { $0[0].hasSameType(as: representation) } ?? groups.endIndex
        if index == groups.endIndex { groups.append([]) }
        groups[index].append(representation)
    }
    return groups.enumerated().map { index, group in
        let anchor = index == 0 ? anchor : "\(anchor)-\(index + 1)"
        let isTitled = group.contains { $0.examples.count > 1 }
        let isRequest = directions == .requests
        let examples = group.flatMap { content in
            content.examples.filter { example in example.value.map { !hidden.contains($0.position) } ?? true }
                .compactMap { exampleTemplate($0, of: content, below: isTitled ? heading : nil, isRequest: isRequest, table) }
        }
        let isShown = group.contains { !$0.examples.isEmpty }
        return DetailsTemplate.Content(
            mediaType: group.map { table.prose.code($0.name) }.joined(separator: ", "), type: type(of: group[0], table),
            tables: group[0].schema.map { table.tables(of: $0, anchor: anchor) } ?? MemberTables(rows: [], alternatives: []),
            examples: isShown ? examples : madeExample(for: group[0], of: directions, table))
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
private func madeExample(for content: Representation, of directions: Directions, _ table: SchemaTable) -> [DetailsTemplate.Example]
{
    guard content.mediaType.coding == .json, let id = content.schema, table.isInlineObject(id),
        case let example = ExampleSynthesis.example(for: id, in: table.api.schemas, for: directions), example.value != nil
    else { return [] }
    let sample = example.shown(table.prose)
    return [DetailsTemplate.Example(title: "", isRequest: directions == .requests, note: "For example", sample: sample)]
}

private func exampleTemplate(
    _ example: NamedExample, of content: Representation, below heading: String?, isRequest: Bool, _ table: SchemaTable
) -> DetailsTemplate.Example? {
    let name = example.summary ?? example.name
    let title = heading.map { $0 + (name.map { ": " + table.prose.line($0) } ?? "") } ?? ""
    guard let value = example.value else {
        return example.externalValue.flatMap { webLink("external example", to: $0) }.map { link in
            DetailsTemplate.Example(title: title, isRequest: isRequest, note: link, sample: "")
        }
    }
    let description = table.prose.section(example.description)
    let introduction = description.isEmpty ? example.summary.map { table.prose.line($0) } ?? "For example" : description
    let shown = ShownExample(value, in: content, of: table.api)
    return DetailsTemplate.Example(
        title: title, isRequest: isRequest, note: heading == nil ? introduction : description,
        sample: MarkdownText.example(shown.text, language: shown.language))
}

private func callbackTemplate(
    _ operation: ResolvedOperation, of callback: ResolvedCallback, _ table: SchemaTable
) -> DetailsTemplate.Callback {
    DetailsTemplate.Callback(
        title: MarkdownText.name(callback.name), request: table.prose.code("\(operation.method) \(callback.expression)"),
        description: table.prose.section(operation.description ?? operation.summary),
        body: operation.requestBody.map { bodyTemplate($0, table) },
        responses: operation.responses.map { responseTemplate($0, table) })
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

func sampleTemplate(_ sample: Sample, title: String) -> OperationPageTemplate.Sample {
    OperationPageTemplate.Sample(
        title: title, sample: MarkdownText.fenced(sample.source.trimmed, language: sample.language))
}
