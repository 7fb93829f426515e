package import APIModel
import Generator
import Printing

/// The call in Swift with the generated client.
package func swiftSample(of endpoint: Endpoint, _ api: API) -> String {
    let expressions = SwiftExpressions(api: api)
    let call = "try await client.\(endpoint.name.spelling)(\(joined(expressions.callArguments(endpoint))))"
    return expressions.returnsValue(endpoint) ? "let response = " + call : call
}

/// How a client is made, which every sample in Swift begins with.
func clientSample(of api: API) -> String {
    let source = """
        import APIRuntimeAsyncHTTPClient
        import \(api.namespace.spelling)

        \(clientDeclaration(of: api, transport: "AsyncHTTPClientTransport()"))
        """
    return MarkdownText.fenced(source, language: "swift")
}

/// The declaration of a client in a sample.
///
/// - Parameter transport: The expression of the transport; `nil` for that of a package's client.
package func clientDeclaration(of api: API, transport: String?) -> String {
    let arguments = SwiftExpressions(api: api).clientArguments(transport: transport)
    return "let client = \(api.namespace.spelling).Client(\(joined(arguments)))"
}

/// Arguments on one line if they fit, otherwise one per line.
private func joined(_ arguments: [String]) -> String {
    let line = arguments.joined(separator: ", ")
    return line.count <= 70 ? line : "\n    " + arguments.joined(separator: ",\n    ")
}
