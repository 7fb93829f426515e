package import APIModel
package import APIRuntime
import HTTPTypes

/// Responds to requests as an OpenAPI document describes.
package struct MockService: Sendable {
    /// The operations below the path of the document's server, and then at the root.
    private let routers: [Router]
    private let options: MockOptions
    private let callbacks: CallbackSender?

    /// Creates the mock of an API.
    package init(_ api: API, options: MockOptions = MockOptions()) {
        let model = MockModel(api)
        let callbacks = options.callbacks.map { CallbackSender(transport: $0) }
        var router = Router(
            securitySchemes: api.about.securitySchemes.map { APIRuntime.SecurityScheme($0) }, failureResponse: { problem($0) })
        for (index, endpoint) in model.endpoints.enumerated() {
            let operation = MockOperation(index, in: model, options: options, callbacks: callbacks)
            router.add(model.servedDescription(of: endpoint), failureResponse: { operation.response(to: $0) }) { request in
                try await operation.respond(to: request)
            }
        }
        let basePath = api.about.basePath
        routers = basePath == "/" ? [router] : [router.mounted(at: basePath), router]
        self.options = options
        self.callbacks = callbacks
    }

    /// The methods and paths of the operations, in document order.
    package var operations: [(method: String, path: String)] {
        routers[0].operations.map { ($0.method, routers[0].basePath + $0.path) }
    }

    /// Returns the response to a request. Every error becomes a response.
    package func respond(to message: RequestMessage) async -> ResponseMessage {
        if options.allowsOrigins, message.isPreflight { return preflightResponse(to: message) }
        var response: ResponseMessage?
        for router in routers where response == nil { response = await router.respondIfKnown(to: message) }
        var result = if let response { response } else { await routers[0].respond(to: message) }
        if options.allowsOrigins { allowOrigin(of: message, in: &result) }
        return result
    }

    private func allowOrigin(of message: RequestMessage, in response: inout ResponseMessage) {
        if message.head.method == .options, response.onlyNamesMethods {
            response.allowRequests(after: message)
        } else if let origin = message.head.headerFields[.origin] {
            response.allow(origin)
        }
    }

    /// Waits until the requests of callbacks are sent.
    package func finishCallbacks() async {
        await callbacks?.finish()
    }
}

/// What is read of a document's model while requests are answered or sent.
///
/// The model is only read. Its caches of examples are locked, as documents are printed on several threads too.
final class MockModel: @unchecked Sendable {
    let api: API
    let endpoints: [Endpoint]
    let schemas: MockSchemas

    /// - Parameter direction: The messages whose values are validated.
    init(_ api: API, validating direction: MessageDirection = .requests) {
        self.api = api
        endpoints = api.interfaces.first { !$0.isForWebhooks }?.endpoints ?? []
        schemas = MockSchemas(api, endpoints, direction)
    }
}
