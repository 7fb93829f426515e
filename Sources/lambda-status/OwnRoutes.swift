import Hummingbird
import LambdaStatusStore

/// Whether a path is the service's own business and not the API's.
func isOwnPath(_ path: String) -> Bool {
    switch path.split(separator: "/", maxSplits: 1).first {
    case "health", "openapi.yaml", "docs": true
    default: false
    }
}

/// What the service answers outside the API: `/health`, `/openapi.yaml` and `/docs`.
func ownRoutes(store: LambdaStatusStore, documentation: Documentation) -> Router<BasicRequestContext> {
    let router = Router()
    router.get("/health") { _, _ in
        try await store.isReadable()
            ? answer("ok\n", as: "text/plain; charset=utf-8")
            : answer("the database cannot be read\n", as: "text/plain; charset=utf-8", status: .serviceUnavailable)
    }
    router.get("/openapi.yaml") { _, _ in
        Response(
            status: .ok, headers: [.contentType: "application/yaml"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: documentation.document)))
    }
    router.get("/docs") { _, _ in
        answer(documentation.index, as: "text/html; charset=utf-8")
    }
    router.get("/docs/:page") { _, context in
        let name = try context.parameters.require("page")
        guard let page = documentation.pages.first(where: { $0.name == name }) else { throw HTTPError(.notFound) }
        return answer(page.page, as: "text/html; charset=utf-8")
    }
    return router
}

private func answer(_ text: String, as mediaType: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
        status: status, headers: [.contentType: mediaType],
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
}
