import APIModel

/// The operations of a model, with the types of what they send and receive.
struct OperationLines {
    private let api: API
    private let types: TypeLines

    init(_ api: API) {
        self.api = api
        types = TypeLines(api)
    }

    private var endpoints: [Endpoint] { api.endpoints + api.webhooks }

    var lines: [String] { endpoints.flatMap(lines) }

    /// How parameters are written, with every default of the specification.
    var serialization: [String] {
        endpoints.flatMap { endpoint in
            endpoint.parameters.map { "\(endpoint.name.name) \($0.parameter.name): \(text(of: $0.parameter.serialization))" }
        }
    }

    /// Who may call each operation, and where.
    var access: [String] {
        endpoints.map { endpoint in
            let security = endpoint.operation.security.map { alternative in
                let schemes = alternative.schemes.map { ([$0.name] + $0.scopes).joined(separator: " ") }
                return schemes.isEmpty ? "anybody" : schemes.joined(separator: " and ")
            }
            let servers = endpoint.operation.servers.map(\.defaultURL).joined(separator: " ")
            return "\(endpoint.name.name): \(security.isEmpty ? "anybody" : security.joined(separator: " or ")) at \(servers)"
        }
    }

    /// The greatest number of bytes of the body of each operation.
    var limits: [String] {
        endpoints.map { endpoint in
            let limit = endpoint.body?.maximumBytes(in: api.schemas)
            return "\(endpoint.name.name): \(limit.map { "\($0) bytes" } ?? "open")"
        }
    }

    /// What the function of each operation throws.
    var errors: [String] {
        endpoints.map { endpoint in
            let error =
                switch endpoint.error {
                case .undocumented: "the call's"
                case .alias(let name, let other): "\(name.name) = \(other.error.name) of \(other.function.name)"
                case .declared(let name, let failures, let isShared):
                    name.name + " { "
                        + failures.map { "\($0.name.name) (\($0.response.status.text): \($0.documentation))" }
                        .joined(separator: ", ") + " }" + (isShared ? " shared" : "")
                }
            return "\(endpoint.name.name): \(error)"
        }
    }

    private func lines(of endpoint: Endpoint) -> [String] {
        let operation = endpoint.operation
        let parameters = endpoint.parameters.map { parameter in
            let value = parameter.defaultValue.map { " = " + types.spelling($0) } ?? ""
            let wireName = parameter.name.name == parameter.parameter.name ? "" : " " + quoted(parameter.parameter.name)
            return
                "  \(parameter.name.name)\(wireName): \(types.spelling(parameter.type))\(value) (\(parameter.parameter.location.rawValue))"
        }
        return ["\(endpoint.name.name): \(operation.method) \(operation.path)"] + parameters
            + (endpoint.body.map { [line(of: $0)] } ?? [])
            + endpoint.outcomes.map(line) + (endpoint.accept.map { ["  accept" + text(of: $0)] } ?? [])
    }

    private func line(of body: EndpointBody) -> String {
        let contents = text(of: body.content, choice: body.choiceName)
        return "  \(body.name.name): \(contents)\(body.isRequired ? "" : " (optional)")" + text(of: body.mediaTypes)
    }

    private func line(of outcome: Outcome) -> String {
        let headers = outcome.headers.map { "\($0.name.name): \(types.spelling($0.type))" }
        let parts = headers + (outcome.contents.isEmpty ? [] : [text(of: outcome.contents, choice: outcome.choiceName)])
        let structure = outcome.structureName.map { " \($0.name)" } ?? ""
        return
            "  \(outcome.response.status.text) \(outcome.name.name)\(structure): \(parts.isEmpty ? "nothing" : parts.joined(separator: ", "))"
    }

    /// The type and coding of a body, or what its enum has cases for.
    private func text(of contents: [Content], choice: Identifier?) -> String {
        let texts = contents.map { content in
            var codings = content.representations.map { "\($0.mediaType.coding)" }
            if !content.hasSeveralCodings { codings = [codings[0]] }
            return "\(codings.joined(separator: "/")) \(types.spelling(content.type))"
        }
        guard let choice else { return texts.joined(separator: " | ") }
        return "\(choice.name) { " + zip(contents, texts).map { "\($0.name.name): \($1)" }.joined(separator: ", ") + " }"
    }

    /// How callers choose between media types.
    private func text(of choice: MediaTypeChoice?) -> String {
        switch choice {
        case nil: ""
        case .text(let usual): " as any, \(usual)"
        case .listed(let listed):
            " as \(listed.name.name) { "
                + (listed.cases.map { "\($0.name.name): \($0.mediaType)" } + (listed.otherCase.map { [$0.name] } ?? []))
                .joined(separator: ", ") + " }"
        }
    }

    private func text(of serialization: Serialization) -> String {
        switch serialization {
        case .content(let mediaType): mediaType.text
        case .style(let style):
            "\(style.style.rawValue) \(style.shape.rawValue)" + (style.explode ? ", exploded" : "")
                + (style.allowsReserved ? ", reserved" : "") + (style.allowsEmptyValue ? ", empty" : "")
        }
    }
}
