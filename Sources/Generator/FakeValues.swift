package import APIModel
import Printing

/// The values of the file with a server that returns examples.
func fakeTemplate(_ api: API) -> FakeTemplate {
    var spelling = Spelling(api: api, file: .operations)
    spelling.isQualified = true
    let interfaces = api.interfaces.map { fakeTemplate($0, spelling) }
    return FakeTemplate(
        usesRuntime: api.interfaces.contains { $0.signaturesNameRuntime(api) }, imports: spelling.modules.imports,
        interfaces: interfaces)
}

private func fakeTemplate(_ interface: Interface, _ spelling: Spelling) -> FakeTemplate.Interface {
    let examples = SwiftExpressions(spelling: spelling.outside)
    return FakeTemplate.Interface(
        comment: comment(fakeComment(interface, spelling.api)), name: "Fake\(interface.prefix)Server",
        serverName: interface.prefix + "Server",
        schemes: zip(schemes(of: interface, spelling), spelling.api.credentials).map { scheme, credential in
            FakeTemplate.Scheme(
                function: scheme.function, type: scheme.type,
                value: credential.scheme.kind.credential == .basic ? "username" : "value")
        },
        operations: interface.endpoints.map { operationTemplate($0, examples, spelling) },
        shapes: interface.errorTypes.map { errorType in
            FakeTemplate.Shape(
                function: errorType.functionName.spelling, type: shapeType(of: errorType, spelling),
                value: description(in: errorType, interface, examples) ?? "")
        })
}

private func fakeComment(_ interface: Interface, _ api: API) -> String {
    let name = api.namespace.spelling
    let client = interface.prefix + "Client"
    return """
        A server that returns the document's examples or made ones, and accepts all credentials.

            let fake = InProcessTransport(\(name).Fake\(interface.prefix)Server().router())
            let client = \(name).\(client)(serverURL: \(SwiftText.literal(interface.exampleURL)), transport: fake)
        """
}

private func operationTemplate(
    _ endpoint: Endpoint, _ examples: SwiftExpressions, _ spelling: Spelling
) -> FakeTemplate.Operation {
    let result = resultType(of: endpoint, spelling)
    let value: String?
    switch endpoint.success {
    case .nothing: value = nil
    case .one(let index): value = answer(endpoint.outcomes[index], examples, spelling)
    case .several(_, let indices):
        let outcome = endpoint.outcomes[indices[0]]
        let status = String(outcome.response.status.defaultCode)
        let values = outcome.associatedValues(status: status, value: answer(outcome, examples, spelling))
        value = "\(result)." + outcome.name.spelling + values
    }
    return FakeTemplate.Operation(
        name: endpoint.name.spelling,
        parameters: serverSignature(of: endpoint, principal: spelling.swift + "String", spelling), result: result,
        value: value ?? "")
}

/// The expression of what an outcome carries; nil where that is nothing.
private func answer(_ outcome: Outcome, _ examples: SwiftExpressions, _ spelling: Spelling) -> String? {
    let api = spelling.api
    let body = outcome.content.map { content in
        let value = examples.example(content)
        return outcome.choiceName.map { "\(spelling.qualified($0)).\(content.name.spelling)(\(value))" } ?? value
    }
    guard let name = outcome.structureName else { return body }
    var arguments = outcome.headers.filter { !$0.type.isOptional }.map { header in
        "\(header.name.label): \(examples.json(header.header.answer(in: api), as: header.type))"
    }
    if let body { arguments.append("body: " + body) }
    return "\(spelling.qualified(name))(\(arguments.joined(separator: ", ")))"
}

