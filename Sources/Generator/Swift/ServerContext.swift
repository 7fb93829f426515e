import APIModel
import Templating

/// The values of the server's file.
func serverContext(_ api: API) -> Context {
    var spelling = Spelling(api: api, file: .operations)
    spelling.isQualified = api.hiddenNames.principal
    var context = fileContext(spelling)
    var written: Set<String> = []
    context.set(.interfaces, api.interfaces.map { interfaceContext($0, writing: &written, api, spelling) })
    return context
}

/// - Parameter written: the functions of bodies that interfaces before it have.
private func interfaceContext(_ interface: Interface, writing written: inout Set<String>, _ api: API, _ spelling: Spelling)
    -> Context
{
    let name = interface.prefix + "Server"
    var context = Context(.serverName, name)
    context.set(.operationsName, interface.prefix + "Operations")
    context.set(.path, SwiftText.literal(interface.basePath))
    let (subject, implementer) =
        interface.isForWebhooks ? ("webhooks and callbacks", "their receiver") : ("operations", "a service")
    context.set(.comment, comment("The \(subject) of the OpenAPI document, to be implemented by \(implementer)."))
    let schemes = recognitionContexts(of: interface, spelling)
    let hasPrincipal = !schemes.isEmpty
    context.set(.hasPrincipal, hasPrincipal)
    context.set(.schemes, schemes)
    context.set(.function, interface.errorTypes.count == 1 ? interface.errorTypes[0].functionName.name : "")
    context.set(.hasOperations, !interface.endpoints.isEmpty)
    let groups = groupContexts(of: interface, api, hasPrincipal: hasPrincipal, spelling)
    context.set(.hasGroups, !groups.contexts.isEmpty)
    context.set(.groups, groups.contexts)
    context.set(.inherited, groups.names.isEmpty ? spelling.swift + "Sendable" : groups.names.joined(separator: ", "))
    let isGrouped = !groups.names.isEmpty
    context.set(
        .ungrouped,
        interface.endpoints.filter { !isGrouped || $0.operation.tags.isEmpty }.map { answerContext($0, interface, api, spelling) })
    let isEmptyBefore = isGrouped && interface.endpoints.allSatisfy { !$0.operation.tags.isEmpty }
    context.set(
        .shapes,
        interface.errorTypes.enumerated().map { index, errorType in
            var context = shapeContext(errorType, spelling)
            context.set(.isFirst, index == 0 && isEmptyBefore)
            return context
        })
    context.set(.operations, interface.endpoints.map { answerContext($0, interface, api, spelling) })
    let outside = Spelling(api: api, file: .operations, isQualified: true)
    context.set(.requestChoices, interface.endpoints.flatMap { requestChoices(of: $0, writing: &written, outside) })
    context.set(.responseChoices, interface.endpoints.flatMap { responseChoices(of: $0, writing: &written, outside) })
    return context
}

/// A protocol for each of the document's tags.
private func groupContexts(
    of interface: Interface, _ api: API, hasPrincipal: Bool, _ spelling: Spelling
) -> (names: [String], contexts: [Context]) {
    var names: [String] = []
    var contexts: [Context] = []
    for group in interface.groups {
        names.append(group.protocolName.spelling)
        var context = Context(.name, group.protocolName.spelling)
        context.set(.inherited, hasPrincipal ? interface.prefix + "ServerSecurity" : spelling.swift + "Sendable")
        let description = api.about.tags.first { $0.name == group.tag }?.description ?? ""
        context.set(
            .comment, comment("The operations with the tag `\(group.tag)`." + (description.isEmpty ? "" : "\n\n" + description)))
        context.set(.ungrouped, group.endpoints.map { answerContext($0, interface, api, spelling) })
        contexts.append(context)
    }
    return (names, contexts)
}

func shapeContext(_ errorType: ErrorType, _ spelling: Spelling) -> Context {
    var context = Context(.function, errorType.functionName.spelling)
    context.set(.type, Spelling(api: spelling.api, file: .operations, isQualified: true).type(errorType.type))
    context.set(.name, errorType.functionName.name)
    return context
}

