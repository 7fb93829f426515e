import APIModel
import Printing
import Templating

/// The values of the file with the descriptions of operations and the errors that they throw.
func operationsTemplate(_ api: API) -> OperationsTemplate {
    let spelling = Spelling(api: api, file: .operations)
    var declared: Set<Identifier> = []
    let interfaces = api.interfaces.map { interface in
        let kind = interface.isForWebhooks ? "webhooks and callbacks" : "operations"
        return OperationsTemplate.Interface(
            comment: comment("The metadata of the API's \(kind)."), operationsName: interface.prefix + "Operations",
            operations: interface.endpoints.map { operationTemplate($0, declaring: &declared, spelling) })
    }
    return OperationsTemplate(
        imports: spelling.modules.imports,
        schemes: api.credentials.map { credential in
            ".init(\(SwiftText.literal(credential.scheme.name)), \(schemeKind(credential.scheme.kind)))"
        }, retries: api.sharedRetries.map(retryArguments) ?? [], interfaces: interfaces, servers: serverTemplates(api, spelling))
}

private func schemeKind(_ kind: SecuritySchemeKind) -> String {
    switch kind {
    case .apiKey(let name, let location): ".apiKey(in: .\(location.rawValue), name: \(SwiftText.literal(name)))"
    case .http(let scheme, _): ".http(\(SwiftText.literal(scheme)))"
    case .mutualTLS: ".mutualTLS"
    case .oauth2(let flows):
        ".oauth2(tokenURL: \(flows.lazy.compactMap(\.tokenURL).first.map(SwiftText.literal) ?? "nil"))"
    case .openIDConnect(let url): ".openIDConnect(url: \(SwiftText.literal(url)))"
    }
}

/// - Parameter declared: the types of components that operations before it have declared.
private func operationTemplate(
    _ endpoint: Endpoint, declaring declared: inout Set<Identifier>, _ spelling: Spelling
) -> OperationsTemplate.Operation {
    let call = SwiftText.commentLine(endpoint.operation.method + " " + endpoint.operation.path)
    let choices = endpoint.choices.filter { declared.insert($0.name).inserted }.map { choiceTemplate($0, of: endpoint, spelling) }
    let mediaTypes = mediaTypeTemplates(endpoint, declaring: &declared)
    let forms = endpoint.forms.filter { declared.insert($0.name).inserted }.map { formTemplate($0, spelling) }
    let structures = endpoint.outcomes.filter { $0.structureName.map { declared.insert($0).inserted } ?? false }.compactMap {
        structureTemplate($0, spelling)
    }
    var success: OperationsTemplate.Success?
    if case .several(let name, let outcomes) = endpoint.success {
        success = OperationsTemplate.Success(
            call: call, name: name.spelling, outcomes: outcomes.map { outcomeTemplate(endpoint.outcomes[$0], spelling) })
    }
    return OperationsTemplate.Operation(
        call: call, name: endpoint.name.spelling, arguments: operationArguments(endpoint, spelling),
        error: errorTemplate(endpoint, spelling), errorAlias: errorAliasTemplate(endpoint), success: success,
        choices: choices, mediaTypes: mediaTypes, acceptAlias: acceptAliasTemplate(endpoint, declaring: &declared), forms: forms,
        structures: structures)
}

private func mediaTypeTemplates(_ endpoint: Endpoint, declaring declared: inout Set<Identifier>) -> [MediaTypesTemplate] {
    var templates: [MediaTypesTemplate] = []
    if case .listed(let listed)? = endpoint.body?.mediaTypes, declared.insert(listed.name).inserted {
        templates.append(mediaTypesTemplate(listed, of: endpoint))
    }
    if case .listed(let listed)? = endpoint.accept, listed.original == nil, declared.insert(listed.name).inserted {
        templates.append(acceptTemplate(listed, of: endpoint))
    }
    return templates
}

private func acceptAliasTemplate(_ endpoint: Endpoint, declaring declared: inout Set<Identifier>) -> AliasTemplate? {
    guard case .listed(let listed)? = endpoint.accept, let alias = acceptAliasTemplate(listed, of: endpoint),
        declared.insert(listed.name).inserted
    else { return nil }
    return alias
}

private func errorTemplate(_ endpoint: Endpoint, _ spelling: Spelling) -> OperationsTemplate.ErrorEnum? {
    guard case .declared(let name, let failures, let isShared) = endpoint.error else { return nil }
    let users = "`\(endpoint.name.name)`" + (isShared ? " and other operations" : "")
    return OperationsTemplate.ErrorEnum(
        comment: comment("The errors that \(users) can throw."), name: name.spelling,
        failures: failures.map { outcomeTemplate($0, response: spelling.runtime + "FailedResponse? = nil", spelling) })
}

private func errorAliasTemplate(_ endpoint: Endpoint) -> AliasTemplate? {
    guard case .alias(let name, let other) = endpoint.error else { return nil }
    let text = "The errors that `\(endpoint.name.name)` can throw: those of `\(other.function.name)`."
    return AliasTemplate(comment: comment(text), name: name.spelling, type: other.error.spelling)
}

