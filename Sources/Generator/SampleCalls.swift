package import APIModel
import Printing

extension SwiftExpressions {
    /// Returns the arguments of a call with the document's example values, or with values made from its schemas.
    package func callArguments(_ endpoint: Endpoint) -> [String] {
        var arguments: [String] = []
        for parameter in endpoint.parameters where parameter.parameter.isShown {
            let value = exampleValue(of: parameter.parameter, in: api)
            arguments.append("\(parameter.name.label): \(argument(value, as: parameter.type.unwrapped))")
        }
        return arguments + (endpoint.body.map(bodyArgument) ?? [])
    }

    private func bodyArgument(_ body: EndpointBody) -> [String] {
        guard let content = body.content.first else { return [] }
        let example = BodyExample.sample(content, in: api)
        guard body.isRequired || example != nil else { return [] }
        return ["\(body.name.label): \(argument(body, content, example))"]
    }

    /// Returns the arguments of a client's initializer, with placeholders for a credential.
    ///
    /// - Parameter transport: The expression of the transport; `nil` for that of a package's client.
    package func clientArguments(transport: String?) -> [String] {
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
        if let transport { arguments.append("transport: " + transport) }
        return arguments
    }

    /// Whether a call of an operation has a value.
    package func returnsValue(_ endpoint: Endpoint) -> Bool { !resultType(of: endpoint, spelling).isEmpty }

    /// The type of a body.
    package func type(_ content: Content) -> String { spelling.type(content) }
}
