import APIModel
import Printing
import Templating

/// The values of an operation's page.
func operationPageTemplate(_ endpoint: Endpoint, _ api: API, _ pages: Pages) -> OperationPageTemplate {
    let prose = Prose(pages: pages, folder: "")
    let operation = endpoint.operation
    let summary = operation.summary ?? endpoint.name.name
    let success = endpoint.successes.first
    let hasTabs = pages.dialect == .site
    return OperationPageTemplate(
        summary: MarkdownText.frontMatter("API | " + summary),
        sentence: MarkdownText.frontMatter(operation.pathDescription ?? operation.firstSentence ?? summary),
        title: MarkdownText.line(summary), description: prose.block(operation.description), cell: MarkdownText.cell(summary),
        url: MarkdownText.cell(operation.path.replacing(UInt8(ascii: "{"), with: "[").replacing(UInt8(ascii: "}"), with: "]")),
        method: MarkdownText.cell(operation.method), security: MarkdownText.cell(securityName(of: endpoint, in: api.about)),
        headers: headerRows(of: endpoint, in: api, prose), inputs: parameterRows(of: endpoint, in: api.schemas, prose),
        body: operation.requestBody.map { requestBodyTemplate($0, api.schemas, prose) },
        keywords: keywordTables(of: success?.content?.representation.schema, in: api.schemas, prose),
        responseHeaders: success.map { responseHeaderRows($0, prose) } ?? [],
        note: MarkdownText.line(success?.content?.representation.examples.first?.summary ?? ""),
        sample: hasTabs ? "" : MarkdownText.fenced(curlSample(of: endpoint, in: api)),
        tabs: hasTabs ? samples(of: endpoint, api).map { sampleTemplate($0, title: MarkdownText.tabTitle($0.title)) } : [],
        success: success.map { successTemplate($0, api, prose) },
        notes: failureNotes(of: endpoint, api, prose),
        responses: endpoint.outcomes.map { Line(line: message(on: $0.response.status, of: endpoint)) })
}

extension ResolvedOperation {
    /// The path template, or the name of a webhook.
    var shownPath: String { place.name ?? path }

    /// The description up to its first full stop.
    fileprivate var firstSentence: String? {
        guard let description, let end = description.firstIndex(where: { $0 == "." || $0.isNewline }) else { return description }
        return String(description[..<end])
    }
}

/// The description of the successful response, and its examples.
private func successTemplate(_ outcome: Outcome, _ api: API, _ prose: Prose) -> OperationPageTemplate.Response {
    let examples = outcome.content?.representation.valueExamples ?? []
    return OperationPageTemplate.Response(
        description: prose.block(outcome.documentation),
        examples: examples.map { exampleTemplate($0, of: outcome, isTitled: examples.count > 1, api, prose) })
}

/// The descriptions of other responses, unless they only repeat the status, and their examples.
private func failureNotes(of endpoint: Endpoint, _ api: API, _ prose: Prose) -> [OperationPageTemplate.Response] {
    endpoint.failures.compactMap { outcome in
        let text = outcome.documentation.trimmed
        let examples = outcome.examplesOfFailure
        let repeatsStatus = text.lowercased() == reasonPhrase(of: outcome.response.status).lowercased()
        guard !text.isEmpty, !repeatsStatus || !examples.isEmpty else { return nil }
        let isTitled = repeatsStatus || examples.count > 1
        return OperationPageTemplate.Response(
            description: repeatsStatus ? "" : prose.block(text),
            examples: examples.map { exampleTemplate($0, of: outcome, isTitled: isTitled, api, prose) })
    }
}

/// An example below a heading with its status and its name, if there are several.
private func exampleTemplate(
    _ example: NamedExample, of outcome: Outcome, isTitled: Bool, _ api: API, _ prose: Prose
) -> OperationPageTemplate.Sample {
    let name = example.summary ?? example.name
    let title = statusName(outcome.response.status) + (name.map { ": " + prose.line($0) } ?? "")
    let shown = outcome.content.flatMap { content in
        example.value.map { ShownExample($0, in: content.representation, of: api) }
    }
    return OperationPageTemplate.Sample(
        title: isTitled ? title : "", sample: shown.map { MarkdownText.example($0.text) } ?? "")
}

extension Representation {
    /// The examples whose values are in the document.
    var valueExamples: [NamedExample] { examples.filter { $0.value != nil } }
}

extension Outcome {
    /// The examples of an unsuccessful response that the operation's page shows; none without words before them.
    var examplesOfFailure: [NamedExample] {
        documentation.trimmed.isEmpty ? [] : content?.representation.valueExamples ?? []
    }
}

private func message(on status: StatusPattern, of endpoint: Endpoint) -> String {
    let phrase = reasonPhrase(of: status).uppercased()
    let code = status == .default ? "default" : status.text
    let isSuccess = endpoint.successes.contains { $0.response.status == status }
    return code + (phrase.isEmpty ? "" : " " + phrase) + " : " + (isSuccess ? "(Success)" : "(Fail)")
}
