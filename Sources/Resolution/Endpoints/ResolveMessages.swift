import APIModel
import OpenAPI

extension EndpointResolver {
    func body(_ body: OpenAPI.RequestBody) -> ResolvedBody {
        var resolved = ResolvedBody(position: body.position)
        resolved.componentName = body.componentName
        resolved.description = body.description
        resolved.isRequired = body.isRequired
        resolved.representations = body.content.map(representation)
        return resolved
    }

    func response(_ response: OpenAPI.Response) -> ResolvedResponse {
        var resolved = ResolvedResponse(status: statusPattern(response.status), position: response.position)
        resolved.componentName = response.componentName
        resolved.summary = response.summary
        resolved.description = response.description
        resolved.headers = response.headers.map(header)
        resolved.representations = response.content.map(representation)
        resolved.links = response.links.map(link)
        return resolved
    }
}

private func statusPattern(_ status: OpenAPI.StatusPattern) -> APIModel.StatusPattern {
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
