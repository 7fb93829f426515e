import Diagnostics

/// Turns operations into endpoints, and what their parameters and bodies need into types.
///
/// A class, as a copy anywhere would make the next change copy all tables.
final class EndpointBuilder {
    let document: ResolvedDocument
    var types: TypeBuilder
    var components = ComponentTypes()
    private let namespace: Identifier
    /// The names of the client's functions.
    var operationNames: NameScope
    private var operationTypes = NameScope(.operationTypes)

    init(_ document: ResolvedDocument, types: TypeBuilder, namespace: Identifier) {
        self.document = document
        self.types = types
        self.namespace = namespace
        operationNames = NameScope(.operations, reserving: [namespace.name])
    }

    func endpoints(log: inout DiagnosticLog) -> [Endpoint] {
        let names = names(of: document.operations)
        defineComponents(of: document.operations, log: &log)
        return zip(document.operations, names).map { endpoint($0, named: $1, log: &log) }
    }

    /// The operations of webhooks and of callbacks, each with the path that a server receives it at.
    func webhooks(log: inout DiagnosticLog) -> [Endpoint] {
        let names = names(of: document.webhooks)
        defineComponents(of: document.webhooks, log: &log)
        var paths: Set<String> = []
        return zip(document.webhooks, names).map { operation, name in
            var operation = operation
            // Callbacks of two operations may have one name.
            if !paths.insert(operation.method + operation.path).inserted { operation.path = "/" + name.name }
            return endpoint(operation, named: name, log: &log)
        }
    }

    private func names(of operations: [ResolvedOperation]) -> [Identifier] {
        let keys = operations.map { NameKey(.operations, $0.lockOwner) }
        types.overrides.hold(keys, in: &operationNames)
        var names = operations.map { types.overrides.member(for: $0.preferredName, kind: $0.method.lowercased()) }
        // Names from the document take precedence over synthesized ones.
        for isNamed in [true, false] {
            for (index, operation) in operations.enumerated() where operation.isNamed == isNamed {
                names[index] = types.overrides.claim(
                    keys[index], names[index], for: operation.preferredName, in: &operationNames)
            }
        }
        return names
    }

    private func endpoint(_ operation: ResolvedOperation, named name: Identifier, log: inout DiagnosticLog) -> Endpoint {
        let typeName = operationTypes.claim(Identifier(typeFrom: name.name))
        var scope = NameScope(.parameters, reserving: [namespace.name])
        let sent = operation.parameters.filter(\.isSent)
        for parameter in sent where hasItemsWithoutText(parameter) { log.report(.nullItems(parameter)) }
        types.overrides.hold(sent.map { operation.lockKey(of: $0) }, in: &scope)
        let parameters = sent.map { parameter($0, of: operation, typeName, &scope) }
        let body = operation.requestBody.flatMap { self.body($0, typeName, &scope, log: &log) }
        let outcomes = self.outcomes(of: operation, typeName, log: &log)
        let success = success(of: operation, typeName)
        return Endpoint(
            operation: operation, name: name, typeName: typeName,
            documentation: operation.documentationText, parameters: parameters, body: body, outcomes: outcomes,
            success: success, accept: accept(of: operation, outcomes, typeName),
            error: error(of: success.failures(among: outcomes), operation, typeName),
            security: security(of: operation))
    }

    private func parameter(
        _ parameter: ResolvedParameter, of operation: ResolvedOperation, _ typeName: Identifier, _ scope: inout NameScope
    ) -> EndpointParameter {
        let preferred = TypeName(typeName).appending(parameter.name)
        let own = types.overrides.member(for: parameter.name, kind: parameter.location.rawValue)
        let name = types.overrides.claim(
            operation.lockKey(of: parameter), own,
            alternative: Identifier(memberFrom: parameter.name + " " + parameter.location.rawValue), for: parameter.name, in: &scope
        )
        guard let schema = parameter.schema else {
            let type = TypeReference.string
            return EndpointParameter(
                parameter: parameter, name: name, type: parameter.isRequired ? type : .optional(type), defaultValue: nil)
        }
        let result = types.type(of: schema, named: preferred)
        types.finishPending()
        return EndpointParameter(
            parameter: parameter, name: name,
            type: parameter.isRequired ? result.type : .optional(result.type),
            defaultValue: parameter.isRequired ? nil : types.defaultValue(of: schema, as: result.type))
    }

