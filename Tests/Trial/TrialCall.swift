package import APIModel
import Generator
import Printing

/// A call of the generated client with values that the caller makes, for programs that try a whole document.
///
/// - Parameter json: a value that fits a schema, as JSON; nil where none can be made.
/// - Returns: an expression that wants a `client`; nil where something that the call needs has no value.
package func trialCall(of endpoint: Endpoint, _ api: API, json: (SchemaID) -> String?) -> String? {
    let expressions = SwiftExpressions(api: api)
    var arguments: [String] = []
    for parameter in endpoint.parameters {
        let schema = parameter.parameter.schema
        guard let value = schema.map({ travelling(in: parameter.parameter.location, $0, json) }) ?? "\"value\"", value != "null"
        else {
            if parameter.type.isOptional { continue }
            return nil
        }
        arguments.append("\(parameter.name.label): \(expressions.read(value, as: parameter.type))")
    }
    if let body = endpoint.body {
        guard let argument = argument(for: body, expressions, json) else { return nil }
        arguments.append("\(body.name.label): \(argument)")
    }
    return "try await client.\(endpoint.name.spelling)(\(arguments.joined(separator: ", ")))"
}

/// A value that a parameter can carry: an empty segment is another path, and no control character stands in a header field.
private func travelling(in location: ParameterLocation, _ schema: SchemaID, _ json: (SchemaID) -> String?) -> String? {
    for _ in 0..<50 {
        guard let value = json(schema) else { return nil }
        let isSent =
            switch location {
            case .path: value.contains { $0.isLetter || $0.isNumber } && !value.contains("\"\"")
            case .header: !value.contains("\\")
            case .query, .cookie, .querystring: true
            }
        if isSent { return value }
    }
    return nil
}

/// Credentials for every scheme: the same text as a key, as a token, and as a user's name.
package func trialCredentials(of api: API, _ text: String) -> String {
    let literal = SwiftText.literal(text)
    let arguments = api.credentials.map { credential in
        "\(credential.name.label): " + credential.scheme.kind.credential.expression(literal, user: literal)
    }
    return ".init(\(arguments.joined(separator: ", ")))"
}

private func argument(for body: EndpointBody, _ expressions: SwiftExpressions, _ json: (SchemaID) -> String?) -> String? {
    guard let content = body.content.first else { return nil }
    switch content.coding {
    case .json, .form, .xml,
        .text where content.isTypedText:
        guard let value = content.representation.schema.map(json) ?? "{}" else { return nil }
        let expression = expressions.read(value, as: content.type)
        return body.choiceName == nil ? expression : ".\(content.name.spelling)(\(expression))"
    // A body without bytes is one that is missing.
    default: return expressions.argument(body, content, BodyExample(content, in: expressions.api) ?? content.someBytes)
    }
}

extension Content {
    fileprivate var someBytes: BodyExample? {
        coding == .bytes || coding == .text ? .text("value") : nil
    }
}