private func answerContext(_ endpoint: Endpoint, _ interface: Interface, _ api: API, _ spelling: Spelling) -> Context {
    var context = Context(.name, endpoint.name.spelling)
    context.set(.typeName, endpoint.typeName.name)
    context.set(.comment, comment(endpoint.documentation))
    context.set(.error, endpoint.errorName.spelling)
    let parameters = serverSignature(of: endpoint, principal: "Principal", spelling)
    let locals = endpoint.serverLocals
    var arguments = endpoint.labels.map { "\($0.label): \(locals[$0].spelling)" }
    if endpoint.body?.mediaTypes != nil { arguments.append("mediaType: mediaType") }
    if endpoint.serverChoosesResponse { arguments.append("accept: request.accept") }
    switch endpoint.security {
    case .required:
        context.set(.recognition, "authenticate")
    case .optional:
        context.set(.recognition, "authenticateIfPresented")
    case .none: break
    }
    if endpoint.security != .none { arguments.append("principal: principal") }
    let result = resultType(of: endpoint, spelling)
    context.set(.parameters, layout(parameters, prefix: 14 + endpoint.name.name.count, indent: 8, suffix: 18 + result.count))
    context.set(.result, result)
    let function = (endpoint.isHiddenInServer ? "self." : "") + endpoint.name.spelling
    context.set(.call, "\(function)(" + layout(arguments, prefix: 35 + endpoint.name.name.count, indent: 8, suffix: 1) + ")")
    let outside = Spelling(api: api, file: .operations, isQualified: true)
    context.set(
        .inputs, endpoint.parameters.map { readInput($0, into: locals[$0.name], outside) } + readBody(of: endpoint, locals, outside)
    )
    if case .several = endpoint.success {
        context.set(.successes, endpoint.successes.map { outcomeContext($0, spelling) })
    } else {
        context.set(.answers, endpoint.successes.map { outcomeContext($0, onlyOneIn: locals.result.spelling, spelling) })
        context.set(.local, locals.result.spelling)
    }
    context.set(.failures, endpoint.failures.map { outcomeContext($0, spelling) })
    if let shape = errorShape(of: endpoint, interface) { context.set(.function, shape) }
    return context
}

/// The function that describes the runtime's refusals: the type of the operation's first failure, else of the document's only one.
private func errorShape(of endpoint: Endpoint, _ interface: Interface) -> String? {
    for outcome in endpoint.failures {
        guard let content = outcome.content, outcome.structureName == nil, outcome.choiceName == nil else { continue }
        if let shape = interface.errorTypes.first(where: { $0.type == content.type }) { return shape.functionName.name }
    }
    return interface.errorTypes.count == 1 ? interface.errorTypes[0].functionName.name : nil
}

private func readInput(_ parameter: EndpointParameter, into local: Identifier, _ spelling: Spelling) -> Context {
    let described = parameter.parameter
    let mode = parameter.type.isOptional ? "ifPresent" : "as"
    return Context(
        .line,
        "let \(local.spelling) = try request.\(described.location.rawValue)"
            + "(\(SwiftText.literal(described.name)), \(mode): \(spelling.type(parameter.type.unwrapped)).self)"
            + (parameter.defaultValue.map { " ?? " + spelling.value($0, as: parameter.type) } ?? ""))
}

private func readBody(of endpoint: Endpoint, _ locals: FunctionLocals, _ spelling: Spelling) -> [Context] {
    guard let body = endpoint.body, let content = body.content.first else { return [] }
    let expression =
        if let choice = body.choiceName {
            body.isRequired
                ? "try await \(spelling.qualified(choice))(request)"
                : "try await request.hasBody ? \(spelling.qualified(choice))(request) : nil"
        } else {
            body.isRequired
                ? requestReadExpression(of: content, spelling) : optionalRequestReadExpression(of: content, spelling)
        }
    let mediaType = body.mediaTypes.map { Context(.line, "let mediaType = " + mediaTypeExpression($0, of: body, spelling)) }
    return [Context(.line, "let \(locals[body.name].spelling) = \(expression)")] + (mediaType.map { [$0] } ?? [])
}

