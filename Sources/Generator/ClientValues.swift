import APIModel
import Printing

/// The values of the client's file.
func clientTemplate(_ api: API) -> ClientTemplate {
    var spelling = Spelling(api: api, file: .operations)
    spelling.isQualified = api.hiddenNames.credentials
    var written: Set<String> = []
    return ClientTemplate(interfaces: api.interfaces.map { interfaceTemplate($0, writing: &written, api, spelling) })
}

/// - Parameter written: the functions of bodies that interfaces before it have.
private func interfaceTemplate(
    _ interface: Interface, writing written: inout Set<String>, _ api: API, _ spelling: Spelling
) -> ClientTemplate.Interface {
    let serverURL = interface.isForWebhooks ? nil : api.about.defaultServerURL
    let isRelative = serverURL == nil && interface.basePath != "/"
    let outside = Spelling(api: api, file: .operations, isQualified: true)
    return ClientTemplate.Interface(
        comment: comment(interface.isForWebhooks ? webhookComment : "A client for the operations of the OpenAPI document."),
        clientName: interface.prefix + "Client",
        example: isRelative ? ", such as `\(SwiftText.commentLine(interface.exampleURL))`" : "",
        serverURL: serverURL.map { " = " + SwiftText.literal($0) } ?? "",
        hasCredentials: !api.credentials.isEmpty
            && (!interface.isForWebhooks || interface.endpoints.contains { $0.security != .none }),
        credentials: api.credentials.map { credential in
            ClientTemplate.Credential(
                comment: comment(credential.scheme.description ?? ""), name: credential.name.spelling,
                key: SwiftText.literal(credential.scheme.name))
        },
        parameters: api.credentials.map { "\($0.name.spelling): \(spelling.runtime)Credential? = nil" },
        operations: interface.endpoints.map { operationTemplate($0, of: interface, spelling) },
        requestChoices: interface.endpoints.flatMap { requestChoices(of: $0, writing: &written, outside) },
        responseChoices: interface.endpoints.flatMap { responseChoices(of: $0, writing: &written, outside) })
}

private let webhookComment = """
    A client for the webhooks and callbacks of the OpenAPI document, used by the service that sends them.

    A request is sent to the operation's name below the URL, or to the URL that `sending(to:)` sets.
    """

