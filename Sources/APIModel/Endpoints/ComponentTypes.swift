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
}

/// What the media types of a body become.
struct BodyTypes {
    let contents: [Content]
    let choiceName: Identifier?
    let mediaTypes: MediaTypeChoice?
}

/// What a response's headers and media types become.
struct ResponseTypes {
    let contents: [Content]
    let choiceName: Identifier?
    let headers: [OutcomeHeader]
    let structureName: Identifier?
}

extension EndpointBuilder {
    /// Makes the types of components that operations refer to first, so that they keep their own names.
    mutating func defineComponents(of operations: [ResolvedOperation], log: inout DiagnosticLog) {
        for operation in operations {
            for parameter in operation.parameters where parameter.isSent {
                guard let name = parameter.componentName, let schema = parameter.schema else { continue }
                _ = types.type(of: schema, named: preferredTypeName(name, "Parameter"))
                types.finishPending()
            }
            if let body = operation.requestBody, body.componentName != nil { _ = bodyTypes(of: body, typeName: nil, log: &log) }
            for response in operation.responses where response.componentName != nil {
                _ = responseTypes(of: response, base: nil, log: &log)
            }
        }
    }

    /// The name of a component for its type, or with its kind behind it where another type has the name.
    func preferredTypeName(_ name: String, _ kind: String) -> Identifier {
        let preferred = Identifier(typeFrom: name)
        return types.names.isFree(preferred) ? preferred : preferred.appending(kind)
    }

    /// - Parameter typeName: what the types are named after where the body is no component.
    mutating func bodyTypes(of body: ResolvedBody, typeName: Identifier?, log: inout DiagnosticLog) -> BodyTypes {
        let key = ComponentTypes.Key(body.position, body.representations)
        if let known = components.bodies[key] { return known }
        let hasSeveral = body.representations.count > 1
        guard let name = body.componentName else {
            let typeName = typeName ?? Identifier(typeFrom: "")
            let contents = requestContents(of: body.representations, named: typeName.appending("Body"), log: &log)
            let choice = contents.count > 1 ? types.names.claim(typeName.appending("Content")) : nil
            return BodyTypes(contents: contents, choiceName: choice, mediaTypes: mediaTypes(of: contents, typeName))
        }
        let preferred = preferredTypeName(name, "Body")
        let contents = requestContents(
            of: body.representations, named: hasSeveral ? preferred.appending("Content") : preferred, log: &log)
        let made = BodyTypes(
            contents: contents, choiceName: contents.count > 1 ? types.names.claim(preferred) : nil,
            mediaTypes: mediaTypes(of: contents, preferred))
        components.bodies[key] = made
        return made
    }

    /// - Parameter base: what the types are named after where the response is no component.
    mutating func responseTypes(of response: ResolvedResponse, base: Identifier?, log: inout DiagnosticLog) -> ResponseTypes {
        let key = ComponentTypes.Key(response.definition, response.representations)
        if let known = components.responses[key] { return known }
        guard let name = response.componentName else {
            let base = base ?? Identifier(typeFrom: "")
            let contents = contents(of: response.representations, named: base.appending("Response"), log: &log)
            let headers = headers(of: response, base)
            return ResponseTypes(
                contents: contents, choiceName: contents.count > 1 ? types.names.claim(base.appending("ResponseContent")) : nil,
                headers: headers, structureName: headers.isEmpty ? nil : types.names.claim(base.appending("Answer")))
        }
        let preferred = preferredTypeName(name, "Response")
        let isWhole = response.representations.count == 1 && !response.headers.contains(where: \.isSent)
        let contents = contents(of: response.representations, named: isWhole ? preferred : preferred.appending("Body"), log: &log)
        let headers = headers(of: response, preferred)
        let preferredChoice = headers.isEmpty ? preferred : preferred.appending("Content")
        let made = ResponseTypes(
            contents: contents, choiceName: contents.count > 1 ? types.names.claim(preferredChoice) : nil, headers: headers,
            structureName: headers.isEmpty ? nil : types.names.claim(preferred))
        components.responses[key] = made
        return made
    }
}
