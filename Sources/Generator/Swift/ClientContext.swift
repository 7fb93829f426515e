import APIModel
import OpenAPI
import Templating

/// The values of the client's file.
func clientContext(_ api: API) -> Context {
    var spelling = Spelling(api: api, file: .operations)
    spelling.isQualified = api.hasType(named: "Credentials")
    var context = fileContext(spelling)
    context.set(.serverURL, defaultServerURL(of: api.document).map { " = " + SwiftText.literal($0) } ?? "")
    context.set(.hasCredentials, !api.credentials.isEmpty)
    context.set(.credentials, api.credentials.map { credentialContext($0) })
    let parameters = api.credentials.map { "\($0.name.spelling): \(spelling.runtime)Credential? = nil" }
    context.set(.parameters, layout(parameters, prefix: 24, indent: 12, suffix: 3))
    context.set(.operations, api.endpoints.map { callContext($0, spelling) })
    return context
}

/// The only server of a document, when its URL says all that a client needs.
private func defaultServerURL(of document: OpenAPIDocument) -> String? {
    guard document.servers.count == 1, let server = document.servers.first else { return nil }
    var url = server.url
    for variable in server.variables {
        url = url.split(separator: "{\(variable.name)}", omittingEmptySubsequences: false).joined(separator: variable.defaultValue)
    }
    return url.hasPrefix("http://") || url.hasPrefix("https://") ? url : nil
}

private func credentialContext(_ credential: Credential) -> Context {
    var context = Context(.name, credential.name.spelling)
    context.set(.key, SwiftText.literal(credential.scheme.name))
    context.set(.comment, comment(credential.scheme.description ?? ""))
    return context
}

private func callContext(_ endpoint: Endpoint, _ spelling: Spelling) -> Context {
    var context = Context(.name, endpoint.name.spelling)
    context.set(.comment, comment(callComment(endpoint)))
    context.set(.isDeprecated, endpoint.operation.isDeprecated)
    let parameters = functionParameters(of: endpoint, spelling)
    let result = resultType(of: endpoint, spelling)
    context.set(
        .parameters,
        layout(parameters, prefix: 33 + endpoint.name.name.count, indent: 8, suffix: 22 + endpoint.errorName.name.count + result.count))
    context.set(.error, endpoint.errorName.spelling)
    context.set(.result, result)
    context.set(.inputs, endpoint.parameters.map { inputContext($0) } + bodyInput(of: endpoint))
    context.set(.outcomes, endpoint.outcomes.sortedForMatching.map { outcomeContext($0, of: endpoint, spelling) })
    context.set(.hasError, !endpoint.outcomes.contains { $0.response.status == .default })
    return context
}

private func callComment(_ endpoint: Endpoint) -> String {
    var lines = [endpoint.documentation]
    var parameters = endpoint.parameters.map { ($0.name.name, $0.parameter.description) }
    if let body = endpoint.body { parameters.append((body.name.name, body.documentation)) }
    for (name, description) in parameters {
        guard let description, !description.isEmpty else { continue }
        lines.append("- Parameter \(name): \(SwiftText.commentLine(description))")
    }
    return lines.filter { !$0.isEmpty }.joined(separator: "\n\n").replacingParagraphsBetweenParameters
}

