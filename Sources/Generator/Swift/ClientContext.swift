import APIModel
import Templating

/// The values of the client's file.
func clientContext(_ api: API) -> Context {
    var spelling = Spelling(api: api, file: .operations)
    spelling.isQualified = api.hiddenNames.credentials
    var context = fileContext(spelling)
    var written: Set<String> = []
    context.set(.interfaces, api.interfaces.map { interfaceContext($0, writing: &written, api, spelling) })
    return context
}

/// - Parameter written: the functions of bodies that interfaces before it have.
private func interfaceContext(_ interface: Interface, writing written: inout Set<String>, _ api: API, _ spelling: Spelling)
    -> Context
{
    var context = Context(.clientName, interface.prefix + "Client")
    context.set(.operationsName, interface.prefix + "Operations")
    context.set(
        .comment, comment(interface.isForWebhooks ? webhookComment : "A client for the operations of the OpenAPI document."))
    let serverURL = interface.isForWebhooks ? nil : api.about.defaultServerURL
    context.set(.serverURL, serverURL.map { " = " + SwiftText.literal($0) } ?? "")
    let isRelative = serverURL == nil && interface.basePath != "/"
    context.set(.example, isRelative ? ", such as `\(SwiftText.commentLine(interface.exampleURL))`" : "")
    let hasCredentials =
        !api.credentials.isEmpty && (!interface.isForWebhooks || interface.endpoints.contains { $0.security != .none })
    context.set(.hasCredentials, hasCredentials)
    context.set(.credentials, api.credentials.map { credentialContext($0) })
    let parameters = api.credentials.map { "\($0.name.spelling): \(spelling.runtime)Credential? = nil" }
    context.set(.parameters, layout(parameters, prefix: 24, indent: 12, suffix: 3))
    context.set(.operations, interface.endpoints.map { callContext($0, spelling) })
    let outside = Spelling(api: api, file: .operations, isQualified: true)
    context.set(.requestChoices, interface.endpoints.flatMap { requestChoices(of: $0, writing: &written, outside) })
    context.set(.responseChoices, interface.endpoints.flatMap { responseChoices(of: $0, writing: &written, outside) })
    return context
}

private let webhookComment = """
    A client for the webhooks and callbacks of the OpenAPI document, used by the service that sends them.

    A request is sent to the operation's name below the URL, or to the URL that `sending(to:)` sets.
    """

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
    let accept = endpoint.clientChoosesResponse ? ["accept: \(spelling.swift)String? = nil"] : []
    let parameters = functionParameters(of: endpoint, spelling) + accept
    let result = resultType(of: endpoint, spelling)
    context.set(
        .parameters,
        layout(
            parameters, prefix: 33 + endpoint.name.name.count, indent: 8, suffix: 22 + endpoint.errorName.name.count + result.count)
    )
    context.set(.error, endpoint.errorName.spelling)
    context.set(.result, result)
    let locals = endpoint.clientLocals
    let acceptInput = accept.isEmpty ? [] : [Context(.line, "call.accept(accept)")]
    context.set(
        .inputs, endpoint.parameters.map { inputContext($0, locals) } + bodyInput(of: endpoint, locals, spelling) + acceptInput)
    context.set(.function, endpoint.isStreamed ? "stream" : "send")
    context.set(.value, endpoint.isStreamed ? "try await response.collected().undocumented()" : "response.undocumented()")
    context.set(.outcomes, endpoint.outcomes.sortedForMatching.map { outcomeContext($0, of: endpoint, spelling) })
    context.set(.hasError, !endpoint.outcomes.contains { $0.response.status == .default })
    return context
}

