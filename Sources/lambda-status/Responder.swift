#if StatusService
import APIRuntime
import APIRuntimeHummingbird
import APIRuntimeObservability
import Hummingbird
import Lambda
import LambdaStatusStore
import Logging

/// The service's responder: its own routes at their paths, the API at all others.
struct Responder<Own: HTTPResponder<BasicRequestContext>>: HTTPResponder {
    private let api: APIResponder<BasicRequestContext>
    private let own: Own

    init(store: LambdaStatusStore, own: Own, logger: Logger) {
        var router = LambdaService(store: store).router()
        router.middlewares = [LoggingMiddleware(logger)]
        router.unexpectedError = { error, operation in
            logger.error("failed", metadata: ["operation": "\(operation.id)", "error": "\(error)"])
        }
        api = APIResponder(router)
        self.own = own
    }

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        if isOwnPath(request.uri.path) { return try await own.respond(to: request, context: context) }
        return try await api.respond(to: request, context: context)
    }
}
#endif
