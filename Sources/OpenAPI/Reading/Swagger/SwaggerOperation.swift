import Diagnostics
import YAMLTree

extension DocumentReader {
    /// Reads the fields of a Swagger 2.0 operation that differ from OpenAPI 3, except its responses.
    mutating func readSwaggerOperation(_ operation: inout Operation, _ fields: inout Fields, _ shared: YAMLNode?) {
        let consumes = fields.take("consumes")
        let produces = fields.take("produces")
        let schemes = texts(fields.take("schemes"), "schemes")
        if !schemes.isEmpty { operation.servers = servers(schemes: schemes, at: operation.position) }
        producing = produces.map { mediaTypeNames($0, "produces") } ?? swagger.produces
        let consumed = consumes.map { mediaTypeNames($0, "consumes") } ?? swagger.consumes
        let parameters = swaggerParameters(shared, fields.take("parameters"))
        operation.parameters = parameters.compactMap { $0.location == nil ? nil : parameter($0.node) }
        checkFormAndBody(parameters)
        operation.requestBody =
            parameters.first { $0.place == "body" }.map { body($0.node, consumed) }
            ?? formBody(parameters.filter { $0.place == "formData" }, consumed)
    }

    /// Returns the parameters of the path item and of the operation, resolved; the operation's replace the path item's.
    private mutating func swaggerParameters(_ shared: YAMLNode?, _ own: YAMLNode?) -> [SwaggerParameter] {
        let own = swaggerParameters(own)
        let replaced = Set(own.map(\.key))
        return swaggerParameters(shared).filter { !replaced.contains($0.key) } + own
    }

    private mutating func swaggerParameters(_ node: YAMLNode?) -> [SwaggerParameter] {
        var parameters: [SwaggerParameter] = []
        var seen: [String: SwaggerParameter] = [:]
        for element in elements(of: node, "parameters") {
            guard element.isMapping else {
                report(.notAParameter(element), choosing: "it is ignored")
                continue
            }
            guard let target = references.resolved(element, as: .parameter), let parameter = swaggerParameter(target) else {
                continue
            }
            if let first = seen[parameter.key] {
                report(.duplicate(parameter, at: element, first: first), choosing: "the first one is used")
            } else {
                seen[parameter.key] = parameter
                parameters.append(parameter)
            }
        }
        return parameters
    }

    private mutating func swaggerParameter(_ node: YAMLNode) -> SwaggerParameter? {
        guard let nameNode = node["name"], let name = text(nameNode, "name") else {
            if node["name"]?.isScalar != false { report(.parameterWithoutName(node), choosing: "it is ignored") }
            return nil
        }
        let place = node["in"]?.text ?? ""
        guard ["path", "query", "header", "body", "formData"].contains(place) else {
            report(.unknownPlace(node["in"], at: node["in"] ?? node), choosing: "the parameter is ignored")
            return nil
        }
        guard place != "header" || isSendable(name, at: nameNode, .header) else { return nil }
        return SwaggerParameter(node: node, nameNode: nameNode, name: name, place: place)
    }

    /// Checks that an operation has one body parameter or form parameters.
    private mutating func checkFormAndBody(_ parameters: [SwaggerParameter]) {
        let bodies = parameters.filter { $0.place == "body" }
        if bodies.count > 1 {
            report(.secondBody(bodies[1], first: bodies[0]), choosing: "the first one is used")
        }
        if let body = bodies.first, let form = parameters.first(where: { $0.place == "formData" }) {
            report(.formBesideBody(form, body), choosing: "the body is used")
        }
    }
}

/// A parameter of Swagger 2.0, including body and form parameters.
struct SwaggerParameter {
    let node: YAMLNode
    let nameNode: YAMLNode
    let name: String
    /// The value of `in`.
    let place: String

    /// The location; `nil` for body and form parameters.
    var location: ParameterLocation? { ParameterLocation(rawValue: place) }
    var key: String { place + " " + (place == "header" ? name.lowercased() : name) }
}

extension Diagnostic {
    fileprivate static func notAParameter(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a parameter must be a mapping, found \(node.kindPhrase)", at: node.position)
    }

    fileprivate static func duplicate(_ parameter: SwaggerParameter, at node: YAMLNode, first: SwaggerParameter) -> Diagnostic {
        Diagnostic(
            .error, "\(parameter.place) parameter '\(parameter.name)' is already declared", at: node.position,
            notes: [.init("first declared here", at: first.nameNode.position)])
    }

    fileprivate static func parameterWithoutName(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "a parameter needs a 'name'", at: node.position)
    }

    fileprivate static func unknownPlace(_ place: YAMLNode?, at node: YAMLNode) -> Diagnostic {
        Diagnostic(
            .error, "'in' must be path, query, header, body or formData, found \(place?.text.map { "'\($0)'" } ?? "nothing")",
            at: node.position)
    }

    fileprivate static func secondBody(_ second: SwaggerParameter, first: SwaggerParameter) -> Diagnostic {
        Diagnostic(
            .error, "'\(second.name)' is a second body parameter; only one is allowed", at: second.nameNode.position,
            notes: [.init("the first body parameter is here", at: first.nameNode.position)])
    }

    fileprivate static func formBesideBody(_ form: SwaggerParameter, _ body: SwaggerParameter) -> Diagnostic {
        Diagnostic(
            .error, "form parameter '\(form.name)' is not allowed beside a body parameter", at: form.nameNode.position,
            notes: [.init("the body parameter is here", at: body.nameNode.position)])
    }
}
