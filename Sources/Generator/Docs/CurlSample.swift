import APIModel

/// The request as a shell command: the document's own sample where it has one, else made from the operation.
func curlSample(of endpoint: Endpoint, in api: API) -> String {
    let samples = endpoint.operation.codeSamples
    let languages = ["shell", "curl", "bash", "sh"]
    if let sample = samples.first(where: { languages.contains($0.language.lowercased()) }) { return sample.source.trimmed }
    var words = ["curl", "-X", endpoint.operation.method]
    for scheme in publicSchemes(of: endpoint, in: api.about).prefix(1) {
        if let name = scheme.headerName { words += ["-H", ShellText.double("\(name): \(scheme.example ?? "<\(scheme.name)>")")] }
    }
    for parameter in endpoint.operation.parameters where parameter.location == .header {
        words += ["-H", ShellText.double("\(parameter.name): \(exampleText(of: parameter, in: api.schemas))")]
    }
    if let content = endpoint.body?.content.first {
        let body = BodyExample.sample(content, in: api)
        if body?.namesItsMediaType != true { words += ["-H", ShellText.double("Content-Type: \(content.representation.name)")] }
        words += body?.curlOptions ?? []
    }
    words.append(ShellText.single(exampleURL(of: endpoint, in: api.schemas)))
    return words.joined(separator: " ")
}

private func exampleURL(of endpoint: Endpoint, in schemas: SchemaGraph) -> String {
    let operation = endpoint.operation
    var server = operation.servers.first?.template ?? ""
    server = server.replacing("{", with: "<").replacing("}", with: ">")
    while server.hasSuffix("/") { server.removeLast() }
    if !server.contains("://") { server = "http://<url>" + (server.isEmpty || server.hasPrefix("/") ? "" : "/") + server }
    var path = operation.path
    for parameter in operation.parameters where parameter.location == .path {
        path = path.replacing("{\(parameter.name)}", with: URLText.component(exampleText(of: parameter, in: schemas)))
    }
    let query = operation.parameters.filter { $0.location == .query && ($0.isRequired || !$0.examples.isEmpty) }.flatMap {
        parameter in
        queryPairs(of: parameter, in: schemas)
    }
    return server + path + (query.isEmpty ? "" : "?" + query.joined(separator: "&"))
}

private func queryPairs(of parameter: ResolvedParameter, in schemas: SchemaGraph) -> [String] {
    let members = parameter.explodedMembers(in: schemas)
    if members.isEmpty {
        return ["\(URLText.component(parameter.name))=\(URLText.component(exampleText(of: parameter, in: schemas)))"]
    }
    guard case .object(let given)? = parameter.examples.first?.value?.value else { return [] }
    return given.map { "\(URLText.component($0.name))=\(URLText.component($0.value.plainText))" }
}

/// A value for a parameter: its example, else its name in angle brackets.
private func exampleText(of parameter: ResolvedParameter, in schemas: SchemaGraph) -> String {
    let annotations = parameter.schema.map { schemas[$0].effectiveAnnotations }
    let given = parameter.examples.first?.value ?? annotations?.examples.first ?? annotations?.defaultValue
    let listed = parameter.schema.flatMap { schemas.form($0).values?.first?.value.plainText }
    return given?.shown ?? listed ?? "<\(parameter.name)>"
}