private func operationArguments(_ endpoint: Endpoint, _ spelling: Spelling) -> [String] {
    let operation = endpoint.operation
    var arguments = [
        "id: \(SwiftText.literal(endpoint.name.name))", "method: \(SwiftText.literal(operation.method))",
        "path: \(SwiftText.literal(operation.path))",
    ]
    if !endpoint.parameters.isEmpty {
        arguments.append("parameters: " + array(endpoint.parameters.map { parameterDescription($0, spelling.api) }))
    }
    if let body = endpoint.body {
        let names = operation.requestBody?.representations.map { SwiftText.literal($0.name) } ?? []
        let required = body.isRequired ? ", required: true" : ""
        let encoding = formEncoding(of: body.content).map { ", encoding: \($0)" } ?? ""
        let limit = body.maximumBytes(in: spelling.api.schemas).map { ", maximumBytes: \($0)" } ?? ""
        let schema = schemaArgument(body.content, spelling.api).map { ", " + $0 } ?? ""
        let description = "RequestBodyDescription([\(names.joined(separator: ", "))]\(required)\(encoding)\(limit)\(schema))"
        arguments.append("requestBody: " + spelling.runtime + description)
    }
    if !endpoint.outcomes.isEmpty {
        arguments.append("responses: " + array(endpoint.outcomes.map { responseDescription($0, of: endpoint, spelling.api) }))
    }
    if endpoint.isChecked(by: spelling.api.enforced) { arguments.append("schemas: \(spelling.api.namespace.spelling).schemas") }
    let security = securityDescription(endpoint)
    if !security.isEmpty { arguments.append("security: [\(security.joined(separator: ", "))]") }
    if operation.isDeprecated { arguments.append("deprecated: true") }
    if let server = operation.ownServer {
        arguments.append("serverURL: \(SwiftText.literal(server.defaultURL))")
    }
    if let retries = operation.retries {
        let isShared = retries == spelling.api.sharedRetries
        arguments.append("retries: " + (isShared ? spelling.api.namespace.spelling + ".retries" : retryPolicy(retries)))
    }
    return arguments
}

/// The literal of an array.
func array(_ elements: [String]) -> String {
    "[" + elements.joined(separator: ", ") + "]"
}

/// The schema that a value is validated against; nil if its type guarantees everything.
private func schemaArgument(_ schema: SchemaID?, _ api: API) -> String? {
    api.enforced.pointer(to: schema).map { "schema: \(SwiftText.literal($0))" }
}

/// The schema that a body, or each of its items, is validated against for each media type; nil if the types guarantee everything.
private func schemaArgument(_ contents: [Content], _ api: API) -> String? {
    let schemas = contents.flatMap { content in
        content.representations.map { (name: $0.name, pointer: api.enforced.pointer(to: $0.checked)) }
    }
    guard let first = schemas.first, schemas.contains(where: { $0.pointer != nil }) else { return nil }
    if let pointer = first.pointer, schemas.allSatisfy({ $0.pointer == pointer }) { return "schema: \(SwiftText.literal(pointer))" }
    let entries = schemas.compactMap { schema in
        schema.pointer.map { "\(SwiftText.literal(schema.name)): \(SwiftText.literal($0))" }
    }
    return "schemas: [\(entries.joined(separator: ", "))]"
}

private func parameterDescription(_ parameter: EndpointParameter, _ api: API) -> String {
    let described = parameter.parameter
    var arguments = [SwiftText.literal(described.name), "in: .\(described.location.rawValue)"]
    if described.isRequired { arguments.append("required: true") }
    switch described.serialization {
    case .content(let mediaType): arguments.append("content: \(SwiftText.literal(mediaType.text))")
    case .style(let style):
        if style.style != described.location.standardStyle { arguments.append("style: .\(style.style.rawValue)") }
        if style.explode != style.style.explodesByDefault { arguments.append("explode: \(style.explode)") }
        if style.shape != .primitive { arguments.append("shape: .\(style.shape.rawValue)") }
        if let properties = propertiesArgument(style) { arguments.append(properties) }
        if style.allowsReserved { arguments.append("allowReserved: true") }
        if style.allowsEmptyValue { arguments.append("allowEmptyValue: true") }
    }
    if let schema = schemaArgument(described.schema, api) { arguments.append(schema) }
    return ".init(" + arguments.joined(separator: ", ") + ")"
}

/// The property names that replace an exploded object's own name; nil if there are none, or if it takes any name.
func propertiesArgument(_ style: SerializationStyle) -> String? {
    guard style.explode, style.style.explodesByDefault, let properties = style.properties else { return nil }
    return "properties: [\(properties.map(SwiftText.literal).joined(separator: ", "))]"
}

extension ParameterStyle {
    /// Whether the style explodes by default; then the names of an object's properties replace the
    /// parameter's own.
    fileprivate var explodesByDefault: Bool {
        self == .form || self == .cookie
    }
}

extension ParameterLocation {
    fileprivate var standardStyle: ParameterStyle {
        self == .query || self == .cookie ? .form : .simple
    }
}

