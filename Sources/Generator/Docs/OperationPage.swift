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
    context.set(.samples, success.map { [sampleContext($0, api, prose)] } ?? [])
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

/// The 2xx answer: what the document says before its sample, and the sample.
private func sampleContext(_ outcome: Outcome, _ api: API, _ prose: Prose) -> Context {
    var context = Context(.description, prose.block(outcome.documentation))
    if let representation = outcome.content?.representation, let example = representation.examples.first?.value {
        context.set(.example, MarkdownText.example(api.xml.text(of: example.value, in: representation) ?? example.layout))
    }
    return context
}

/// What the document says about answers other than success, unless it only repeats their status.
private func failureNotes(of endpoint: Endpoint, _ api: API, _ prose: Prose) -> [Context] {
    endpoint.failures.compactMap { outcome in
        let text = outcome.documentation.trimmed
        let example = outcome.exampleOfFailure
        let repeatsStatus = text.lowercased() == reasonPhrase(of: outcome.response.status).lowercased()
        guard !text.isEmpty, !repeatsStatus || example != nil else { return nil }
        var context = Context(.description, repeatsStatus ? "" : prose.block(text))
        let shown = example.map { example in
            outcome.content.flatMap { api.xml.text(of: example.value, in: $0.representation) } ?? example.layout
        }
        context.set(.example, shown.map { MarkdownText.example($0) } ?? "")
        return context
    }
}

extension Outcome {
    /// What the operation's page shows of an answer other than success; without words before it there is nothing.
    var exampleOfFailure: SourceValue? {
        documentation.trimmed.isEmpty ? nil : content?.representation.examples.first?.value
    }
}

private func messageContext(_ status: StatusPattern) -> Context {
    let phrase = reasonPhrase(of: status).uppercased()
    let code = status == .default ? "default" : status.text
    return Context(.line, code + (phrase.isEmpty ? "" : " " + phrase) + " : " + (status.isSuccess ? "(Success)" : "(Fail)"))
}