    private func body(
        _ body: ResolvedBody, _ typeName: Identifier, _ scope: inout NameScope, log: inout DiagnosticLog
    ) -> EndpointBody? {
        let made = bodyTypes(of: body, typeName: typeName, log: &log)
        guard !made.contents.isEmpty else { return nil }
        let contents = body.isRequired ? made.contents : made.contents.map(\.keepingNull)
        return EndpointBody(
            name: scope.claim(Identifier(memberFrom: "body"), alternative: Identifier(memberFrom: "requestBody")),
            isRequired: body.isRequired, content: contents, choiceName: made.choiceName,
            mediaTypes: made.mediaTypes, documentation: body.description ?? "")
    }

    private func outcomes(of operation: ResolvedOperation, _ typeName: Identifier, log: inout DiagnosticLog) -> [Outcome] {
        var scope = NameScope(.outcomes)
        return operation.responses.map { response in
            let name = outcomeName(for: response.status)
            let owner = TypeName(typeName)
            let base = response.isOnlySuccess(of: operation) ? owner : owner.appending(name.name)
            let made = responseTypes(of: response, base: base, log: &log)
            return Outcome(
                response: response, name: scope.claim(name), documentation: response.description ?? "", contents: made.contents,
                choiceName: made.choiceName, headers: made.headers, structureName: made.structureName)
        }
    }

    func headers(of response: ResolvedResponse, _ base: TypeName) -> [OutcomeHeader] {
        var scope = NameScope(.response)
        return typedHeaders(response.headers.filter(\.isSent), named: base, &scope)
    }

    /// The types and names of header fields.
    func typedHeaders(_ headers: [ResolvedParameter], named base: TypeName, _ scope: inout NameScope) -> [OutcomeHeader] {
        let keys = types.overrides.keys(.headers, at: headers.map(\.position))
        types.overrides.hold(keys.compactMap(\.self), in: &scope)
        return zip(headers, keys).map { header, key in
            let preferred = header.componentName.map { typeName(ofComponent: $0, "Header") } ?? base.appending(header.name)
            let result = header.schema.map { types.type(of: $0, named: preferred) }
            types.finishPending()
            let type = result?.type ?? .string
            return OutcomeHeader(
                header: header,
                name: types.overrides.claim(key, Identifier(memberFrom: header.name, kind: "header"), in: &scope),
                type: header.isRequired ? type : .optional(type))
        }
    }

    private func success(of operation: ResolvedOperation, _ typeName: Identifier) -> Success {
        let successes = operation.successes
        switch successes.count {
        case 0: return .nothing
        case 1: return .one(successes[0])
        default:
            let candidates = TypeName(typeName).appending("Response").candidates(kinds: ["Details"], title: nil)
            let name = types.overrides.claim(operation.lockKey(of: .success), candidates, in: &types.names).name
            return .several(name: name, outcomes: successes)
        }
    }

    /// Its own error; see ``sharingErrors(of:_:)``.
    private func error(of failures: [Outcome], _ operation: ResolvedOperation, _ typeName: Identifier) -> EndpointError {
        if failures.isEmpty { return .undocumented }
        let failure = typeName.appending("Failure")
        let name = types.overrides.claim(
            operation.lockKey(of: .error), typeName.name.hasSuffix("Error") ? failure : typeName.appending("Error"),
            alternative: failure, in: &types.names)
        return .declared(name, failures, isShared: false)
    }

    private func security(of operation: ResolvedOperation) -> EndpointSecurity {
        if operation.security.isEmpty { return .none }
        return operation.security.contains { $0.schemes.isEmpty } ? .optional : .required
    }

    /// Whether an item of an array in a style can be null, for which styles have no text (OpenAPI 3.1.1, appendix D).
    private func hasItemsWithoutText(_ parameter: ResolvedParameter) -> Bool {
        guard parameter.style != nil, let schema = parameter.schema,
            case .schema(let items) = document.schemas.form(schema).array.rest
        else { return false }
        return document.schemas.form(items).isNullable
    }
}

extension Diagnostic {
    fileprivate static func nullItems(_ parameter: ResolvedParameter) -> Diagnostic {
        let style = parameter.style?.style.rawValue ?? ""
        return Diagnostic(
            .warning,
            "items of \(parameter.location.rawValue) parameter '\(parameter.name)' can be null, which style '\(style)' cannot represent",
            at: parameter.position)
    }
}
