#if StatusService
import APIRuntime
import APIRuntimeHummingbird
import APIRuntimeObservability
import HTTPTypes
import Hummingbird
import Lambda
import LambdaStatusStore
import Logging

/// The service's responder: its own routes at their paths, the API at all others.
struct Responder<Own: HTTPResponder<BasicRequestContext>>: HTTPResponder {
    private let api: APIResponder<BasicRequestContext>
    private let own: Own

    init(store: any StatusStore, own: Own, logger: Logger) {
        var router = LambdaService(store: store).router()
        router.middlewares = [LoggingMiddleware(logger)]
        router.unexpectedError = { error, operation in
            logger.error("failed", metadata: ["operation": "\(operation.id)", "error": "\(error)"])
        }
        api = APIResponder(router, context: BasicRequestContext.self)
        self.own = own
    }

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        var response = try await answer(request, context)
        // Nothing here is to be taken for anything else than it says (https://fetch.spec.whatwg.org/#x-content-type-options-header).
        response.headers[.xContentTypeOptions] = "nosniff"
        return response
    }

    private func answer(_ request: Request, _ context: BasicRequestContext) async throws -> Response {
        guard isOwnPath(request.uri.path) else {
            var response = try await api.respond(to: request, context: context)
            // What a token gives access to is not for caches between.
            if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
            return response
        }
        if request.method == .get || request.method == .head { return try await own.respond(to: request, context: context) }
        return try await refuseMethod(of: request, context)
    }

    /// The routes of the service have no other methods than GET and HEAD; a path that these do not find is not found (RFC 9110, 15.5.6).
    private func refuseMethod(of request: Request, _ context: BasicRequestContext) async throws -> Response {
        var head = request.head
        head.method = .head
        let found = try await own.respond(to: Request(head: head, body: request.body), context: context)
        guard found.status != .notFound else { return found }
        let allow: HTTPFields = [.allow: "GET, HEAD, OPTIONS"]
        return Response(status: request.method == .options ? .noContent : .methodNotAllowed, headers: allow)
    }
}
#endif
