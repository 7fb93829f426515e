import APIModel

/// A request in one language.
struct Sample {
    let language: String
    let title: String
    let source: String
}

/// The samples of an operation: the document's own in its order, then ours in languages that it has none for.
func samples(of endpoint: Endpoint, _ api: API) -> [Sample] {
    let own = endpoint.operation.codeSamples
    let languages = Set(own.map { canonicalLanguage($0.language) })
    let request = RequestExample(endpoint, in: api)
    let made = [
        ("shell", "curl", request.curl), ("swift", "Swift", swiftSample(of: endpoint, api)),
        ("javascript", "JavaScript", request.javaScript), ("python", "Python", request.python),
    ].filter { !languages.contains($0.0) }
    return own.map { Sample(language: $0.language, title: $0.label ?? $0.language, source: $0.source) }
        + made.map { Sample(language: $0.0, title: $0.1, source: $0.2) }
}

private func canonicalLanguage(_ name: String) -> String {
    switch name.lowercased() {
    case "curl", "bash", "sh", "shell": "shell"
    case "js", "javascript", "node", "nodejs", "typescript": "javascript"
    case "py", "python", "python3": "python"
    case let other: other
    }
}

/// A request that an operation takes, from the document's examples and, where it has none, from its schemas.
struct RequestExample {
    let method: String
    let url: String
    let headers: [(name: String, value: String)]
    let body: BodyExample?

    init(_ endpoint: Endpoint, in api: API) {
        let operation = endpoint.operation
        method = operation.method
        let credentials = credentialExample(of: endpoint, in: api.about)
        let query = queryPairs(of: operation, in: api) + credentials.query
        url =
            serverAddress(of: operation) + path(of: operation, in: api)
            + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        var headers = credentials.headers
        for parameter in operation.parameters where parameter.location == .header && parameter.isSent && parameter.isShown {
            headers.append((parameter.name, oneLine(exampleValue(of: parameter, in: api).plainText)))
        }
        let cookies =
            credentials.cookies
            + operation.parameters.filter { $0.location == .cookie && $0.isShown }.map { parameter in
                "\(parameter.name)=\(URLText.component(exampleValue(of: parameter, in: api).plainText))"
            }
        if !cookies.isEmpty { headers.append(("Cookie", cookies.joined(separator: "; "))) }
        let content = endpoint.body?.content.first
        body = content.flatMap { BodyExample.sample($0, in: api) }
        if let content, let body, !body.namesItsMediaType { headers.append(("Content-Type", content.representation.name)) }
        self.headers = headers
    }
}

extension ResolvedParameter {
    /// Whether a sample sends it: what must be sent, and what the document shows a value for.
    var isShown: Bool {
        isRequired || !examples.isEmpty
    }
}

/// A value for a parameter: the document's, else one that fits, else its name in angle brackets.
func exampleValue(of parameter: ResolvedParameter, in api: API) -> JSONValue {
    if let value = parameter.examples.first?.value { return value.value }
    return parameter.schema.flatMap { ExampleSynthesis.value(for: $0, in: api) } ?? .string("<\(parameter.name)>")
}

/// The first server's URL with its variables' defaults.
private func serverAddress(of operation: ResolvedOperation) -> String {
    oneLine(operation.servers.first?.exampleURL ?? exampleHost)
}

private func path(of operation: ResolvedOperation, in api: API) -> String {
    var path = operation.path
    for parameter in operation.parameters where parameter.location == .path {
        path = path.replacing("{\(parameter.name)}", with: parameter.segment(of: exampleValue(of: parameter, in: api)))
    }
    return oneLine(path)
}

extension ResolvedParameter {
    /// A value as it stands in a path (RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7).
    fileprivate func segment(of value: JSONValue) -> String {
        let explode = style?.explode == true
        let parts: [String]
        switch value {
        case .array(let elements): parts = elements.map { URLText.component($0.plainText) }
        case .object(let members):
            parts = members.map { URLText.component($0.name) + (explode ? "=" : ",") + URLText.component($0.value.plainText) }
        default: parts = [URLText.component(value.plainText)]
        }
        let name = URLText.component(name)
        switch style?.style {
        case .label: return "." + parts.joined(separator: explode ? "." : ",")
        case .matrix:
            if !explode { return ";\(name)=" + parts.joined(separator: ",") }
            if case .object = value { return ";" + parts.joined(separator: ";") }
            return parts.map { ";\(name)=\($0)" }.joined()
        default: return parts.joined(separator: ",")
        }
    }
}

private func queryPairs(of operation: ResolvedOperation, in api: API) -> [String] {
    operation.parameters.filter { [.query, .querystring].contains($0.location) && $0.isShown }.flatMap { parameter -> [String] in
        let name = URLText.component(parameter.name)
        let value = exampleValue(of: parameter, in: api)
        let style = parameter.style?.style
        let explode = parameter.style?.explode == true
        if parameter.location == .querystring { return [wholeQuery(value, as: parameter.content)] }
        switch value {
        case .object(let members) where style == .form && explode:
            return members.map { "\(URLText.component($0.name))=\(URLText.component($0.value.plainText))" }
        case .object(let members) where style == .deepObject:
            return members.map { "\(name)[\(URLText.component($0.name))]=\(URLText.component($0.value.plainText))" }
        case .array(let elements) where explode:
            return elements.map { "\(name)=\(URLText.component($0.plainText))" }
        case .array(let elements) where style == .spaceDelimited || style == .pipeDelimited:
            let separator = style == .spaceDelimited ? "%20" : "%7C"
            return ["\(name)=" + elements.map { URLText.component($0.plainText) }.joined(separator: separator)]
        case let value: return ["\(name)=\(URLText.component(value.plainText))"]
        }
    }
}

/// OpenAPI 3.2, section 4.12.2: the value is the whole query, in its media type.
private func wholeQuery(_ value: JSONValue, as mediaType: MediaTypeName?) -> String {
    if mediaType?.coding == .form, !value.pairs.isEmpty {
        return value.pairs.map { "\(URLText.component($0.name))=\(URLText.component($0.value))" }.joined(separator: "&")
    }
    return URLText.component(mediaType?.coding == .json ? value.literal(.json) : value.plainText)
}

private typealias CredentialExample = (headers: [(name: String, value: String)], query: [String], cookies: [String])

/// What the first public scheme wants to see.
private func credentialExample(of endpoint: Endpoint, in about: About) -> CredentialExample {
    guard let scheme = publicSchemes(of: endpoint, in: about).first else { return ([], [], []) }
    let value = oneLine(scheme.example ?? "<\(scheme.name)>")
    switch scheme.kind {
    case .apiKey(let name, .query): return ([], ["\(URLText.component(name))=\(URLText.component(value))"], [])
    case .apiKey(let name, .cookie): return ([], [], ["\(name)=\(value)"])
    case .apiKey(let name, _): return ([(name, value)], [], [])
    case .http(let kind, _) where kind == "basic":
        return ([("Authorization", value.hasPrefix("Basic ") ? value : "Basic " + value)], [], [])
    case .http, .oauth2, .openIDConnect:
        return ([("Authorization", value.hasPrefix("Bearer ") ? value : "Bearer " + value)], [], [])
    case .mutualTLS: return ([], [], [])
    }
}

private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
}
