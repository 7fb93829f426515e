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
        var resolved = ResolvedResponse(
            status: statusPattern(response.status), definition: response.definition, position: response.position)
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
