package import APIModel
import Printing

/// The values of the server's file.
func serverTemplate(_ api: API) -> ServerTemplate {
    var spelling = Spelling(api: api, file: .operations)
    spelling.isQualified = api.hiddenNames.principal
    var written: Set<String> = []
    let interfaces = api.interfaces.map { interfaceTemplate($0, writing: &written, api, spelling) }
    return ServerTemplate(imports: spelling.modules.imports, interfaces: interfaces)
}

/// - Parameter written: the functions of bodies that interfaces before it have.
private func interfaceTemplate(
    _ interface: Interface, writing written: inout Set<String>, _ api: API, _ spelling: Spelling
) -> ServerTemplate.Interface {
    let (subject, implementer) =
        interface.isForWebhooks ? ("webhooks and callbacks", "their receiver") : ("operations", "a service")
    let schemes = schemes(of: interface, spelling)
    let groups = groupTemplates(of: interface, api, hasPrincipal: !schemes.isEmpty, spelling)
    let requirements = interface.endpoints.filter { groups.isEmpty || $0.operation.tags.isEmpty }
    let outside = spelling.outside
    return ServerTemplate.Interface(
        comment: comment("The \(subject) of the OpenAPI document, to be implemented by \(implementer)."),
        serverName: interface.prefix + "Server",
        inherited: groups.isEmpty ? spelling.swift + "Sendable" : groups.map(\.name).joined(separator: ", "),
        isForWebhooks: interface.isForWebhooks, path: SwiftText.literal(interface.basePath), schemes: schemes,
        function: interface.errorTypes.count == 1 ? interface.errorTypes[0].functionName.name : "", groups: groups,
        requirements: requirements.map { requirementTemplate($0, spelling) },
        shapes: interface.errorTypes.enumerated().map { index, errorType in
            ServerTemplate.Shape(
                function: errorType.functionName.spelling, type: shapeType(of: errorType, spelling),
                name: errorType.functionName.name, isFirst: index == 0 && !groups.isEmpty && requirements.isEmpty)
        },
        operations: interface.endpoints.map { operationTemplate($0, interface, spelling, outside) },
        requestChoices: interface.endpoints.flatMap { requestChoices(of: $0, writing: &written, outside) },
        structures: interface.endpoints.flatMap { structures(of: $0, writing: &written, outside) },
        responseChoices: interface.endpoints.flatMap { responseChoices(of: $0, writing: &written, outside) })
}

/// A protocol for each of the document's tags.
private func groupTemplates(
    of interface: Interface, _ api: API, hasPrincipal: Bool, _ spelling: Spelling
) -> [ServerTemplate.Group] {
    interface.groups.map { group in
        let description = api.about.tags.first { $0.name == group.tag }?.description ?? ""
        return ServerTemplate.Group(
            comment: comment("The operations with the tag `\(group.tag)`." + (description.isEmpty ? "" : "\n\n" + description)),
            name: group.protocolName.spelling,
            inherited: hasPrincipal ? interface.prefix + "ServerSecurity" : spelling.swift + "Sendable",
            requirements: group.endpoints.map { requirementTemplate($0, spelling) })
    }
}

/// The type that a rejected request is described in.
func shapeType(of errorType: ErrorType, _ spelling: Spelling) -> String {
    Spelling(api: spelling.api, file: .operations, isQualified: true).type(errorType.type)
}

private func requirementTemplate(_ endpoint: Endpoint, _ spelling: Spelling) -> ServerTemplate.Requirement {
    ServerTemplate.Requirement(
        comment: comment(endpoint.documentation), name: endpoint.name.spelling,
        parameters: serverSignature(of: endpoint, principal: "Principal", spelling), result: resultType(of: endpoint, spelling))
}

private func operationTemplate(
    _ endpoint: Endpoint, _ interface: Interface, _ spelling: Spelling, _ outside: Spelling
) -> ServerTemplate.Operation {
    let locals = endpoint.serverLocals
    var successes: [ServerTemplate.Outcome] = []
    var answer: Outcome?
    if case .several = endpoint.success {
        successes = endpoint.successes.map { outcomeTemplate($0, spelling) }
    } else {
        answer = endpoint.successes.first
    }
    let local = locals.result.spelling
    return ServerTemplate.Operation(
        operationsName: interface.prefix + "Operations", name: endpoint.name.spelling,
        function: interface.errorTypes.count == 1 ? "" : errorShape(of: endpoint, interface) ?? "",
        authentication: authentication(of: endpoint),
        request: endpoint.readsRequest || spelling.api.passesContext ? "request" : "_",
        inputs: endpoint.parameters.map { inputTemplate($0, into: locals[$0.name], outside) },
        body: bodyTemplate(of: endpoint, locals, outside),
        call: (endpoint.isHiddenInServer ? "self." : "") + endpoint.name.spelling,
        arguments: callArguments(of: endpoint, locals, spelling.api),
        successes: successes, local: answer?.hasValue == true ? local : "",
        answer: answer.map { outcomeTemplate($0, onlyOneIn: local, spelling) }, error: errorTemplate(endpoint.error, spelling))
}

