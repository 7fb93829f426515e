import APIModel
import Templating

/// The values of an operation's page.
func operationPageContext(_ endpoint: Endpoint, _ api: API, _ pages: Pages) -> Context {
    let prose = Prose(pages: pages, folder: "")
    let operation = endpoint.operation
    let summary = operation.summary ?? endpoint.name.name
    let success = endpoint.successes.first
    var context = Context(.title, MarkdownText.line(summary))
    context.set(.summary, MarkdownText.frontMatter("API | " + summary))
    context.set(.sentence, MarkdownText.frontMatter(operation.pathDescription ?? operation.firstSentence ?? summary))
    context.set(.description, prose.block(operation.description))
    context.set(.cell, MarkdownText.cell(summary))
    context.set(.url, MarkdownText.cell(operation.path.replacing("{", with: "[").replacing("}", with: "]")))
    context.set(.method, MarkdownText.cell(operation.method))
    context.set(.security, MarkdownText.cell(securityName(of: endpoint, in: api.about)))
    context.set(.headers, headerRows(of: endpoint, in: api, prose))
    context.set(.inputs, parameterRows(of: endpoint, in: api.schemas, prose))
    if let body = operation.requestBody { context.set(.body, [requestBodyContext(body, api.schemas, prose)]) }
    let keywords = keywordRows(of: success, in: api.schemas, prose)
    context.set(.keywords, keywords.rows)
    context.set(.enumerations, keywords.enumerations)
    context.set(.responseHeaders, success.map { responseHeaderRows($0, prose) } ?? [])
    context.set(.note, MarkdownText.line(success?.content?.representation.examples.first?.summary ?? ""))
    context.set(.sample, MarkdownText.fenced(curlSample(of: endpoint, in: api)))
    context.set(.samples, success.map { [successContext($0, api, prose)] } ?? [])
    context.set(.notes, failureNotes(of: endpoint, api, prose))
    context.set(.responses, endpoint.outcomes.map { messageContext($0.response.status) })
    return context
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

extension String {
    /// Without line breaks and spaces at its ends.
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}

/// What the document says of the successful response, and its examples.
private func successContext(_ outcome: Outcome, _ api: API, _ prose: Prose) -> Context {
    var context = Context(.description, prose.block(outcome.documentation))
    let examples = outcome.content?.representation.valueExamples ?? []
    context.set(.examples, examples.map { exampleContext($0, of: outcome, isTitled: examples.count > 1, api, prose) })
    return context
}

/// What the document says of other responses, unless it only repeats their status, and their examples.
private func failureNotes(of endpoint: Endpoint, _ api: API, _ prose: Prose) -> [Context] {
    endpoint.failures.compactMap { outcome in
        let text = outcome.documentation.trimmed
        let examples = outcome.examplesOfFailure
        let repeatsStatus = text.lowercased() == reasonPhrase(of: outcome.response.status).lowercased()
        guard !text.isEmpty, !repeatsStatus || !examples.isEmpty else { return nil }
        var context = Context(.description, repeatsStatus ? "" : prose.block(text))
        let isTitled = repeatsStatus || examples.count > 1
        context.set(.examples, examples.map { exampleContext($0, of: outcome, isTitled: isTitled, api, prose) })
        return context
    }
}

/// An example below a heading with its status and its name, where nothing else says which one it is.
private func exampleContext(
    _ example: NamedExample, of outcome: Outcome, isTitled: Bool, _ api: API, _ prose: Prose
) -> Context {
    let name = example.summary ?? example.name
    let title = statusName(outcome.response.status) + (name.map { ": " + prose.line($0) } ?? "")
    var context = Context(.title, isTitled ? title : "")
    let shown = outcome.content.flatMap { content in
        example.value.map { ShownExample($0, in: content.representation, of: api) }
    }
    context.set(.sample, shown.map { MarkdownText.example($0.text) } ?? "")
    return context
}

extension Representation {
    /// The examples whose values stand in the document.
    var valueExamples: [NamedExample] { examples.filter { $0.value != nil } }
}

extension Outcome {
    /// The examples of an unsuccessful response that the operation's page shows; none without words before them.
    var examplesOfFailure: [NamedExample] {
        documentation.trimmed.isEmpty ? [] : content?.representation.valueExamples ?? []
    }
}

private func messageContext(_ status: StatusPattern) -> Context {
    let phrase = reasonPhrase(of: status).uppercased()
    let code = status == .default ? "default" : status.text
    return Context(.line, code + (phrase.isEmpty ? "" : " " + phrase) + " : " + (status.isSuccess ? "(Success)" : "(Fail)"))
}