private func responseDescription(_ outcome: Outcome, of endpoint: Endpoint, _ api: API) -> String {
    var arguments = [SwiftText.literal(outcome.response.status.text)]
    if !outcome.response.representations.isEmpty {
        arguments.append("[" + outcome.response.representations.map { SwiftText.literal($0.name) }.joined(separator: ", ") + "]")
    }
    let isSuccess = endpoint.successes.contains { $0.response.status == outcome.response.status }
    if isSuccess != outcome.response.status.isSuccess { arguments.append("isSuccess: \(isSuccess)") }
    if let schema = schemaArgument(outcome.contents, api) { arguments.append(schema) }
    let headers = outcome.headers.compactMap { headerDescription($0.header, api) }
    if !headers.isEmpty { arguments.append("headers: [\(headers.joined(separator: ", "))]") }
    if let encoding = formEncoding(of: outcome.contents) { arguments.append("encoding: \(encoding)") }
    return ".init(\(arguments.joined(separator: ", ")))"
}

/// The description of a header for the runtime; nil if its type describes it completely.
func headerDescription(_ header: ResolvedParameter, _ api: API) -> String? {
    var arguments = [SwiftText.literal(header.name), "in: .header"]
    let plain = arguments.count
    switch header.serialization {
    case .content(let mediaType): arguments.append("content: \(SwiftText.literal(mediaType.text))")
    case .style(let style):
        if style.explode { arguments.append("explode: true") }
        if style.shape != .primitive { arguments.append("shape: .\(style.shape.rawValue)") }
        if let schema = schemaArgument(header.schema, api) { arguments.append(schema) }
    }
    return arguments.count == plain ? nil : ".init(\(arguments.joined(separator: ", ")))"
}

private func securityDescription(_ endpoint: Endpoint) -> [String] {
    endpoint.operation.security.map { requirement in
        "["
            + requirement.schemes.map { scheme in
                let scopes =
                    scheme.scopes.isEmpty ? "" : ", scopes: [\(scheme.scopes.map(SwiftText.literal).joined(separator: ", "))]"
                return ".init(\(SwiftText.literal(scheme.name))\(scopes))"
            }.joined(separator: ", ") + "]"
    }
}

private func outcomeTemplate(
    _ outcome: Outcome, response: String? = nil, _ spelling: Spelling
) -> OperationsTemplate.Outcome {
    OperationsTemplate.Outcome(
        comment: comment(outcome.response.status.text + (outcome.documentation.isEmpty ? "" : ": " + outcome.documentation)),
        name: outcome.name.spelling,
        payload: outcome.associatedValues(
            status: spelling.swift + "Int", value: outcome.valueType(spelling), response: response),
        binding: outcome.associatedValues(status: "_", value: outcome.hasValue ? "_" : nil, response: "let response"))
}

extension Outcome {
    /// The associated values of the outcome's case, with parentheses: the status where the document leaves it open, then the value,
    /// and for a failure the response that it came with.
    ///
    /// - Parameters:
    ///   - status: The type or the value of the status, or a pattern for it.
    ///   - value: The same for what the outcome carries; `nil` if that is nothing.
    ///   - response: The same for the response of a failure; `nil` for a success.
    func associatedValues(status: String, value: String?, response: String? = nil) -> String {
        let label = leavesStatusOpen ? (structureName == nil ? "body: " : "response: ") : ""
        let values = [leavesStatusOpen ? "status: " + status : nil, value.map { label + $0 }, response].compactMap { $0 }
        return values.isEmpty ? "" : "(" + values.joined(separator: ", ") + ")"
    }

    /// Whether the outcome carries something besides its status.
    var hasValue: Bool { content != nil || structureName != nil }

    /// The type of what the outcome carries; nil when it is only a status.
    func valueType(_ spelling: Spelling) -> String? {
        structureName.map { spelling.qualified($0) } ?? bodyType(spelling)
    }

    /// The type of the body; nil when there is none.
    fileprivate func bodyType(_ spelling: Spelling) -> String? {
        guard let type = spelling.type(ofBody: contents, choice: choiceName) else { return nil }
        return mayLackContent && !type.hasSuffix("?") ? type + "?" : type
    }
}

/// The struct that holds a response's headers and body.
private func structureTemplate(_ outcome: Outcome, _ spelling: Spelling) -> OperationsTemplate.ResponseStructure? {
    guard let name = outcome.structureName else { return nil }
    let headers = outcome.headers.map { header in
        let description = "`\(header.header.name)`: \(header.header.description ?? "")"
        return (name: header.name.spelling, type: header.type, comment: description)
    }
    let body =
        outcome.bodyType(spelling).map { [AliasTemplate(comment: [], name: "body", type: $0)] } ?? []
    return OperationsTemplate.ResponseStructure(
        comment: comment(outcome.documentation), name: name.spelling,
        properties: headers.map { AliasTemplate(comment: comment($0.comment), name: $0.name, type: spelling.type($0.type)) } + body,
        parameters: headers.map { "\($0.name): \(spelling.type($0.type))" + ($0.type.isOptional ? " = nil" : "") }
            + body.map { "\($0.name): \($0.type)" + (outcome.mayLackContent ? " = nil" : "") })
}