private func callComment(_ endpoint: Endpoint) -> String {
    var lines = [endpoint.documentation]
    var parameters = endpoint.parameters.map { parameter in
        (
            parameter.name.name, parameter.parameter.description ?? "",
            "`\(parameter.parameter.name)` of the \(parameter.parameter.location.rawValue)"
        )
    }
    if let body = endpoint.body { parameters.append((body.name.name, body.documentation, "the request's body")) }
    if endpoint.body?.mediaTypes != nil { parameters.append(("mediaType", "", "the body's media type")) }
    if endpoint.clientChoosesResponse {
        parameters.append(("accept", "the media types to accept; by default all documented ones", ""))
    }
    // Who describes one parameter has to describe all, or DocC warns.
    if parameters.contains(where: { !$0.1.isEmpty }) {
        lines += parameters.map { "- Parameter \($0): \(SwiftText.commentLine($1.isEmpty ? $2 : $1))" }
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

/// The parameters of the function: required ones have no default, so that they keep document order.
private func functionParameters(of endpoint: Endpoint, _ spelling: Spelling) -> [String] {
    let locals = endpoint.clientLocals
    var parameters = endpoint.parameters.map { parameter in
        "\(locals.declaration(of: parameter.name)): \(spelling.type(parameter.type))" + (parameter.type.isOptional ? " = nil" : "")
    }
    if let body = endpoint.body {
        parameters.append("\(locals.declaration(of: body.name)): \(spelling.type(body))" + (body.isRequired ? "" : " = nil"))
    }
    if let mediaTypes = endpoint.body?.mediaTypes { parameters.append(mediaTypeParameter(mediaTypes, spelling)) }
    return parameters
}

/// The type that the function returns, as it stands behind the arrow; empty when there is none.
func resultType(of endpoint: Endpoint, _ spelling: Spelling) -> String {
    switch endpoint.success {
    case .nothing: ""
    case .one(let index): endpoint.outcomes[index].valueType(spelling) ?? ""
    case .several(let name, _): spelling.qualified(name)
    }
}

private func inputContext(_ parameter: EndpointParameter, _ locals: FunctionLocals) -> Context {
    let name = locals[parameter.name].spelling
    return Context(.line, "call.\(parameter.parameter.location.rawValue)(\(SwiftText.literal(parameter.parameter.name)), \(name))")
}

private func bodyInput(of endpoint: Endpoint, _ locals: FunctionLocals, _ spelling: Spelling) -> [Context] {
    guard let body = endpoint.body, let content = body.content.first else { return [] }
    let name = locals[body.name].spelling
    if body.choiceName != nil { return [Context(.line, name + (body.isRequired ? "" : "?") + ".set(on: &call)")] }
    return [Context(.line, bodyCall(content, name, in: body.mediaTypes, spelling))]
}

/// The statements that send a body of several media types.
private func requestChoices(of endpoint: Endpoint, writing written: inout Set<String>, _ spelling: Spelling) -> [Context] {
    endpoint.choices.filter { $0.isRequest && written.insert($0.name.name).inserted }.map { choice in
        var context = Context(.name, spelling.qualified(choice.name))
        context.set(
            .cases,
            choice.contents.map { content in
                var context = Context(.name, content.name.spelling)
                let mediaType = content.isSentAsChosen ? MediaTypeChoice.text(usual: "") : nil
                context.set(.binding, content.caseBinding)
                context.set(.line, bodyCall(content, "body", in: mediaType, spelling))
                return context
            })
        return context
    }
}

/// The expressions that read a body of several media types.
private func responseChoices(of endpoint: Endpoint, writing written: inout Set<String>, _ spelling: Spelling) -> [Context] {
    endpoint.choices.filter { !$0.isRequest && written.insert("\($0.name.name) \(endpoint.isStreamed)").inserted }.map { choice in
        var context = Context(.name, spelling.qualified(choice.name))
        context.set(.type, endpoint.isStreamed ? "StreamedClientResponse" : "ClientResponse")
        context.set(.kind, endpoint.isStreamed ? "async throws" : "throws")
        let last = choice.contents[0]
        context.set(
            .cases,
            (choice.contents.dropFirst() + [last]).map { content in
                let mediaTypes = content.representations.map { SwiftText.literal($0.name) }.joined(separator: ", ")
                var context = Context(.pattern, content.name == last.name ? "default" : "case \(mediaTypes)")
                context.set(.name, content.name.spelling)
                context.set(.value, readExpression(of: content, isStreamed: endpoint.isStreamed, spelling))
                return context
            })
        return context
    }
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
    let value = readExpression(of: outcome, isStreamed: endpoint.isStreamed, spelling)
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
private func readExpression(of outcome: Outcome, isStreamed: Bool, _ spelling: Spelling) -> String? {
    let choice = outcome.choiceName.map { "try \(isStreamed ? "await " : "")\(spelling.qualified($0))(response)" }
    var body = choice ?? outcome.content.map { readExpression(of: $0, isStreamed: isStreamed, spelling) }
    if outcome.mayLackContent { body = body.map(readingWhereThereIsContent) }
    guard let name = outcome.structureName else { return body }
    var arguments = outcome.headers.map { header in
        let mode = header.type.isOptional ? "ifPresent" : "as"
        return "\(header.name.label): try response.header(\(SwiftText.literal(header.header.name)), "
            + "\(mode): \(spelling.type(header.type.unwrapped)).self)"
    }
    if let body { arguments.append("body: " + body) }
    return spelling.qualified(name) + "(" + layout(arguments, prefix: 30 + name.name.count, indent: 12, suffix: 1) + ")"
}

/// The expression that reads a body that some statuses do not have.
private func readingWhereThereIsContent(_ expression: String) -> String {
    // Swift wants one 'try' before the whole.
    let effects = ["try await ", "try "].first { expression.hasPrefix($0) } ?? ""
    return "\(effects)response.hasContent ? \(expression.dropFirst(effects.count)) : nil"
}

extension Endpoint {
    /// The client's function with its labels, as documentation names it.
    var clientFunction: String {
        let labels =
            labels.map(\.name) + (body?.mediaTypes == nil ? [] : ["mediaType"])
            + (clientChoosesResponse ? ["accept"] : [])
        return "\(name.name)(\(labels.map { $0 + ":" }.joined()))"
    }
}
