import APIModel
import Generator
import Printing

/// The call in Swift with the generated client.
func swiftSample(of endpoint: Endpoint, _ api: API) -> String {
    let expressions = SwiftExpressions(api: api)
    var arguments: [String] = []
    for parameter in endpoint.parameters where parameter.parameter.isShown {
        let value = exampleValue(of: parameter.parameter, in: api)
        arguments.append("\(parameter.name.label): \(expressions.argument(value, as: parameter.type.unwrapped))")
    }
    if let body = endpoint.body { arguments += bodyArgument(body, expressions) }
    let call = "client.\(endpoint.name.spelling)(\(joined(arguments)))"
    if case .nothing = endpoint.success { return "try await " + call }
    return "let response = try await " + call
}

/// How a client is made, which every sample in Swift begins with.
func clientSample(of api: API) -> String {
    let credential = api.credentials.first { !$0.scheme.isInternal }
    var arguments: [String] = []
    if api.about.defaultServerURL == nil {
        arguments.append("serverURL: " + SwiftText.literal(api.about.servers.first?.exampleURL ?? exampleHost))
    }
    if let credential {
        let form = credential.scheme.kind.credential
        let placeholder = form == .basic ? "<password>" : credential.scheme.example ?? "<\(credential.scheme.name)>"
        let value = form.expression(SwiftText.literal(placeholder), user: "\"<user>\"")
        arguments.append("credentials: .init(\(credential.name.label): \(value))")
    }
    arguments.append("transport: AsyncHTTPClientTransport()")
    let source = """
        import APIRuntimeAsyncHTTPClient
        import \(api.namespace.spelling)

        let client = \(api.namespace.spelling).Client(\(joined(arguments)))
        """
    return MarkdownText.fenced(source, language: "swift")
}

private func bodyArgument(_ body: EndpointBody, _ expressions: SwiftExpressions) -> [String] {
    guard let content = body.content.first else { return [] }
    let example = BodyExample.sample(content, in: expressions.api)
    guard body.isRequired || example != nil else { return [] }
    return ["\(body.name.label): \(expressions.argument(body, content, example))"]
}

/// Arguments on one line if they fit, otherwise one per line.
private func joined(_ arguments: [String]) -> String {
    let line = arguments.joined(separator: ", ")
    return line.count <= 70 ? line : "\n    " + arguments.joined(separator: ",\n    ")
}