extension String {
    /// Parameters stand in one list.
    fileprivate var replacingParagraphsBetweenParameters: String {
        var lines: [Substring] = []
        for line in split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("- Parameter "), lines.count > 1, lines.last == "", lines[lines.count - 2].hasPrefix("- Parameter ") {
                lines.removeLast()
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }
}

/// The parameters of the function on both sides: required ones have no default, so that they keep document order.
func functionParameters(of endpoint: Endpoint, _ spelling: Spelling) -> [String] {
    var parameters = endpoint.parameters.map { parameter in
        "\(parameter.name.spelling): \(spelling.type(parameter.type))" + (parameter.type.isOptional ? " = nil" : "")
    }
    if let body = endpoint.body {
        parameters.append("\(body.name.spelling): \(spelling.type(body.type))" + (body.isRequired ? "" : " = nil"))
    }
    return parameters
}

/// The type that the function returns, as it stands behind the arrow; empty when there is none.
func resultType(of endpoint: Endpoint, _ spelling: Spelling) -> String {
    switch endpoint.success {
    case .nothing: ""
    case .one(let index): endpoint.outcomes[index].valueType(spelling) ?? ""
    case .several(let name, _): name.spelling
    }
}

private func inputContext(_ parameter: EndpointParameter) -> Context {
    let name = parameter.name.spelling
    return Context(.line, "call.\(parameter.parameter.location.rawValue)(\(SwiftText.literal(parameter.parameter.name)), \(name))")
}

private func bodyInput(of endpoint: Endpoint) -> [Context] {
    guard let body = endpoint.body, let content = body.content.first else { return [] }
    let mediaType = SwiftText.literal(content.mediaType.name)
    let name = body.name.spelling
    let line =
        switch content.coding {
        case .json: content.mediaType.name == "application/json" ? "json: \(name)" : "json: \(name), as: \(mediaType)"
        case .text: content.mediaType.name == "text/plain" ? "text: \(name)" : "text: \(name), as: \(mediaType)"
        case .form: "form: \(name)"
        case .multipart, .bytes: "bytes: \(name), as: \(mediaType)"
        }
    return [Context(.line, "call.body(\(line))")]
}

extension [Outcome] {
    /// Statuses before ranges, because a switch takes the first that matches.
    var sortedForMatching: [Outcome] {
        func rank(_ outcome: Outcome) -> Int {
            switch outcome.response.status {
            case .code: 0
            case .range: 1
            case .default: 2
            }
        }
        return enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(\.element)
    }
}

private func outcomeContext(_ outcome: Outcome, of endpoint: Endpoint, _ spelling: Spelling) -> Context {
    var context = Context(.pattern, pattern(of: outcome.response.status))
    let isSuccess = endpoint.successes.contains { $0.response.status == outcome.response.status }
    var arguments = outcome.leavesStatusOpen ? ["response.status"] : []
    let value = readExpression(of: outcome, spelling)
    if let value { arguments.append(value) }
    let call = "." + outcome.name.spelling + (arguments.isEmpty ? "" : "(" + arguments.joined(separator: ", ") + ")")
    if !isSuccess {
        context.set(.line, "throw \(call)")
    } else if case .several = endpoint.success {
        context.set(.line, "return \(call)")
    } else {
        context.set(.line, value.map { "return \($0)" } ?? "return")
    }
    return context
}

private func pattern(of status: StatusPattern) -> String {
    switch status {
    case .code(let code): "case \(code)"
    case .range(let first): "case \(first)00..<\(first + 1)00"
    case .default: "default"
    }
}

/// The expression that reads what an outcome carries.
private func readExpression(of outcome: Outcome, _ spelling: Spelling) -> String? {
    let body = outcome.content.map { content in
        switch content.coding {
        case .json: "try response.json(\(spelling.type(content.type)).self)"
        case .form: "try response.form(\(spelling.type(content.type)).self)"
        case .text: "try response.text()"
        case .multipart, .bytes: "\(spelling.runtime)HTTPBody(response.bytes)"
        }
    }
    guard let name = outcome.structureName else { return body }
    var arguments = outcome.headers.map { header in
        let mode = header.type.isOptional ? "ifPresent" : "as"
        return "\(header.name.label): try response.header(\(SwiftText.literal(header.header.name)), "
            + "\(mode): \(spelling.type(header.type.unwrapped)).self)"
    }
    if let body { arguments.append("body: " + body) }
    return name.spelling + "(" + layout(arguments, prefix: 30 + name.name.count, indent: 12, suffix: 1) + ")"
}