/// The expression that describes a refusal in a type of the document; nil where no member has room for it.
private func description(in errorType: ErrorType, _ interface: Interface, _ examples: SwiftExpressions) -> String? {
    for outcome in interface.endpoints.flatMap(\.outcomes) {
        guard let content = outcome.content, content.type == errorType.type, content.coding == .json,
            let schema = content.representation.schema, let example = content.answer(in: examples.api),
            let failure = FailureExample(example, of: schema, in: examples.api)
        else { continue }
        let text = failure.pieces.map { piece in
            switch piece {
            case .json(let json): String(SwiftText.literal(json).dropFirst().dropLast())
            case .message: "\\(failure.quotedMessage)"
            case .status: "\\(failure.status)"
            }
        }
        return "try " + examples.read(literal: "\"" + text.joined() + "\"", as: errorType.type)
    }
    return nil
}

extension ResolvedParameter {
    /// The header of the fake server: the document's example if it is valid, or a value made from the schema.
    func answer(in api: API) -> JSONValue {
        if let given = examples.first?.value?.value, let schema, ExampleSynthesis.fits(given, schema, in: api) { return given }
        return schema.flatMap { ExampleSynthesis.value(for: $0, in: api) } ?? .string("value")
    }
}

extension Content {
    /// The response of the fake server: the document's example, or a value made from the schema.
    package func answer(in api: API) -> JSONValue? {
        let given = givenExample.map { given in representation.schema.map { given.answered($0, in: api) } ?? given }
        // Authors write texts where objects are expected, and forget members; their type cannot be read from that.
        if let given, representation.schema.map({ ExampleSynthesis.fits(given, $0, in: api) }) ?? true { return given }
        return madeExample(in: api, for: .responses) ?? madeExample(in: api) ?? given
    }
}

extension SwiftExpressions {
    /// A body of a media type.
    fileprivate func example(_ content: Content) -> String {
        switch content.coding {
        case .json, .form, .xml,
            .text where content.isTypedText:
            json(content.answer(in: api) ?? .null, as: content.type)
        default: body(BodyExample(content, in: api), content)
        }
    }

    /// The value read from JSON, which has one form for every type and takes a compiler no time.
    fileprivate func json(_ value: JSONValue, as type: TypeReference) -> String {
        if value == .null, type.isOptional { return "nil" }
        return "try " + read(value.literal(.json), as: type)
    }

    /// The expression that reads a value of a type from JSON.
    package func read(_ json: String, as type: TypeReference) -> String {
        read(literal: SwiftText.literal(json), as: type)
    }

    /// - Parameter literal: a string literal with the JSON.
    fileprivate func read(literal: String, as type: TypeReference) -> String {
        "\(spelling.type(type.withoutOptional))(json: \(spelling.swift)Array(\(literal).utf8))"
    }
}

extension Interface {
    /// Whether the functions of a server have parameters or results of the runtime's types; an import that is public without that
    /// earns a warning.
    fileprivate func signaturesNameRuntime(_ api: API) -> Bool {
        let authenticates = !api.credentials.isEmpty && endpoints.contains { $0.security != .none }
        return authenticates || api.passesContext && !endpoints.isEmpty || !errorTypes.isEmpty
            || endpoints.contains(where: \.signatureNamesRuntime)
    }
}

extension Endpoint {
    fileprivate var signatureNamesRuntime: Bool {
        if serverChoosesResponse || parameters.contains(where: { $0.type.namesRuntime }) { return true }
        if let body, body.choiceName == nil, body.content[0].namesRuntime { return true }
        guard case .one(let index) = success else { return false }
        let outcome = outcomes[index]
        return outcome.structureName == nil && outcome.choiceName == nil && outcome.content?.namesRuntime == true
    }
}

extension Content {
    fileprivate var namesRuntime: Bool {
        switch coding {
        case .json, .form, .xml, .text: type.namesRuntime
        case .multipart, .bytes, .events, .jsonEvents, .typedEvents, .jsonLines: true
        }
    }
}

extension TypeReference {
    fileprivate var namesRuntime: Bool {
        switch self {
        case .runtime, .nullable: true
        case .array(let inner), .dictionary(let inner), .optional(let inner): inner.namesRuntime
        case .standard, .foundation, .declared, .custom: false
        }
    }
}