private func errorTemplate(_ error: EndpointError, _ spelling: Spelling) -> ServerTemplate.ErrorEnum? {
    guard case .declared(let name, let failures, _) = error else { return nil }
    return ServerTemplate.ErrorEnum(name: name.spelling, failures: failures.map { outcomeTemplate($0, isFailure: true, spelling) })
}

/// The label of the function that authenticates the caller; empty if the operation requires no authentication.
private func authentication(of endpoint: Endpoint) -> String {
    switch endpoint.security {
    case .required: "authenticating"
    case .optional: "authenticatingIfPresented"
    case .none: ""
    }
}

extension Endpoint {
    /// Whether the server's code for it takes anything from the request but the caller.
    fileprivate var readsRequest: Bool {
        !parameters.isEmpty || body != nil || serverChoosesResponse
    }
}

/// What the function of an operation is given.
private func callArguments(of endpoint: Endpoint, _ locals: FunctionLocals, _ api: API) -> [String] {
    var arguments = endpoint.labels.map { "\($0.label): \(locals[$0].spelling)" }
    if endpoint.body?.mediaTypes != nil { arguments.append("mediaType: mediaType") }
    if endpoint.serverChoosesResponse { arguments.append("accept: request.accept") }
    if endpoint.security != .none { arguments.append("principal: principal") }
    if api.passesContext { arguments.append("\(endpoint.contextLabel.label): request.context") }
    return arguments
}

/// The function that describes the runtime's refusals: the type of the operation's first failure, else of the document's only one.
private func errorShape(of endpoint: Endpoint, _ interface: Interface) -> String? {
    for outcome in endpoint.failures {
        guard let content = outcome.content, outcome.structureName == nil, outcome.choiceName == nil else { continue }
        if let shape = interface.errorTypes.first(where: { $0.type == content.type }) { return shape.functionName.name }
    }
    return interface.errorTypes.count == 1 ? interface.errorTypes[0].functionName.name : nil
}

private func inputTemplate(
    _ parameter: EndpointParameter, into local: Identifier, _ spelling: Spelling
) -> ServerTemplate.Input {
    let mode = parameter.type.isOptional ? "ifPresent" : "as"
    return ServerTemplate.Input(
        local: local.spelling, location: parameter.parameter.location.rawValue,
        arguments: SwiftText.literal(parameter.parameter.name) + ", \(mode): \(spelling.type(parameter.type.unwrapped)).self",
        defaultValue: parameter.defaultValue.map { " ?? " + spelling.value($0, as: parameter.type) } ?? "")
}

private func bodyTemplate(of endpoint: Endpoint, _ locals: FunctionLocals, _ spelling: Spelling) -> ServerTemplate.Body? {
    guard let body = endpoint.body, let content = body.content.first else { return nil }
    let expression =
        if let choice = body.choiceName {
            body.isRequired
                ? "try await \(spelling.qualified(choice))(request)"
                : "try await request.hasBody ? \(spelling.qualified(choice))(request) : nil"
        } else {
            body.isRequired
                ? requestReadExpression(of: content, spelling) : optionalRequestReadExpression(of: content, spelling)
        }
    return ServerTemplate.Body(
        local: locals[body.name].spelling, value: expression,
        mediaType: body.mediaTypes.map { mediaTypeExpression($0, of: body, spelling) } ?? "")
}

/// The initializers that read a body of several media types.
private func requestChoices(
    of endpoint: Endpoint, writing written: inout Set<String>, _ spelling: Spelling
) -> [ServerTemplate.RequestChoice] {
    endpoint.choices.filter { $0.isRequest && written.insert($0.name.name).inserted }.map { choice in
        ServerTemplate.RequestChoice(
            name: spelling.qualified(choice.name),
            cases: mediaTypeCases(of: choice.contents) { content in
                let mediaType = content.isSentAsChosen ? ", mediaType: try request.sentMediaType()" : ""
                return requestReadExpression(of: content, spelling) + mediaType
            })
    }
}

