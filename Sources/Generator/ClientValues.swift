import APIModel
import Printing

/// The values of the client's file.
func clientTemplate(_ api: API, _ options: SwiftOptions) -> ClientTemplate {
    var spelling = Spelling(api: api, file: .operations)
    spelling.isQualified = api.hiddenNames.credentials
    var written: Set<String> = []
    let transport = options.packagedTransport
    let interfaces = api.interfaces.map { interfaceTemplate($0, writing: &written, api, transport, spelling) }
    return ClientTemplate(
        imports: spelling.modules.imports, transportModule: transport?.module ?? "",
        version: transport == nil ? "" : SwiftText.literal(api.about.version), interfaces: interfaces)
}

/// - Parameter written: the functions of bodies that interfaces before it have.
private func interfaceTemplate(
    _ interface: Interface, writing written: inout Set<String>, _ api: API, _ transport: PackagedTransport?, _ spelling: Spelling
) -> ClientTemplate.Interface {
    let serverURL = interface.isForWebhooks ? nil : api.about.defaultServerURL
    let isRelative = serverURL == nil && interface.basePath != "/"
    let outside = spelling.outside
    return ClientTemplate.Interface(
        comment: comment(interface.isForWebhooks ? webhookComment : "A client for the operations of the OpenAPI document."),
        clientName: interface.prefix + "Client",
        example: isRelative ? ", such as `\(SwiftText.commentLine(interface.exampleURL))`" : "",
        serverURL: serverURL.map { " = " + SwiftText.literal($0) } ?? "",
        documentedURL: interface.endpoints.contains { $0.operation.ownServer != nil }
            ? serverURL.map(SwiftText.literal) ?? "" : "",
        userAgent: transport == nil ? "" : userAgent(of: api),
        transport: interface.isForWebhooks ? "" : transport.map { "\($0.module).\($0.type)" } ?? "",
        hasCredentials: !api.credentials.isEmpty
            && (!interface.isForWebhooks || interface.endpoints.contains { $0.security != .none }),
        credentials: api.credentials.map { credential in
            ClientTemplate.Credential(
                comment: comment(credential.scheme.description ?? ""), name: credential.name.spelling,
                type: credentialType(credential, spelling), key: SwiftText.literal(credential.scheme.name))
        },
        parameters: api.credentials.map { "\($0.name.spelling): \(credentialType($0, spelling))? = nil" },
        groups: groupTemplates(of: interface, spelling),
        operations: interface.endpoints.map { operationTemplate($0, of: interface, spelling) },
        requestChoices: interface.endpoints.flatMap { requestChoices(of: $0, writing: &written, outside) },
        readings: interface.endpoints.flatMap { readings(of: $0, writing: &written, outside) })
}

/// The literal of the name and version by which a package's client calls itself (RFC 9110, section 10.1.5); empty without a name that
/// the field can have.
private func userAgent(of api: API) -> String {
    let product = token(api.namespace.name)
    let version = token(api.about.version)
    if product.isEmpty { return "" }
    return SwiftText.literal(version.isEmpty ? product : "\(product)/\(version)")
}

/// The characters of a text that a token can have (RFC 9110, section 5.6.2), as far as a field has room for them.
private func token(_ text: String) -> String {
    String(text.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "!#$%&'*+-.^_`|~".contains($0)) }.prefix(100))
}

private func credentialType(_ credential: Credential, _ spelling: Spelling) -> String {
    "\(spelling.runtime)Credential<\(spelling.runtime)\(credential.scheme.kind.credential.schemeType)>"
}

private let webhookComment = """
    A client for the webhooks and callbacks of the OpenAPI document, used by the service that sends them.

    A request is sent to the operation's name below the URL, or to the URL that `sending(to:)` sets.
    """

private func operationTemplate(
    _ endpoint: Endpoint, of interface: Interface, _ spelling: Spelling
) -> ClientTemplate.Operation {
    let locals = endpoint.clientLocals
    let body = endpoint.body.map { ($0, local: locals[$0.name].spelling) }
    let choice = body.flatMap { $0.choiceName == nil ? nil : $1 + ($0.isRequired ? "" : "?") }
    let arguments =
        choice != nil
        ? nil
        : body.flatMap { body, local in
            body.content.first.map { bodyArguments($0, local, in: body.mediaTypes, spelling) }
        }
    let success = reading(ofSuccessOf: endpoint, spelling)
    let parameters = functionParameters(of: endpoint, spelling)
    return ClientTemplate.Operation(
        comment: comment(callComment(endpoint)), isDeprecated: endpoint.operation.isDeprecated, name: endpoint.name.spelling,
        parameters: parameters, error: spelling.error(of: endpoint),
        result: resultType(of: endpoint, spelling), operationsName: interface.prefix + "Operations",
        inputs: endpoint.parameters.map { parameter in
            ClientTemplate.Input(
                location: parameter.parameter.location.rawValue, key: SwiftText.literal(parameter.parameter.name),
                name: locals[parameter.name].spelling)
        },
        choice: choice ?? "", body: arguments ?? [], accept: endpoint.accept.map(acceptExpression) ?? "", sending: success.function,
        reading: success.type, effects: success.effects, value: success.value,
        pages: pagesTemplate(of: endpoint, parameters: parameters, spelling))
}

func callComment(_ endpoint: Endpoint) -> String {
    var lines = [endpoint.documentation]
    var parameters = endpoint.parameters.map { parameter in
        (
            parameter.name.name, parameter.parameter.description ?? "",
            "`\(parameter.parameter.name)` of the \(parameter.parameter.location.rawValue)"
        )
    }
    if let body = endpoint.body { parameters.append((body.name.name, body.documentation, "The request body.")) }
    if endpoint.body?.mediaTypes != nil { parameters.append(("mediaType", "", "The media type of the body.")) }
    if endpoint.clientChoosesResponse {
        parameters.append(("accept", "The media type to ask for; all documented ones by default.", ""))
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
        for line in linesOfBytes {
            if line.hasPrefix("- Parameter "), lines.count > 1, lines.last == "", lines[lines.count - 2].hasPrefix("- Parameter ") {
                lines.removeLast()
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }

    /// The parts between line feeds. One behind a carriage return belongs to it.
    private var linesOfBytes: [Substring] {
        var lines: [Substring] = []
        var start = startIndex
        var previous: UInt8 = 0
        var index = utf8.startIndex
        while index < utf8.endIndex {
            let byte = utf8[index]
            let next = utf8.index(after: index)
            if byte == UInt8(ascii: "\n"), previous != UInt8(ascii: "\r") {
                lines.append(self[start..<index])
                start = next
            }
            previous = byte
            index = next
        }
        lines.append(self[start...])
        return lines
    }
}

/// The parameters of the function: required ones have no default, so that they keep document order.
func functionParameters(of endpoint: Endpoint, _ spelling: Spelling) -> [String] {
    let locals = endpoint.clientLocals
    var parameters = endpoint.parameters.map { parameter in
        "\(locals.declaration(of: parameter.name)): \(spelling.type(parameter.type))" + (parameter.type.isOptional ? " = nil" : "")
    }
    if let body = endpoint.body {
        parameters.append("\(locals.declaration(of: body.name)): \(spelling.sentType(body))" + (body.isRequired ? "" : " = nil"))
    }
    if let mediaTypes = endpoint.body?.mediaTypes { parameters.append(mediaTypeParameter(mediaTypes, spelling)) }
    if let accept = endpoint.accept { parameters.append(acceptParameter(accept, spelling)) }
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