private func operationTemplate(
    _ endpoint: Endpoint, of interface: Interface, _ spelling: Spelling
) -> ClientTemplate.Operation {
    let accept = endpoint.clientChoosesResponse ? ["accept: \(spelling.swift)String? = nil"] : []
    let locals = endpoint.clientLocals
    let body = endpoint.body.map { ($0, local: locals[$0.name].spelling) }
    let choice = body.flatMap { $0.choiceName == nil ? nil : $1 + ($0.isRequired ? "" : "?") }
    let arguments =
        choice != nil
        ? nil
        : body.flatMap { body, local in
            body.content.first.map { bodyArguments($0, local, in: body.mediaTypes, spelling) }
        }
    return ClientTemplate.Operation(
        comment: comment(callComment(endpoint)), isDeprecated: endpoint.operation.isDeprecated, name: endpoint.name.spelling,
        parameters: functionParameters(of: endpoint, spelling) + accept, error: spelling.error(of: endpoint),
        result: resultType(of: endpoint, spelling), operationsName: interface.prefix + "Operations",
        inputs: endpoint.parameters.map { parameter in
            ClientTemplate.Input(
                location: parameter.parameter.location.rawValue, key: SwiftText.literal(parameter.parameter.name),
                name: locals[parameter.name].spelling)
        },
        choice: choice ?? "", body: arguments ?? [], takesAccept: !accept.isEmpty, isStreamed: endpoint.isStreamed,
        outcomes: endpoint.outcomes.sortedForMatching.map { outcomeTemplate($0, of: endpoint, spelling) },
        hasError: !endpoint.outcomes.contains { $0.response.status == .default })
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
    /// Joins paragraphs, because Markdown ends a parameter list at an empty line.
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

/// The functions that send a body of several media types.
private func requestChoices(
    of endpoint: Endpoint, writing written: inout Set<String>, _ spelling: Spelling
) -> [ClientTemplate.RequestChoice] {
    endpoint.choices.filter { $0.isRequest && written.insert($0.name.name).inserted }.map { choice in
        ClientTemplate.RequestChoice(
            name: spelling.qualified(choice.name),
            cases: choice.contents.map { content in
                let mediaType = content.isSentAsChosen ? MediaTypeChoice.text(default: "") : nil
                return ClientTemplate.RequestChoice.Case(
                    name: content.name.spelling, binding: content.caseBinding,
                    body: bodyArguments(content, "body", in: mediaType, spelling))
            })
    }
}

/// The initializers that read a body of several media types.
private func responseChoices(
    of endpoint: Endpoint, writing written: inout Set<String>, _ spelling: Spelling
) -> [ClientTemplate.ResponseChoice] {
    endpoint.choices.filter { !$0.isRequest && written.insert("\($0.name.name) \(endpoint.isStreamed)").inserted }.map { choice in
        ClientTemplate.ResponseChoice(
            name: spelling.qualified(choice.name), isStreamed: endpoint.isStreamed,
            cases: mediaTypeCases(of: choice) { readExpression(of: $0, isStreamed: endpoint.isStreamed, spelling) })
    }
}

/// A case for each content of a body; the first content is read where no other one's media type is there.
func mediaTypeCases(of choice: BodyChoice, _ value: (Content) -> String) -> [MediaTypeCase] {
    let last = choice.contents[0]
    return (choice.contents.dropFirst() + [last]).map { content in
        let mediaTypes = content.representations.map { SwiftText.literal($0.name) }.joined(separator: ", ")
        return MediaTypeCase(
            mediaTypes: content.name == last.name ? "" : mediaTypes, name: content.name.spelling, value: value(content))
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

private func outcomeTemplate(_ outcome: Outcome, of endpoint: Endpoint, _ spelling: Spelling) -> ClientTemplate.Outcome {
    let isSuccess = endpoint.successes.contains { $0.response.status == outcome.response.status }
    let value = valueExpression(of: outcome, isStreamed: endpoint.isStreamed, spelling)
    let structure = structure(of: outcome, body: value, spelling)
    let hasValue = value != nil || structure != nil
    let status = outcome.leavesStatusOpen ? ["response.status"] : []
    var hasCase = !isSuccess
    if case .several = endpoint.success { hasCase = true }
    let hasArguments = hasCase && (hasValue || !status.isEmpty)
    let opening =
        "." + outcome.name.spelling
        + (hasArguments ? "(" + (status + (hasValue ? [""] : [])).joined(separator: ", ") : "")
    return ClientTemplate.Outcome(
        status: pattern(of: outcome.response.status), isFailure: !isSuccess,
        opening: hasCase ? " " + opening : hasValue ? " " : "", value: structure == nil ? value ?? "" : "", structure: structure,
        closing: hasArguments ? ")" : "")
}

/// The pattern of a status; empty for all others.
private func pattern(of status: StatusPattern) -> String {
    switch status {
    case .code(let code): String(code)
    case .range(let first): "\(first)00..<\(first + 1)00"
    case .default: ""
    }
}

/// The expression that reads the body of an outcome.
private func valueExpression(of outcome: Outcome, isStreamed: Bool, _ spelling: Spelling) -> String? {
    let choice = outcome.choiceName.map { "try \(isStreamed ? "await " : "")\(spelling.qualified($0))(response)" }
    let body = choice ?? outcome.content.map { readExpression(of: $0, isStreamed: isStreamed, spelling) }
    return outcome.mayLackContent ? body.map(readingWhereThereIsContent) : body
}

/// The expression that reads a body that some statuses do not have.
private func readingWhereThereIsContent(_ expression: String) -> String {
    // Swift wants one 'try' before the whole.
    let effects = ["try await ", "try "].first { expression.hasPrefix($0) } ?? ""
    return "\(effects)response.hasContent ? \(expression.dropFirst(effects.count)) : nil"
}

/// The struct that an outcome's header fields and body are read into.
private func structure(of outcome: Outcome, body: String?, _ spelling: Spelling) -> ClientTemplate.ResponseStructure? {
    outcome.structureName.map { name in
        let headers = outcome.headers.map { header in
            let mode = header.type.isOptional ? "ifPresent" : "as"
            return "\(header.name.label): try response.header(\(SwiftText.literal(header.header.name)), "
                + "\(mode): \(spelling.type(header.type.unwrapped)).self)"
        }
        return ClientTemplate.ResponseStructure(
            type: spelling.qualified(name), arguments: headers + (body.map { ["body: " + $0] } ?? []))
    }
}
