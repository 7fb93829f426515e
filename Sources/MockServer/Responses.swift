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
            let content = Content(representation)
            let value = try value(of: content, preferences)
            let narrowed = try content.narrowed(
                to: accept, for: value, among: representations.map(\.name), in: model.api.schemas)
            response = try body(of: narrowed, value, status: chosen.status)
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

    /// Returns the response with a body.
    private func body(of content: Content, _ value: APIModel.JSONValue?, status: Int) throws(MockProblem) -> ServerResponse {
        let name = content.representation.name
        guard let value = value ?? content.sample else { throw .noValue(of: name) }
        if content.coding == .json { return .json(status, value.atRuntime, as: name) }
        if ContentCoding(named: name) == .xml, !value.isScalar,
            model.api.xml.text(of: value, as: content.representation.schema) == nil
        {
            return .bytes(status, HTTPBody(model.api.xml.text(ofUndescribed: value)), as: name)
        }
        guard let example = BodyExample(content, in: model.api, value) else { throw .notText(name) }
        switch example {
        case .json(let value): return .json(status, value.atRuntime, as: name)
        case .form(let value): return .form(status, value.atRuntime)
        case .xml(_, let text), .text(let text): return .bytes(status, HTTPBody(text), as: name)
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
            ?? alternative(of: content)
    }

    /// Returns a value of the first alternative that has one, for a schema of which no value is valid: most schemas with
    /// `oneOf` whose values are valid for several alternatives do not mean it.
    private func alternative(of content: Content) -> APIModel.JSONValue? {
        guard let schema = content.representation.schema else { return nil }
        let alternatives = model.api.schemas.form(schema).alternatives?.list ?? []
        return alternatives.prefix(8).lazy.compactMap {
            ExampleSynthesis.value(for: $0.schema, in: model.api, for: .responses)
        }.first
    }
}
