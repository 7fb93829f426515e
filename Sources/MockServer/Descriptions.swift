import APIModel
import APIRuntime

extension MockModel {
    /// The description of an operation for the router. Values are validated and responses negotiated by the mock.
    func servedDescription(of endpoint: Endpoint) -> APIOperation {
        let responses = endpoint.operation.responses.map { response in
            ResponseDescription(response.status.text, encoding: encoding(of: response.representations))
        }
        return description(of: endpoint, responses, more: Preferences.parameters)
    }

    /// The description of an operation for a client, which reads what its responses have. Values are validated by the caller.
    func calledDescription(of endpoint: Endpoint) -> APIOperation {
        let responses = endpoint.operation.responses.map { response in
            ResponseDescription(
                response.status.text, response.representations.map(\.name), headers: response.headers.map { Parameter($0) },
                encoding: encoding(of: response.representations))
        }
        return description(of: endpoint, responses)
    }

    private func description(
        of endpoint: Endpoint, _ responses: [ResponseDescription], more parameters: [Parameter] = []
    ) -> APIOperation {
        let operation = endpoint.operation
        let body = operation.requestBody.map { body in
            RequestBodyDescription(
                body.representations.map(\.name), required: body.isRequired, encoding: encoding(of: body.representations))
        }
        return APIOperation(
            id: endpoint.name.name, method: operation.method, path: operation.path,
            parameters: endpoint.parameters.map { Parameter($0.parameter) } + parameters, requestBody: body, responses: responses,
            security: operation.security.map { alternative in
                // A certificate is the business of whoever stands in front of a service.
                alternative.schemes.filter { !isMutualTLS($0.name) }.map { .init($0.name, scopes: $0.scopes) }
            },
            deprecated: operation.isDeprecated)
    }

    /// The serialization of the properties of a form.
    private func encoding(of representations: [Representation]) -> [Parameter] {
        let form = representations.first { $0.mediaType.coding == .form }
        return (form?.encodings ?? []).compactMap { encoding in
            switch encoding.serialization {
            case nil: nil
            case .style(let style): Parameter(encoding.property, in: .query, style: style)
            case .content(let mediaType):
                Parameter(encoding.property, in: .query, content: mediaType.text, shape: encoding.isOfItems ? .array : .any)
            }
        }
    }
}

extension MockModel {
    private func isMutualTLS(_ name: String) -> Bool {
        api.about.securitySchemes.contains { $0.name == name && $0.kind == .mutualTLS }
    }
}

extension Parameter {
    fileprivate init(_ parameter: ResolvedParameter) {
        let location = APIRuntime.ParameterLocation(rawValue: parameter.location.rawValue) ?? .query
        switch parameter.serialization {
        case .content(let mediaType):
            self.init(parameter.name, in: location, required: parameter.isRequired, content: mediaType.text)
        case .style(let style): self.init(parameter.name, in: location, required: parameter.isRequired, style: style)
        }
    }

    fileprivate init(
        _ name: String, in location: APIRuntime.ParameterLocation, required: Bool = false, style: SerializationStyle
    ) {
        let shape: APIRuntime.ParameterShape =
            switch style.shape {
            case .primitive: .primitive
            case .array: .array
            case .object: .object
            }
        let explodesNames = style.explode && (style.style == .form || style.style == .cookie)
        self.init(
            name, in: location, required: required, style: APIRuntime.ParameterStyle(rawValue: style.style.rawValue),
            explode: style.explode, shape: shape, properties: explodesNames ? style.properties : nil,
            allowReserved: style.allowsReserved, allowEmptyValue: style.allowsEmptyValue)
    }
}

extension APIRuntime.SecurityScheme {
    init(_ scheme: APIModel.SecurityScheme) {
        let kind: Kind =
            switch scheme.kind {
            case .apiKey(let name, let location):
                .apiKey(in: APIRuntime.ParameterLocation(rawValue: location.rawValue) ?? .header, name: name)
            case .http(let word, _): .http(word)
            case .mutualTLS: .mutualTLS
            case .oauth2: .oauth2()
            case .openIDConnect(let url): .openIDConnect(url: url)
            }
        self.init(scheme.name, kind)
    }
}
