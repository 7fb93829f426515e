extension ServerRequest {
    /// Refuses a parameter that is not what its schema asks for, with everything that is wrong with it.
    func validate(_ read: SentParameter<some JSONCodable>?, of parameter: Parameter) throws(RequestFailure) {
        guard isValidated, let schema = parameter.schema, let schemas = operation.schemas, let read,
            let json = read.json ?? (try? JSONValue(representing: read.value))
        else { return }
        let sent = SentValue(json, read.tree)
        let violations = sent.judged(schemas.violations(of: sent.value, against: schema, in: .requests))
        guard violations.isEmpty else { throw .invalid(parameter, violations) }
    }

    /// Refuses an exploded object of which only members were sent that it does not allow.
    func refuseUnknownMembers(_ sent: TextTree, of parameter: Parameter) throws(RequestFailure) {
        guard isValidated, let schema = parameter.schema, let schemas = operation.schemas else { return }
        let value = SentValue(.object(JSONObject()), sent).value
        let violations = schemas.violations(of: value, against: schema, in: .requests).filter(\.isAboutUnknownMembers)
        guard violations.isEmpty else { throw .invalid(parameter, violations) }
    }

    /// Refuses a body that is not what its schema asks for. What is no JSON is left to whoever reads it into its type.
    func validate(_ tree: @autoclosure () -> JSONValue?) throws(RequestFailure) {
        guard let check = try bodyCheck(), let tree = tree() else { return }
        let violations = check.violations(of: tree)
        guard violations.isEmpty else { throw .invalidBody(violations) }
    }

    /// Refuses a body whose members are not what its schema asks for, those among them that its type does not have.
    func validate(_ value: some JSONCodable, sentAs sent: TextTree) throws(RequestFailure) {
        guard let check = try bodyCheck(), let tree = try? JSONValue(representing: value) else { return }
        let sent = SentValue(tree, sent)
        let violations = sent.judged(check.violations(of: sent.value))
        guard violations.isEmpty else { throw .invalidBody(violations) }
    }

    /// What the body, or each item of a stream, is checked against; `nil` where it is not.
    /// - Throws: 415 where the body has a media type that the document does not name.
    func bodyCheck() throws(RequestFailure) -> SchemaCheck? {
        guard isValidated, let schemas = operation.schemas, let body = operation.requestBody, !body.schemas.isEmpty,
            let schema = body.schemas[try mediaType()]
        else { return nil }
        return SchemaCheck(schemas: schemas, reference: schema, direction: .requests) { RequestFailure.invalidBody($0) }
    }
}

extension RequestFailure {
    fileprivate static func invalid(_ parameter: Parameter, _ violations: [JSONViolation]) -> RequestFailure {
        RequestFailure(
            parameter.location == .path ? .invalidPathParameter : .invalidParameter,
            "the \(parameter.location.rawValue) parameter '\(parameter.name)' does not fit: \(violations.sentence)",
            parameter: parameter.name, violations: violations)
    }

    fileprivate static func invalidBody(_ violations: [JSONViolation]) -> RequestFailure {
        RequestFailure(.invalidBody, "the body does not fit: \(violations.sentence)", violations: violations)
    }
}
