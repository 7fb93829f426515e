import APIModel
import OpenAPI
import YAMLTree

/// The request as a shell command: the document's own sample where it has one, else made from the operation.
func curlSample(of endpoint: Endpoint, in api: API) -> String {
    let document = api.document
    let samples = endpoint.operation.codeSamples
    let languages = ["shell", "curl", "bash", "sh"]
    if let sample = samples.first(where: { languages.contains($0.language.lowercased()) }) { return sample.source.trimmed }
    var words = ["curl", "-X", endpoint.operation.method.rawValue]
    for scheme in publicSchemes(of: endpoint, in: document).prefix(1) {
        if let name = scheme.headerName { words += ["-H", ShellText.double("\(name): \(scheme.example ?? "<\(scheme.name)>")")] }
    }
    for parameter in endpoint.operation.parameters where parameter.location == .header {
        words += ["-H", ShellText.double("\(parameter.name): \(exampleText(of: parameter, in: document))")]
    }
    if let content = endpoint.body?.content.first {
        let body = BodyExample.sample(content, in: api)
        if body?.namesItsMediaType != true { words += ["-H", ShellText.double("Content-Type: \(content.mediaType.name)")] }
        words += body?.curlOptions ?? []
    }
    words.append(ShellText.single(exampleURL(of: endpoint, in: document)))
    return words.joined(separator: " ")
}

private func exampleURL(of endpoint: Endpoint, in document: OpenAPIDocument) -> String {
    let operation = endpoint.operation
    var server = (operation.servers.first ?? document.servers.first)?.url ?? "http://<url>"
    server = server.replacing("{", with: "<").replacing("}", with: ">")
    while server.hasSuffix("/") { server.removeLast() }
    var path = operation.path
    for parameter in operation.parameters where parameter.location == .path {
        path = path.replacing("{\(parameter.name)}", with: URLText.component(exampleText(of: parameter, in: document)))
    }
    let query = operation.parameters.filter { $0.location == .query && ($0.isRequired || !$0.examples.isEmpty) }.flatMap { parameter in
        queryPairs(of: parameter, in: document)
    }
    return server + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
}

private func queryPairs(of parameter: Parameter, in document: OpenAPIDocument) -> [String] {
    let members = parameter.explodedMembers(in: document)
    if members.isEmpty {
        return ["\(URLText.component(parameter.name))=\(URLText.component(exampleText(of: parameter, in: document)))"]
    }
    return (parameter.examples.first?.value?.entries.map { "\(URLText.component($0.name))=\(URLText.component($0.value.shown))" }) ?? []
}

/// A value for a parameter: its example, else its name in angle brackets.
private func exampleText(of parameter: Parameter, in document: OpenAPIDocument) -> String {
    let schema = parameter.schema.map { document.target(of: $0) }
    let node = parameter.examples.first?.value ?? schema?.examples.first ?? schema?.defaultValue ?? schema?.enumeration?.first
    return node?.shown ?? "<\(parameter.name)>"
}
