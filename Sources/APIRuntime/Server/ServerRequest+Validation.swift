extension ServerRequest {
    /// Validates a parameter against its schema.
    ///
    /// - Throws: A failure with all violations.
    func validate(_ read: SentParameter<some JSONCodable>?, of parameter: Parameter) throws(RequestFailure) {
        guard isValidated, let schema = parameter.schema, let schemas = operation.schemas, let read,
            let json = read.json ?? (try? JSONValue(representing: read.value))
        else { return }
        let sent = SentValue(json, read.tree)
        let violations = sent.judged(schemas.violations(of: sent.value, against: schema, in: .requests))
        guard violations.isEmpty else { throw .invalid(parameter, violations) }
    }

    /// Validates the names of the members of an exploded object of which only unknown members were sent.
    ///
    /// - Throws: A failure with the violations.
    func refuseUnknownMembers(_ sent: TextTree, of parameter: Parameter) throws(RequestFailure) {
        guard isValidated, let schema = parameter.schema, let schemas = operation.schemas else { return }
        let value = SentValue(.object(JSONObject()), sent).value
        let violations = schemas.violations(of: value, against: schema, in: .requests).filter(\.holdsForAnyValue)
        guard violations.isEmpty else { throw .invalid(parameter, violations) }
    }

    /// Validates a JSON body against its schema. Decoding reports a body that is not JSON.
    ///
    /// - Throws: A failure with all violations.
    func validate(json: [UInt8]) throws(RequestFailure) {
        guard let check = try bodyCheck() else { return }
        let violations = check.violations(in: json)
        guard violations.isEmpty else { throw .invalidBody(violations) }
    }

    /// Validates the value of a body against its schema.
    ///
    /// - Throws: A failure with all violations.
    func validate(_ tree: @autoclosure () -> JSONValue?) throws(RequestFailure) {
        guard let check = try bodyCheck(), let tree = tree() else { return }
        let violations = check.violations(of: tree)
        guard violations.isEmpty else { throw .invalidBody(violations) }
    }

    /// Validates a form or XML body against its schema, including the members that its type does not have.
    ///
    /// - Parameter sent: What was sent, or `nil` if the type has all of it.
    /// - Throws: A failure with all violations.
    func validate(_ value: some JSONCodable, sentAs sent: TextTree?) throws(RequestFailure) {
        guard let check = try bodyCheck() else { return }
        let violations: [JSONViolation]
        if let sent {
            guard let tree = try? JSONValue(representing: value) else { return }
            let sent = SentValue(tree, sent)
            violations = sent.judged(check.violations(of: sent.value))
        } else {
            // A valid document is recognized by its bytes, which take less memory than a tree.
            guard let json = try? JSONWriter.write(value) else { return }
            violations = check.violations(in: json)
        }
        guard violations.isEmpty else { throw .invalidBody(violations) }
    }

    /// What the body, or each item of a stream, is checked against; `nil` where it is not.
    /// - Throws: 415 where the body has a media type that the document does not name.
    func bodyCheck() throws(RequestFailure) -> SchemaCheck? {
        guard isValidated, let schemas = operation.schemas, let body = operation.requestBody, !body.schemas.isEmpty,
            let schema = body.schemas[try mediaType()]
        else { return nil }
        return SchemaCheck(schemas: schemas, reference: schema, direction: .requests) { RequestFailure.invalidBody($0, at: $1) }
    }
}

extension RequestFailure {
    fileprivate static func invalid(_ parameter: Parameter, _ violations: [JSONViolation]) -> RequestFailure {
        RequestFailure(
            parameter.location == .path ? .invalidPathParameter : .invalidParameter,
            "the \(parameter.location.rawValue) parameter '\(parameter.name)' is invalid: \(violations.sentence)",
            parameter: parameter.name, violations: violations)
    }

    fileprivate static func invalidBody(_ violations: [JSONViolation], at place: String? = nil) -> RequestFailure {
        let place = place.map { $0 + ": " } ?? ""
        return RequestFailure(.invalidBody, "the body is invalid: \(place)\(violations.sentence)", violations: violations)
    }
}
