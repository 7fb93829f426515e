extension ServerRequest {
    /// Refuses a parameter whose value is not what its schema asks for, with everything that is wrong with it.
    func validate(_ value: (some JSONCodable)?, of parameter: Parameter) throws(RequestFailure) {
        guard isValidated, let schema = parameter.schema, let schemas = operation.schemas, let value,
            let tree = try? JSONValue(representing: value)
        else { return }
        let violations = schemas.violations(of: tree, against: schema, in: .requests)
        guard violations.isEmpty else { throw .invalid(parameter, violations) }
    }

    /// Refuses a body that is not what its schema asks for. What is no JSON is left to whoever reads it into its type.
    func validate(_ tree: @autoclosure () -> JSONValue?) throws(RequestFailure) {
        guard isValidated, let schema = operation.requestBody?.schema, let schemas = operation.schemas, let tree = tree() else { return }
        let violations = schemas.violations(of: tree, against: schema, in: .requests)
        guard violations.isEmpty else { throw .invalidBody(violations) }
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
