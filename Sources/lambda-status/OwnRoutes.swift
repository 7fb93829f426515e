#if StatusService
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
func ownRoutes(store: LambdaStatusStore, documentation: Documentation, site: Site?) -> Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
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
    if let site {
        addSite(site, to: router)
    } else {
        addPages(of: documentation, to: router)
    }
    return router
}

/// The built site. Its links are relative, so that its first page must be below `/docs/`.
private func addSite(_ site: Site, to router: Router<BasicRequestContext>) {
    router.get("/docs") { request, _ in
        guard !request.uri.path.hasSuffix("/") else { return try answer(site[""]) }
        return Response(status: .movedPermanently, headers: [.location: "/docs/"])
    }
    router.get("/docs/**") { _, context in
        try answer(site[context.parameters.getCatchAll().joined(separator: "/")])
    }
}

/// The pages as they are, where no site was built from them.
private func addPages(of documentation: Documentation, to router: Router<BasicRequestContext>) {
    router.get("/docs") { _, _ in
        answer(documentation.index, as: "text/html; charset=utf-8")
    }
    router.get("/docs/**") { _, context in
        let name = context.parameters.getCatchAll().joined(separator: "/")
        guard let page = documentation.pages.first(where: { $0.name == name }) else { throw HTTPError(.notFound) }
        return answer(page.page, as: "text/html; charset=utf-8")
    }
}

private func answer(_ file: Site.File?) throws -> Response {
    guard let file else { throw HTTPError(.notFound) }
    return Response(
        status: .ok, headers: [.contentType: file.mediaType], body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
}

private func answer(_ text: String, as mediaType: String, status: HTTPResponse.Status = .ok) -> Response {
    Response(
        status: status, headers: [.contentType: mediaType],
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
}
#endif
