package import APIModel
package import Diagnostics
package import OpenAPI

/// Answers every question about a document once, so that types, validation and documentation agree about it.
package func resolve(_ document: OpenAPIDocument, log: inout DiagnosticLog) -> ResolvedDocument {
    reportIgnoredContent(of: document, log: &log)
    let resolver = EndpointResolver(document: document, schemas: resolveSchemas(document, log: &log))
    let callbacks = document.operations.flatMap(\.callbacks).flatMap { callback in
        callback.operations.map { resolver.operation($0, at: .callback(callback.name)) }
    }
    return ResolvedDocument(
        about: resolver.about, schemas: resolver.schemas,
        operations: document.operations.map { resolver.operation($0, at: .path) },
        webhooks: document.webhooks.map { resolver.operation($0, at: .webhook($0.path)) } + callbacks)
}
