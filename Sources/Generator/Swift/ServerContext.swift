import APIModel
import OpenAPI
import Templating

/// The values of the server's file.
func serverContext(_ api: API) -> Context {
    var spelling = Spelling(api: api, file: .operations)
    spelling.isQualified = api.hasType(named: "Principal")
    var context = fileContext(spelling)
    context.set(.hasPrincipal, api.endpoints.contains { $0.security != .none } && !api.credentials.isEmpty)
    context.set(.schemes, api.credentials.map { recognitionContext($0, spelling) })
    context.set(.shapes, api.errorTypes.map { shapeContext($0, spelling) })
    if api.errorTypes.count == 1 { context.set(.function, api.errorTypes[0].functionName.name) }
    context.set(.hasOperations, !api.endpoints.isEmpty)
    context.set(.operations, api.endpoints.map { answerContext($0, api, spelling) })
    return context
}

private func recognitionContext(_ credential: Credential, _ spelling: Spelling) -> Context {
    var context = Context(.function, credential.name.spelling)
    context.set(.key, SwiftText.literal(credential.scheme.name))
    context.set(.comment, comment("Whom a credential of the scheme `\(credential.scheme.name)` belongs to; nil when it is not valid."))
    let (type, member) =
        switch credential.scheme.kind {
        case .apiKey: ("APIKeyCredential", "apiKey")
        case .http("basic", _): ("BasicCredential", "basic")
        default: ("BearerToken", "bearer")
        }
    context.set(.type, spelling.runtime + type)
    context.set(.property, member)
    return context
}

private func shapeContext(_ errorType: ErrorType, _ spelling: Spelling) -> Context {
    var context = Context(.function, errorType.functionName.spelling)
    context.set(.type, Spelling(api: spelling.api, file: .operations, isQualified: true).type(errorType.type))
    context.set(.name, errorType.functionName.name)
    return context
}

private func answerContext(_ endpoint: Endpoint, _ api: API, _ spelling: Spelling) -> Context {
    var context = Context(.name, endpoint.name.spelling)
    context.set(.typeName, endpoint.typeName.name)
    context.set(.comment, comment(endpoint.documentation))
    context.set(.error, endpoint.errorName.spelling)
    var parameters = functionParameters(of: endpoint, spelling).map { $0.hasSuffix(" = nil") ? String($0.dropLast(6)) : $0 }
    var arguments = endpoint.parameters.map { "\($0.name.label): \($0.name.spelling)" }
    if let body = endpoint.body { arguments.append("\(body.name.label): \(body.name.spelling)") }
    switch endpoint.security {
    case .required:
        parameters.append("principal: Principal")
        context.set(.recognition, "authenticate")
    case .optional:
        parameters.append("principal: Principal?")
        context.set(.recognition, "authenticateIfPresented")
    case .none: break
    }
    if endpoint.security != .none { arguments.append("principal: principal") }
    let result = resultType(of: endpoint, spelling)
    context.set(.parameters, layout(parameters, prefix: 14 + endpoint.name.name.count, indent: 8, suffix: 18 + result.count))
    context.set(.result, result)
    // A parameter of the function's own name would hide the function.
    let names = endpoint.parameters.map(\.name) + (endpoint.body.map { [$0.name] } ?? [])
    let function = (names.contains(endpoint.name) ? "self." : "") + endpoint.name.spelling
    context.set(.call, "\(function)(" + layout(arguments, prefix: 35 + endpoint.name.name.count, indent: 8, suffix: 1) + ")")
    let outside = Spelling(api: api, file: .operations, isQualified: true)
    context.set(.inputs, endpoint.parameters.map { readInput($0, outside) } + readBody(of: endpoint, outside))
    if case .several = endpoint.success {
        context.set(.successes, endpoint.successes.map { outcomeContext($0) })
    } else {
        context.set(.answers, endpoint.successes.map { outcomeContext($0, isOnly: true) })
    }
    context.set(.failures, endpoint.failures.map { outcomeContext($0) })
    if let shape = errorShape(of: endpoint, api) { context.set(.function, shape) }
    return context
}