/// The expressions that read a body of several media types.
private func requestChoices(of endpoint: Endpoint, writing written: inout Set<String>, _ spelling: Spelling) -> [Context] {
    endpoint.choices.filter { $0.isRequest && written.insert($0.name.name).inserted }.map { choice in
        var context = Context(.name, spelling.qualified(choice.name))
        let last = choice.contents[0]
        context.set(
            .cases,
            (choice.contents.dropFirst() + [last]).map { content in
                let mediaTypes = content.representations.map { SwiftText.literal($0.name) }.joined(separator: ", ")
                var context = Context(.pattern, content.name == last.name ? "default" : "case \(mediaTypes)")
                context.set(.name, content.name.spelling)
                let mediaType = content.isSentAsChosen ? ", mediaType: try request.sentMediaType()" : ""
                context.set(.value, requestReadExpression(of: content, spelling) + mediaType)
                return context
            })
        return context
    }
}

/// The expressions that answer with a body of several media types.
private func responseChoices(of endpoint: Endpoint, writing written: inout Set<String>, _ spelling: Spelling) -> [Context] {
    endpoint.choices.filter { !$0.isRequest && written.insert($0.name.name).inserted }.map { choice in
        var context = Context(.name, spelling.qualified(choice.name))
        context.set(
            .cases,
            choice.contents.map { content in
                var context = Context(.name, content.name.spelling)
                context.set(.value, responseExpression(content, status: "status", value: "body", spelling))
                return context
            })
        return context
    }
}

/// How the value of an outcome becomes a response.
///
/// - Parameter local: the variable that holds the value where it comes without the status, which the document may leave open.
private func outcomeContext(_ outcome: Outcome, onlyOneIn local: String? = nil, _ spelling: Spelling) -> Context {
    var context = Context(.name, outcome.name.spelling)
    let hasValue = outcome.content != nil || outcome.structureName != nil
    context.set(.binding, local.map { hasValue ? $0 : "" } ?? binding(of: outcome, hasValue: hasValue))
    let hasStatus = local == nil && outcome.leavesStatusOpen
    let status = hasStatus ? "status" : String(outcome.response.status.usualCode)
    let value = local ?? "value"
    context.set(
        .value,
        outcome.mayLackContent
            ? optionalResponse(outcome, status: status, orElse: hasStatus ? "status" : "204", value: value, spelling)
            : responseExpression(outcome, status: status, value: value, spelling))
    context.set(.headers, headerContexts(outcome, value: local ?? "value"))
    return context
}

private func binding(of outcome: Outcome, hasValue: Bool) -> String {
    let names = (outcome.leavesStatusOpen ? ["let status"] : []) + (hasValue ? ["let value"] : [])
    return names.isEmpty ? "" : "(" + names.joined(separator: ", ") + ")"
}

private func responseExpression(_ outcome: Outcome, status: String, value: String, _ spelling: Spelling) -> String {
    guard let content = outcome.content else { return ".empty(\(status))" }
    let value = outcome.structureName == nil ? value : value + ".body"
    if outcome.choiceName != nil { return "\(value).response(\(status))" }
    return responseExpression(content, status: status, value: value, spelling)
}

/// The expression that answers with a body that can be absent.
private func optionalResponse(
    _ outcome: Outcome, status: String, orElse emptyStatus: String, value: String, _ spelling: Spelling
) -> String {
    // What is null in the document's schema is written as null.
    guard outcome.choiceName != nil || outcome.content?.type.isOptional == false else {
        return responseExpression(outcome, status: status, value: value, spelling)
    }
    var present = outcome
    present.structureName = nil
    let body = outcome.structureName == nil ? value : value + ".body"
    let written = responseExpression(present, status: status, value: "content", spelling)
    return "\(body).map { content in \(written) } ?? .empty(\(emptyStatus))"
}

private func headerContexts(_ outcome: Outcome, value: String) -> [Context] {
    outcome.headers.map { header in
        let coding =
            switch header.header.serialization {
            case .content(let mediaType): mediaType.coding == .json ? ", isJSON: true" : ""
            case .style(let style): style.explode ? ", explode: true" : ""
            }
        return Context(
            .line, "response.header(\(SwiftText.literal(header.header.name)), \(value).\(header.name.spelling)\(coding))")
    }
}

extension StatusPattern {
    /// The status that a response gets where the document leaves it open.
    var usualCode: Int {
        switch self {
        case .code(let code): code
        case .range(let first): first * 100
        case .default: 200
        }
    }
}