/// The functions that return a response whose body has several media types.
private func responseChoices(
    of endpoint: Endpoint, writing written: inout Set<String>, _ spelling: Spelling
) -> [ServerTemplate.ResponseChoice] {
    endpoint.choices.filter { !$0.isRequest && written.insert($0.name.name).inserted }.map { choice in
        ServerTemplate.ResponseChoice(
            name: spelling.qualified(choice.name),
            cases: choice.contents.map { content in
                ServerTemplate.ResponseChoice.Case(
                    name: content.name.spelling,
                    value: responseExpression(content, status: "status", value: "body", spelling))
            })
    }
}

/// The functions that respond with header fields and a body.
///
/// - Parameter written: The functions of the operations before it, which may share structs with it.
private func structures(
    of endpoint: Endpoint, writing written: inout Set<String>, _ spelling: Spelling
) -> [ServerTemplate.ResponseStructure] {
    endpoint.outcomes.compactMap { outcome in
        guard let name = outcome.structureName, written.insert(name.name).inserted else { return nil }
        return ServerTemplate.ResponseStructure(
            name: spelling.qualified(name),
            parameters: ["_ status: \(spelling.swift)Int"] + (outcome.mayLackContent ? ["empty: \(spelling.swift)Int"] : []),
            value: bodyResponse(outcome, status: "status", orElse: "empty", value: outcome.content == nil ? "" : "body", spelling),
            headers: headerTemplates(outcome))
    }
}

/// How the value of an outcome becomes a response.
///
/// - Parameter local: the variable that holds the value where it comes without the status, which the document may leave open.
private func outcomeTemplate(
    _ outcome: Outcome, onlyOneIn local: String? = nil, isFailure: Bool = false, _ spelling: Spelling
) -> ServerTemplate.Outcome {
    let hasStatus = local == nil && outcome.leavesStatusOpen
    let status = hasStatus ? "status" : String(outcome.response.status.defaultCode)
    let emptyStatus = hasStatus ? "status" : "204"
    let value = local ?? "value"
    let structure = "\(value).response(\(status)" + (outcome.mayLackContent ? ", empty: \(emptyStatus))" : ")")
    return ServerTemplate.Outcome(
        name: outcome.name.spelling, binding: binding(of: outcome, isFailure: isFailure),
        value: outcome.structureName == nil
            ? bodyResponse(outcome, status: status, orElse: emptyStatus, value: value, spelling) : structure)
}

/// What binds the associated values of a case; a failure's last one, its response, is for clients.
private func binding(of outcome: Outcome, isFailure: Bool) -> String {
    let names = (outcome.leavesStatusOpen ? ["let status"] : []) + (outcome.hasValue ? ["let value"] : [])
    return names.isEmpty ? "" : "(" + (names + (isFailure ? ["_"] : [])).joined(separator: ", ") + ")"
}

/// The expression that responds with the body of an outcome.
///
/// - Parameter emptyStatus: The status of a response whose body is absent.
private func bodyResponse(
    _ outcome: Outcome, status: String, orElse emptyStatus: String, value: String, _ spelling: Spelling
) -> String {
    guard let content = outcome.content else { return ".empty(\(status))" }
    // What is null in the document's schema is written as null.
    let isAbsentAsNil = outcome.mayLackContent && (outcome.choiceName != nil || !content.type.isOptional)
    let body = isAbsentAsNil ? "content" : value
    let written =
        outcome.choiceName == nil
        ? responseExpression(content, status: status, value: body, spelling) : "\(body).response(\(status))"
    return isAbsentAsNil ? "\(value).map { content in \(written) } ?? .empty(\(emptyStatus))" : written
}

/// The names of the function that responds with header fields.
private let responseLocals: Set<String> = ["status", "empty", "response"]

private func headerTemplates(_ outcome: Outcome) -> [ServerTemplate.Header] {
    outcome.headers.map { header in
        let coding: [String] =
            switch header.header.serialization {
            case .content(let mediaType): mediaType.coding == .json ? ["isJSON: true"] : []
            case .style(let style): style.explode ? ["explode: true"] : []
            }
        let property = (responseLocals.contains(header.name.name) ? "self." : "") + header.name.spelling
        return ServerTemplate.Header(arguments: [SwiftText.literal(header.header.name), property] + coding)
    }
}

extension StatusPattern {
    /// The status that a response gets where the document leaves it open.
    package var defaultCode: Int {
        switch self {
        case .code(let code): code
        case .range(let first): first * 100
        case .default: 200
        }
    }
}
