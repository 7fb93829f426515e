import Diagnostics

/// The bodies and responses under `components`, each made into types once, whoever refers to it.
///
/// They are found by their positions, as components of several files may have one name, and by their media types, which in
/// Swagger 2.0 follow from the operation.
struct ComponentTypes {
    struct Key: Hashable {
        let position: Position
        let mediaTypes: [String]

        init(_ position: Position, _ representations: [Representation]) {
            self.position = position
            mediaTypes = representations.map(\.name)
        }
    }

    var bodies: [Key: BodyTypes] = [:]
    var responses: [Key: ResponseTypes] = [:]
    /// How callers choose between the media types of responses that operations return.
    var accepts: [Key: MediaTypeChoice] = [:]
}

/// What the media types of a body become.
struct BodyTypes {
    let contents: [Content]
    let choiceName: Identifier?
    let mediaTypes: MediaTypeChoice?
}

/// What a response's headers and media types become.
struct ResponseTypes {
    /// What the names of its types start with.
    let typeName: TypeName
    let contents: [Content]
    let choiceName: Identifier?
    let headers: [OutcomeHeader]
    let structureName: Identifier?
}

extension EndpointBuilder {
    /// Makes the types of components that operations refer to first, so that they keep their own names.
    func defineComponents(of operations: [ResolvedOperation], log: inout DiagnosticLog) {
        for operation in operations {
            for parameter in operation.parameters where parameter.isSent {
                guard let name = parameter.componentName, let schema = parameter.schema else { continue }
                _ = types.type(of: schema, named: typeName(ofComponent: name, "Parameter"))
                types.finishPending()
            }
            if let body = operation.requestBody, body.componentName != nil { _ = bodyTypes(of: body, typeName: nil, log: &log) }
            let successes = operation.successes
            for (index, response) in operation.responses.enumerated() where response.componentName != nil {
                _ = responseTypes(of: response, base: nil, log: &log)
                if successes.contains(index) { _ = sharedAccept(of: response) }
            }
        }
    }

    /// The name of a component for its type, or with its kind behind it where another type has the name.
    func typeName(ofComponent name: String, _ kind: String) -> TypeName {
        let preferred = Identifier(typeFrom: name, kind: kind)
        return types.names.isFree(preferred) ? TypeName(preferred) : TypeName(preferred).appending(kind)
    }

    /// The body's type has the name of the component or `…Body`, and the enum of its media types has `Content` behind that.
    ///
    /// - Parameter typeName: what the types are named after where the body is no component.
    func bodyTypes(of body: ResolvedBody, typeName: Identifier?, log: inout DiagnosticLog) -> BodyTypes {
        let key = ComponentTypes.Key(body.position, body.representations)
        if let known = components.bodies[key] { return known }
        let component = body.componentName.map { self.typeName(ofComponent: $0, "Body") }
        let operation = typeName ?? Identifier(typeFrom: "")
        let base = component ?? TypeName(operation).appending("Body")
        let contents = requestContents(of: body.representations, named: base, log: &log)
        let made = BodyTypes(
            contents: contents, choiceName: contents.count > 1 ? types.claim(base.appending("Content")) : nil,
            mediaTypes: mediaTypes(of: contents, component?.identifier ?? operation, ofComponent: body.componentName))
        if component != nil { components.bodies[key] = made }
        return made
    }

    /// The response's type has the name of the component or `…Response`: the struct of its headers and body, else its body. The body
    /// beside headers has `Body` behind that, and the enum of its media types `Content`.
    ///
    /// - Parameter base: what the types are named after where the response is no component.
    func responseTypes(of response: ResolvedResponse, base: TypeName?, log: inout DiagnosticLog) -> ResponseTypes {
        let key = ComponentTypes.Key(response.definition, response.representations)
        if let known = components.responses[key] { return known }
        let component = response.componentName.map { typeName(ofComponent: $0, "Response") }
        let base = component ?? base ?? TypeName(Identifier(typeFrom: ""))
        let whole = component ?? base.appending("Response")
        let hasHeaders = response.headers.contains(where: \.isSent)
        let structureName = hasHeaders ? types.claim(whole, else: "WithHeaders") : nil
        let contents = contents(
            of: response.representations, named: hasHeaders ? whole.appending("Body") : whole, log: &log)
        let made = ResponseTypes(
            typeName: whole, contents: contents, choiceName: contents.count > 1 ? types.claim(whole.appending("Content")) : nil,
            headers: headers(of: response, base), structureName: structureName)
        if component != nil { components.responses[key] = made }
        return made
    }
}