/// The function that describes the runtime's refusals: the type of the operation's first failure, else of the document's only one.
private func errorShape(of endpoint: Endpoint, _ api: API) -> String? {
    for outcome in endpoint.failures {
        guard let content = outcome.content, outcome.structureName == nil else { continue }
        if let shape = api.errorTypes.first(where: { $0.type == content.type }) { return shape.functionName.name }
    }
    return api.errorTypes.count == 1 ? api.errorTypes[0].functionName.name : nil
}

private func readInput(_ parameter: EndpointParameter, _ spelling: Spelling) -> Context {
    let described = parameter.parameter
    let mode = parameter.type.isOptional ? "ifPresent" : "as"
    return Context(
        .line,
        "let \(parameter.name.spelling) = try request.\(described.location.rawValue)"
            + "(\(SwiftText.literal(described.name)), \(mode): \(spelling.type(parameter.type.unwrapped)).self)")
}

private func readBody(of endpoint: Endpoint, _ spelling: Spelling) -> [Context] {
    guard let body = endpoint.body, let content = body.content.first else { return [] }
    let type = spelling.type(content.type)
    let expression =
        switch (content.coding, body.isRequired) {
        case (.json, true): "try await request.json(\(type).self)"
        // A body that is null counts as absent where a schema allows null.
        case (.json, false): "try await request.json(ifPresent: \(type).self)" + (content.type.isOptional ? " ?? nil" : "")
        case (.form, true): "try await request.form(\(type).self)"
        case (.form, false): "try await request.form(ifPresent: \(type).self)"
        case (.text, true): "try await request.text()"
        case (.text, false): "try await request.textIfPresent()"
        case (_, true): "try request.bytes()"
        case (_, false): "try request.bytesIfPresent()"
        }
    return [Context(.line, "let \(body.name.spelling) = \(expression)")]
}

/// How the value of an outcome becomes a response.
///
/// - Parameter isOnly: whether the value comes without the status, which the document may leave open.
private func outcomeContext(_ outcome: Outcome, isOnly: Bool = false) -> Context {
    var context = Context(.name, outcome.name.spelling)
    let hasValue = outcome.content != nil || outcome.structureName != nil
    context.set(.binding, isOnly ? (hasValue ? "value" : "") : binding(of: outcome, hasValue: hasValue))
    context.set(.value, responseExpression(outcome, status: isOnly ? String(outcome.response.status.usualCode) : nil))
    context.set(.headers, headerContexts(outcome))
    return context
}

private func binding(of outcome: Outcome, hasValue: Bool) -> String {
    let names = (outcome.leavesStatusOpen ? ["let status"] : []) + (hasValue ? ["let value"] : [])
    return names.isEmpty ? "" : "(" + names.joined(separator: ", ") + ")"
}

private func responseExpression(_ outcome: Outcome, status fixed: String?) -> String {
    let status = fixed ?? (outcome.leavesStatusOpen ? "status" : String(outcome.response.status.usualCode))
    guard let content = outcome.content else { return ".empty(\(status))" }
    let value = outcome.structureName == nil ? "value" : "value.body"
    let name = content.mediaType.name
    let mediaType = SwiftText.literal(name.contains("*") ? "application/octet-stream" : name)
    switch content.coding {
    case .json: return name == "application/json" || name.contains("*") ? ".json(\(status), \(value))" : ".json(\(status), \(value), as: \(mediaType))"
    case .form: return ".form(\(status), \(value))"
    case .text: return name == "text/plain" || name.contains("*") ? ".text(\(status), \(value))" : ".text(\(status), \(value), as: \(mediaType))"
    case .multipart, .bytes: return ".bytes(\(status), \(value), as: \(mediaType))"
    }
}

private func headerContexts(_ outcome: Outcome) -> [Context] {
    outcome.headers.map { header in
        Context(.line, "response.header(\(SwiftText.literal(header.header.name)), value.\(header.name.spelling))")
    }
}

extension StatusPattern {
    /// The status that a response gets where the document leaves it open.
    fileprivate var usualCode: Int {
        switch self {
        case .code(let code): code
        case .range(let first): first * 100
        case .default: 200
        }
    }
}
