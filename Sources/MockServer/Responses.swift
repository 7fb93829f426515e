import APIModel
import APIRuntime
import Generator
import HTTPTypes

extension MockOperation {
    /// Returns a documented response, in the media type that the caller prefers.
    ///
    /// - Parameter accept: The media types that the caller accepts.
    func response(
        _ chosen: ChosenOutcome, accepting accept: AcceptedMediaTypes, _ preferences: Preferences
    ) throws(MockProblem) -> ServerResponse {
        let representations = chosen.outcome.response.representations
        var response = ServerResponse.empty(chosen.status)
        if !representations.isEmpty {
            let best = accept.best(of: representations.map(\.name))
            guard let representation = representations.first(where: { $0.name == best }) else {
                throw .notAcceptable(representations.map(\.name))
            }
            response = try body(of: Content(representation), status: chosen.status, preferences) ?? response
        } else if let example = preferences.example {
            throw .noExample(example, "")
        }
        addHeaders(of: chosen.outcome, to: &response)
        if endpoint.operation.isDeprecated, let name = HTTPField.Name("Deprecation") { response.headers[name] = "true" }
        return response
    }

    private func addHeaders(of outcome: Outcome, to response: inout ServerResponse) {
        for header in outcome.response.headers where header.name.lowercased() != "content-type" {
            let given = options.ignoresExamples ? nil : header.examples.first?.value?.value
            let made = header.schema.flatMap { ExampleSynthesis.value(for: $0, in: model.api, for: .responses) }
            guard let value = given ?? made else { continue }
            let isJSON = header.content?.coding == .json
            response.header(header.name, value.atRuntime, explode: header.style?.explode ?? false, isJSON: isJSON)
        }
    }

    /// Returns the response with a body; `nil` if the document has neither an example nor a schema for it.
    private func body(
        of content: Content, status: Int, _ preferences: Preferences
    ) throws(MockProblem) -> ServerResponse? {
        let name = content.representation.name
        guard let value = try value(of: content, preferences) else { return nil }
        if content.coding == .json { return .offering([name]) { .json(status, value.atRuntime, as: $0) } }
        guard let example = BodyExample(content, in: model.api, value) else { throw .notText(name) }
        switch example {
        case .json(let value): return .offering([name]) { .json(status, value.atRuntime, as: $0) }
        case .form(let value): return .form(status, value.atRuntime)
        case .xml(_, let text), .text(let text): return .offering([name]) { .bytes(status, HTTPBody(text), as: $0) }
        case .multipart(let value): return .multipart(status, MultipartParts(value), as: name)
        }
    }

    /// Returns the value of a body: the example that is asked for, else the document's first, else one made from the schema.
    private func value(of content: Content, _ preferences: Preferences) throws(MockProblem) -> APIModel.JSONValue? {
        let representation = content.representation
        if let name = preferences.example {
            guard let example = representation.examples.first(where: { $0.name == name })?.value else {
                throw .noExample(name, representation.name)
            }
            return example.value
        }
        if preferences.isDynamic ?? options.isDynamic, let schema = representation.item ?? representation.schema {
            let variation = Int.random(in: 1...10_000)
            if let value = ExampleSynthesis.variant(variation, for: schema, in: model.api, for: .responses) { return value }
        }
        let given = options.ignoresExamples ? nil : content.givenExample
        return given ?? content.madeExample(in: model.api, for: .responses) ?? content.madeExample(in: model.api)
    }
}
