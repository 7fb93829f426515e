import APIModel
import OpenAPI

extension EndpointResolver {
    func body(_ body: OpenAPI.RequestBody) -> ResolvedBody {
        var resolved = ResolvedBody(position: body.position)
        resolved.componentName = body.componentName
        resolved.description = body.description
        resolved.isRequired = body.isRequired
        resolved.representations = representations(of: body.content)
        return resolved
    }

    func response(_ response: OpenAPI.Response, to method: OpenAPI.HTTPMethod) -> ResolvedResponse {
        var resolved = ResolvedResponse(status: statusPattern(response.status), position: response.position)
        resolved.componentName = response.componentName
        resolved.summary = response.summary
        resolved.description = response.description
        resolved.headers = response.headers.map(header)
        if response.hasContent(to: method) { resolved.representations = representations(of: response.content) }
        resolved.links = response.links.map(link)
        return resolved
    }

    /// The content in each media type; of keys that name the same one, the first.
    private func representations(of content: [OpenAPI.MediaType]) -> [Representation] {
        var seen: Set<String> = []
        return content.map(representation).filter { seen.insert($0.mediaType.identity).inserted }
    }

    /// How a property of a form or multipart body is written.
    ///
    /// OpenAPI 3.1.1, section 4.8.15.1.2: a style makes the media type void.
    func encoding(_ encoding: OpenAPI.Encoding, of body: APIModel.SchemaID?) -> PartEncoding {
        var resolved = PartEncoding(property: encoding.property)
        resolved.contentType = encoding.contentType
        resolved.headers = encoding.headers.map(header)
        if encoding.style != nil || encoding.explode != nil || encoding.allowsReserved {
            let style = encoding.style.map(parameterStyle) ?? .form
            let member = body.flatMap { schemas.form($0).object.members.first { $0.name == encoding.property } }
            resolved.serialization = .style(
                SerializationStyle(
                    style, explode: encoding.explode ?? (style == .form || style == .cookie),
                    allowsReserved: encoding.allowsReserved,
                    shape: member.map { schemas.parameterShape(of: $0.schema) } ?? .primitive))
        } else if let type = encoding.contentType, type == "application/json" || type.hasSuffix("+json") {
            resolved.serialization = .content(MediaTypeName(type, coding: .json))
        }
        return resolved
    }
}

func statusPattern(_ status: OpenAPI.StatusPattern) -> APIModel.StatusPattern {
    switch status {
    case .code(let code): .code(code)
    case .range(let first): .range(first)
    case .default: .default
    }
}

private func link(_ link: OpenAPI.Link) -> ResolvedLink {
    var resolved = ResolvedLink(name: link.name, position: link.position)
    resolved.operationID = link.operationID
    resolved.operationReference = link.operationReference
    resolved.description = link.description
    resolved.parameters = link.parameters.map { APIModel.LinkParameter(name: $0.name, value: SourceValue($0.value)) }
    resolved.requestBody = link.requestBody.map { SourceValue($0) }
    resolved.server = link.server.map(serverAddress)
    return resolved
}
