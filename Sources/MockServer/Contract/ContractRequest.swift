import APIModel
import APIRuntime
import HTTPTypes

/// A request of an operation with the values of the options, of the document's examples or, where it has none, made from its schemas.
struct ContractRequest {
    private(set) var call: OperationCall
    /// What has a value that neither the options nor the document's examples give: names of parameters, and `body`.
    private(set) var inventions: [String] = []
    /// Why the request cannot be sent; `nil` if it can.
    private(set) var problem: String?
    private let endpoint: Endpoint
    private let context: ContractContext

    /// - Parameters:
    ///   - limit: How long the exchange may take.
    ///   - violation: What violates the document on purpose; `nil` for a valid request.
    init(_ endpoint: Endpoint, _ context: ContractContext, within limit: Duration, violating violation: ContractViolation? = nil) {
        self.endpoint = endpoint
        self.context = context
        var configuration = context.configuration
        configuration.timeout = limit
        call = OperationCall(context.model.calledDescription(of: endpoint), configuration)
        for parameter in endpoint.operation.parameters where parameter.isSent {
            if let violation, violation.isOf(parameter) {
                if let value = violation.value { set(parameter, to: value) }
            } else if let value = value(of: parameter) {
                set(parameter, to: value)
            }
        }
        if case .body(let value, _)? = violation { call.body(json: value) } else { setBody() }
    }

    // MARK: Parameters

    private mutating func value(of parameter: ResolvedParameter) -> APIRuntime.JSONValue? {
        if let text = context.options.parameters[parameter.name] {
            return context.model.api.schemas.value(of: .string(text), as: parameter.schema)
        }
        guard parameter.isShown, !isGivenAsField(parameter) else { return nil }
        if parameter.examples.first?.value == nil { inventions.append(parameter.name) }
        return (knownValue(of: parameter, in: context.model.api) ?? .string(parameter.name)).atRuntime
    }

    /// Whether a field of all requests has its value.
    private func isGivenAsField(_ parameter: ResolvedParameter) -> Bool {
        parameter.location == .header && HTTPField.Name(parameter.name).map { context.options.headers.contains($0) } ?? false
    }

    private mutating func set(_ parameter: ResolvedParameter, to value: APIRuntime.JSONValue) {
        switch parameter.location {
        case .path: call.path(parameter.name, value)
        case .query: call.query(parameter.name, value)
        case .header: call.header(parameter.name, value)
        case .cookie: call.cookie(parameter.name, value)
        case .querystring: call.querystring(parameter.name, value)
        }
    }

    // MARK: Body

    private mutating func setBody() {
        guard let body = endpoint.body, let content = body.content.first else { return }
        if content.givenExample == nil { inventions.append("body") }
        let mediaType = content.representation.mediaType.sent
        switch BodyExample.sample(content, in: context.model.api) {
        case .json(let value)?: call.body(json: value.atRuntime, as: mediaType)
        case .form(let value)?: call.body(form: value.atRuntime)
        case .multipart(let value)?:
            guard case .multipart(let form) = BodyExample.multipart(value).encoded(as: content) else { return }
            call.body(multipart: MultipartParts(form, encodings: content.representation.encodings), as: mediaType)
        case .xml(_, let text)?: call.body(bytes: HTTPBody(text), as: mediaType)
        case .text(let text)? where content.coding == .text: call.body(text: text, as: mediaType)
        case .text(let text)?: call.body(bytes: HTTPBody(text), as: mediaType)
        // Bytes that nothing is known about are as good as any others.
        case nil where content.coding == .bytes: call.body(bytes: HTTPBody("bytes"), as: mediaType)
        case nil: if body.isRequired { problem = "no valid body was found" }
        }
    }
}

extension MediaTypeName {
    /// The media type of a request; a range has a default.
    fileprivate var sent: String { isRange ? defaultMediaType : text }
}

extension MultipartParts {
    /// Creates the parts of a form, one for each element of an array, in the media types that the document gives them
    /// (OpenAPI 3.1.1, section 4.8.15).
    init(_ form: APIModel.JSONValue, encodings: [PartEncoding] = []) {
        self.init(
            form.pairs.map { name, text in
                let types = encodings.first { $0.property == name }?.contentType
                let type = types?.split(separator: ",").first.map { String($0.filter { $0 != " " }) }
                let isText = if case .string? = form[name] { true } else { false }
                let isJSON = type.map { ContentCoding(named: $0) == .json } ?? false
                let body = isJSON && isText ? form[name]?.compactText ?? text : text
                return MultipartPart(name: name, mediaType: type?.contains("*") == true ? nil : type, body: HTTPBody(body))
            })
    }
}
