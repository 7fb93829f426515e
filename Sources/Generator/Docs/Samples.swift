import APIModel
import OpenAPI

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
        let document = api.document
        let operation = endpoint.operation
        method = operation.method.rawValue
        let credentials = credentialExample(of: endpoint, in: document)
        let query = queryPairs(of: operation, in: document) + credentials.query
        url = serverAddress(of: operation, in: document) + path(of: operation, in: document)
            + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
        var headers = credentials.headers
        for parameter in operation.parameters where parameter.location == .header && parameter.isSent && parameter.isShown {
            headers.append((parameter.name, oneLine(exampleValue(of: parameter, in: document).plainText)))
        }
        let cookies = credentials.cookies + operation.parameters.filter { $0.location == .cookie && $0.isShown }.map { parameter in
            "\(parameter.name)=\(URLText.component(exampleValue(of: parameter, in: document).plainText))"
        }
        if !cookies.isEmpty { headers.append(("Cookie", cookies.joined(separator: "; "))) }
        let content = endpoint.body?.content.first
        body = content.flatMap { BodyExample.sample($0, in: api) }
        if let content, let body, !body.namesItsMediaType { headers.append(("Content-Type", content.mediaType.name)) }
        self.headers = headers
    }
}

extension Parameter {
    /// Whether a sample sends it: what must be sent, and what the document shows a value for.
    var isShown: Bool {
        isRequired || !examples.isEmpty
    }
}

/// A value for a parameter: the document's, else one that fits, else its name in angle brackets.
func exampleValue(of parameter: Parameter, in document: OpenAPIDocument) -> ExampleValue {
    if let value = parameter.examples.first?.value { return ExampleValue(value) }
    let schema = parameter.schema ?? parameter.content?.schema
    return schema.flatMap { ExampleSynthesis.value(for: $0, in: document) } ?? .string("<\(parameter.name)>")
}

/// The first server's URL with its variables' defaults.
private func serverAddress(of operation: Operation, in document: OpenAPIDocument) -> String {
    guard let server = operation.servers.first ?? document.servers.first else { return "https://example.com" }
    var url = server.url
    for variable in server.variables { url = url.replacing("{\(variable.name)}", with: variable.defaultValue) }
    while url.hasSuffix("/") { url.removeLast() }
    return oneLine(url.contains("://") ? url : "https://example.com" + (url.isEmpty || url.hasPrefix("/") ? url : "/" + url))
}

private func path(of operation: Operation, in document: OpenAPIDocument) -> String {
    var path = operation.path
    for parameter in operation.parameters where parameter.location == .path {
        path = path.replacing("{\(parameter.name)}", with: parameter.segment(of: exampleValue(of: parameter, in: document)))
    }
    return oneLine(path)
}

extension Parameter {
    /// A value as it stands in a path (RFC 6570, sections 3.2.2, 3.2.5 and 3.2.7).
    fileprivate func segment(of value: ExampleValue) -> String {
        let parts: [String]
        switch value {
        case .array(let elements): parts = elements.map { URLText.component($0.plainText) }
        case .object(let members):
            parts = members.map { URLText.component($0.name) + (explode ? "=" : ",") + URLText.component($0.value.plainText) }
        default: parts = [URLText.component(value.plainText)]
        }
        let name = URLText.component(name)
        switch style {
        case .label: return "." + parts.joined(separator: explode ? "." : ",")
        case .matrix:
            if !explode { return ";\(name)=" + parts.joined(separator: ",") }
            if case .object = value { return ";" + parts.joined(separator: ";") }
            return parts.map { ";\(name)=\($0)" }.joined()
        default: return parts.joined(separator: ",")
        }
    }
}

private func queryPairs(of operation: Operation, in document: OpenAPIDocument) -> [String] {
    operation.parameters.filter { [.query, .querystring].contains($0.location) && $0.isShown }.flatMap { parameter -> [String] in
        let name = URLText.component(parameter.name)
        let value = exampleValue(of: parameter, in: document)
        if parameter.location == .querystring { return [wholeQuery(value, as: parameter.content?.name)] }
        switch value {
        case .object(let members) where parameter.style == .form && parameter.explode:
            return members.map { "\(URLText.component($0.name))=\(URLText.component($0.value.plainText))" }
        case .object(let members) where parameter.style == .deepObject:
            return members.map { "\(name)[\(URLText.component($0.name))]=\(URLText.component($0.value.plainText))" }
        case .array(let elements) where parameter.explode:
            return elements.map { "\(name)=\(URLText.component($0.plainText))" }
        case .array(let elements) where parameter.style == .spaceDelimited || parameter.style == .pipeDelimited:
            let separator = parameter.style == .spaceDelimited ? "%20" : "%7C"
            return ["\(name)=" + elements.map { URLText.component($0.plainText) }.joined(separator: separator)]
        case let value: return ["\(name)=\(URLText.component(value.plainText))"]
        }
    }
}

/// OpenAPI 3.2, section 4.12.2: the value is the whole query, in its media type.
private func wholeQuery(_ value: ExampleValue, as mediaType: String?) -> String {
    if mediaType?.hasPrefix("application/x-www-form-urlencoded") == true, !value.pairs.isEmpty {
        return value.pairs.map { "\(URLText.component($0.name))=\(URLText.component($0.value))" }.joined(separator: "&")
    }
    return URLText.component(mediaType?.contains("json") == true ? value.literal(.json) : value.plainText)
}

private typealias CredentialExample = (headers: [(name: String, value: String)], query: [String], cookies: [String])

/// What the first public scheme wants to see.
private func credentialExample(of endpoint: Endpoint, in document: OpenAPIDocument) -> CredentialExample {
    guard let scheme = publicSchemes(of: endpoint, in: document).first else { return ([], [], []) }
    let value = oneLine(scheme.example ?? "<\(scheme.name)>")
    switch scheme.kind {
    case .apiKey(let name, .query): return ([], ["\(URLText.component(name))=\(URLText.component(value))"], [])
    case .apiKey(let name, .cookie): return ([], [], ["\(name)=\(value)"])
    case .apiKey(let name, _): return ([(name, value)], [], [])
    case .http(let kind, _) where kind == "basic": return ([("Authorization", value.hasPrefix("Basic ") ? value : "Basic " + value)], [], [])
    case .http, .oauth2, .openIDConnect: return ([("Authorization", value.hasPrefix("Bearer ") ? value : "Bearer " + value)], [], [])
    case .mutualTLS: return ([], [], [])
    }
}

private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isNewline).joined(separator: " ")
}
