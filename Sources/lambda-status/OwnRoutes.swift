#if StatusService
import Hummingbird
import LambdaStatusStore

/// Returns whether a path belongs to the service itself and not to the API.
func isOwnPath(_ path: String) -> Bool {
    switch path.split(separator: "/", maxSplits: 1).first {
    case "health", "openapi.yaml", "docs": true
    default: false
    }
}

/// Returns the routes outside the API: `/health`, `/openapi.yaml` and `/docs`.
func ownRoutes(store: any StatusStore, documentation: Documentation, site: Site?) -> Router<BasicRequestContext> {
    let router = Router(options: .autoGenerateHeadEndpoints)
    router.get("/health") { _, _ in
        let problem = await store.problem()
        var answer = response((problem ?? "ok") + "\n", as: "text/plain; charset=utf-8")
        if problem != nil { answer.status = .serviceUnavailable }
        answer.headers[.cacheControl] = "no-store"
        return answer
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

/// Adds the routes of a site. Its links are relative, so the first page of a folder must have a path with a slash at its end.
private func addSite(_ site: Site, to router: Router<BasicRequestContext>) {
    for route: RouterPath in ["/docs", "/docs/**"] {
        router.get(route) { request, context in
            let path = context.parameters.getCatchAll()
            if let file = site[path.joined(separator: "/")] { return response(file) }
            guard let index = site[(path + ["index.html"]).joined(separator: "/")] else { throw HTTPError(.notFound) }
            guard !request.uri.path.hasSuffix("/") else { return response(index) }
            return Response(status: .movedPermanently, headers: [.location: request.uri.path + "/"])
        }
    }
}

/// Adds the routes of the plain pages, if there is no site.
private func addPages(of documentation: Documentation, to router: Router<BasicRequestContext>) {
    router.get("/docs") { _, _ in
        response(documentation.index, as: "text/html; charset=utf-8")
    }
    router.get("/docs/**") { _, context in
        let name = context.parameters.getCatchAll().joined(separator: "/")
        guard let page = documentation.pages.first(where: { $0.name == name }) else { throw HTTPError(.notFound) }
        return response(page.page, as: "text/html; charset=utf-8")
    }
}

private func response(_ file: Site.File) -> Response {
    Response(
        status: .ok, headers: [.contentType: file.mediaType], body: ResponseBody(byteBuffer: ByteBuffer(bytes: file.bytes)))
}

private func response(_ text: String, as mediaType: String) -> Response {
    Response(
        status: .ok, headers: [.contentType: mediaType],
        body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
}
#endif
