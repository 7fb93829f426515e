import APIModel
import OpenAPI

/// Resolves the messages of a document, with its schemas resolved before.
struct EndpointResolver {
    let document: OpenAPIDocument
    let schemas: SchemaGraph
}

extension EndpointResolver {
    func operation(_ operation: OpenAPI.Operation, at place: OperationPlace) -> ResolvedOperation {
        var resolved = ResolvedOperation(
            method: operation.method.rawValue, path: place.name.map(pathOfWebhook) ?? operation.path, position: operation.position)
        resolved.place = place
        resolved.operationID = operation.id?.value
        resolved.operationIDPosition = operation.id?.position
        describe(operation, in: &resolved)
        resolved.parameters = operation.parameters.map(parameter)
        resolved.requestBody = operation.requestBody.map(body)
        resolved.responses = operation.responses.map { response($0, to: operation.method) }
        resolved.callbacks = operation.callbacks.map { callback in
            ResolvedCallback(
                name: callback.name, expression: callback.expression,
                operations: callback.operations.map { self.operation($0, at: .callback(callback.name)) },
                position: callback.position)
        }
        // Security and servers of the document do not apply to the service as a caller.
        let isOfService = place == .path
        resolved.security = securityAlternatives(operation.security ?? (isOfService ? document.security : []))
        resolved.hasOwnServers = !operation.servers.isEmpty
        resolved.servers = (resolved.hasOwnServers ? operation.servers : isOfService ? document.servers : []).map(serverAddress)
        resolved.retries = (operation.retries ?? (isOfService ? document.retries : nil)).map(retrySettings)
        return resolved
    }

    private func describe(_ operation: OpenAPI.Operation, in resolved: inout ResolvedOperation) {
        resolved.summary = operation.summary
        resolved.description = operation.description
        resolved.pathSummary = operation.pathSummary
        resolved.pathDescription = operation.pathDescription
        resolved.tags = operation.tags
        resolved.externalDocs = operation.externalDocs.map(externalDocs)
        resolved.isDeprecated = operation.isDeprecated
        resolved.sunset = operation.sunset
        resolved.isInternal = operation.isInternal
        resolved.pages = operation.pagination.map(pages)
        resolved.codeSamples = operation.codeSamples.map { CodeSample(language: $0.language, label: $0.label, source: $0.source) }
    }
}

/// The path at which a webhook or callback is received; the URL that the document describes is only known when it is used.
private func pathOfWebhook(_ name: String) -> String {
    let isSafe = name.utf8.allSatisfy { $0 < 0x80 && ($0 > 0x2F || $0 == 0x2D || $0 == 0x2E) && !"{}?#\\".utf8.contains($0) }
    return "/" + (isSafe ? name : Identifier(memberFrom: name).name)
}

/// The alternatives of an operation's security. One without schemes makes the others optional; alone it requires nothing.
private func securityAlternatives(_ requirements: [OpenAPI.SecurityRequirement]) -> [SecurityAlternative] {
    if requirements.allSatisfy(\.schemes.isEmpty) { return [] }
    return requirements.map { requirement in
        SecurityAlternative(schemes: requirement.schemes.map { APIModel.RequiredScheme(name: $0.name, scopes: $0.scopes) })
    }
}

func serverAddress(_ server: OpenAPI.Server) -> ServerAddress {
    ServerAddress(
        name: server.name, description: server.description, template: server.url,
        variables: server.variables.map {
            APIModel.ServerVariable(
                name: $0.name, defaultValue: $0.defaultValue, values: $0.enumeration, description: $0.description)
        },
        position: server.position)
}

func retrySettings(_ retries: OpenAPI.Retries) -> RetrySettings {
    if retries.isOff { return RetrySettings(count: 0) }
    var settings = RetrySettings(count: retries.count, statuses: retries.statuses)
    settings.pause = retries.pause
    settings.longestPause = retries.longestPause
    settings.longestTime = retries.longestTime
    settings.factor = retries.factor
    settings.includesConnectionFailures = retries.includesConnectionFailures
    return settings
}

func externalDocs(_ docs: OpenAPI.ExternalDocumentation) -> ExternalDocs {
    ExternalDocs(url: docs.url, description: docs.description)
}
