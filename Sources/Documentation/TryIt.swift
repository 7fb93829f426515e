import APIModel
import Printing

/// The values of the form that sends an operation's request from its page.
func tryItTemplate(of endpoint: Endpoint, in api: API) -> SiteOperationTemplate.TryIt {
    let operation = endpoint.operation
    let server = operation.servers.first?.defaultURL ?? exampleHost
    let credentials = endpoint.publicSchemes(in: api.about).prefix(1).compactMap(credentialField)
    // Browsers do not let a page set cookies of another one, nor send a body with GET and HEAD.
    let parameters = operation.parameters.filter { $0.isSent && $0.location != .cookie }.map { field(of: $0, in: api) }
    let contents = ["GET", "HEAD"].contains(operation.method) ? [] : endpoint.body?.content ?? []
    let request: JSONValue = .object([
        JSONMember("method", .string(operation.method)), JSONMember("path", .string(operation.path)),
        JSONMember("server", .string(server)), JSONMember("parameters", .array(credentials + parameters)),
        JSONMember("bodies", .array(contents.compactMap { body($0, in: api) })),
    ])
    return SiteOperationTemplate.TryIt(request: HTMLText.attribute(request.literal(.json)))
}

private func field(of parameter: ResolvedParameter, in api: API) -> JSONValue {
    var value = ""
    if parameter.isShown {
        let example = exampleValue(of: parameter, in: api)
        value = example.isScalar ? example.plainText : example.literal(.json)
    }
    var members = [
        JSONMember("name", .string(parameter.name)), JSONMember("in", .string(parameter.location.rawValue)),
        JSONMember("required", .bool(parameter.isRequired)), JSONMember("value", .string(value)),
    ]
    switch parameter.serialization {
    case .content(let mediaType): members.append(JSONMember("content", .string(mediaType.text)))
    case .style(let style):
        members += [
            JSONMember("style", .string(style.style.rawValue)), JSONMember("explode", .bool(style.explode)),
            JSONMember("shape", .string(style.shape.rawValue)),
        ]
    }
    return .object(members)
}

/// The field of a credential that a page can send; `nil` for cookies and client certificates.
private func credentialField(_ scheme: SecurityScheme) -> JSONValue? {
    guard let place = scheme.kind.place, place.location != .cookie else { return nil }
    return .object([
        JSONMember("name", .string(place.name)), JSONMember("in", .string(place.location.rawValue)),
        JSONMember("required", .bool(false)), JSONMember("value", .string(scheme.example ?? "")),
        JSONMember("style", .string(place.location == .query ? "form" : "simple")), JSONMember("explode", .bool(false)),
        JSONMember("shape", .string("primitive")),
    ])
}

/// A body as text; `nil` where a page cannot write one, as in multipart.
private func body(_ content: Content, in api: API) -> JSONValue? {
    let text: String
    switch BodyExample(content, in: api)?.encoded(as: content) {
    case .json(let value): text = value.layout()
    case .form(let value):
        text = value.pairs.map { "\(URLText.component($0.name))=\(URLText.component($0.value))" }.joined(separator: "&")
    case .xml(_, let xml): text = xml
    case .text(let plain): text = plain
    case nil: text = ""
    case .multipart: return nil
    }
    return .object([JSONMember("mediaType", .string(content.representation.name)), JSONMember("text", .string(text))])
}
