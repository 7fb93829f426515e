#if StatusService
import APIRuntime
import APIRuntimeHummingbird
import Foundation
import Testing

/// Documentation, the document and a health check beside operations, with requests on a socket.
@Suite(.timeLimit(.minutes(1)))
struct FilesTests {
    private static let files = ServedFiles([
        "index.html": .init("<h1>Start</h1>", as: "text/html"), "v2/index.html": .init("<h1>Two</h1>", as: "text/html"),
        "Größe.md": .init("# Größe", as: "text/markdown"), "icon.png": .init([1, 2, 3], as: "image/png"),
    ])

    private static var router: APIRuntime.Router {
        var router = Echo.router
        router.middlewares = [
            HealthMiddleware(at: "/ready") { throw Problem() }, HealthMiddleware(at: "/live"),
            HealthMiddleware { "no database" }, FilesMiddleware(files, at: "/docs", cacheControl: "max-age=60"),
            FilesMiddleware(ServedFiles(["openapi.json": .init("{}", as: "application/json")])), SecurityHeadersMiddleware(),
        ]
        return router
    }

    private struct Problem: Error {}

    /// The status, the field lines and the body of the response to a request.
    private func exchanged(_ request: String) async throws -> (head: [String], body: String) {
        let text = try await rawResponse(Self.router, [request])
        let parts = text.components(separatedBy: "\r\n\r\n")
        return (parts[0].components(separatedBy: "\r\n").map { $0.lowercased() }, parts.dropFirst().joined(separator: "\r\n\r\n"))
    }

    @Test(arguments: [
        ("GET /docs/", "200", "<h1>Start</h1>", "text/html; charset=utf-8"),
        ("GET /docs/index.html?a=b", "200", "<h1>Start</h1>", "text/html; charset=utf-8"),
        ("GET /docs/v2/", "200", "<h1>Two</h1>", "text/html; charset=utf-8"),
        ("GET /d%6Fcs/Gr%C3%B6%C3%9Fe.md", "200", "# Größe", "text/markdown; charset=utf-8"),
        ("GET /docs/icon.png", "200", "\u{1}\u{2}\u{3}", "image/png"), ("HEAD /docs/icon.png", "200", "", "image/png"),
        ("GET /openapi.json", "200", "{}", "application/json"), ("GET /live", "200", "ok\n", "text/plain; charset=utf-8"),
        ("GET /health", "503", "no database\n", "text/plain; charset=utf-8"),
        ("GET /ready", "503", "the service failed\n", "text/plain; charset=utf-8"),
        ("HEAD /health", "503", "", "text/plain; charset=utf-8"),
    ])
    func pathHasItsFile(request: String, status: String, body: String, mediaType: String) async throws {
        let answer = try await exchanged(request + " HTTP/1.1")
        #expect(answer.head[0].contains(" \(status) "))
        #expect(answer.body == body)
        #expect(answer.head.contains("content-type: \(mediaType)"))
        #expect(answer.head.contains("x-content-type-options: nosniff"))
        let length = answer.head.first { $0.hasPrefix("content-length: ") }
        if !request.hasPrefix("HEAD") { #expect(length == "content-length: \(body.utf8.count)") }
        #expect(length != "content-length: 0")
    }

    @Test(arguments: [
        "/docs/../Package.swift", "/docs/%2e%2e/Package.swift", "/docs/..%2fPackage.swift", "/docs//index.html",
        "/docs/v2%2Findex.html", "/docs/index.html/", "/docs/absent", "/docs/%00", "/docs/%FF", "/docs/%2", "/docsindex.html",
        "/v2/",
        "//docs/", "/openapi.json/", "/health/now",
    ])
    func otherPathsAreNotFound(path: String) async throws {
        #expect(try await exchanged("GET \(path) HTTP/1.1").head[0].contains(" 404 "))
    }

    @Test(arguments: [("/docs", "/docs/"), ("/docs/v2?a=b/c", "/docs/v2/?a=b/c"), ("/d%6Fcs", "/d%6fcs/")])
    func folderIsWhereItsLinksHold(path: String, location: String) async throws {
        let answer = try await exchanged("GET \(path) HTTP/1.1")
        #expect(answer.head[0].contains(" 301 "))
        #expect(answer.head.contains("location: \(location)"))
    }

    @Test func versionThatTheCallerHasIsNotSentAgain() async throws {
        let first = try await rawResponse(Self.router, ["GET /docs/icon.png HTTP/1.1"])
        let tag = try #require(first.firstMatch(of: /(?i)etag: (\S+)/)?.1)
        for condition in [String(tag), "\"x\", W/\(tag)", "*"] {
            let second = try await rawResponse(
                Self.router, ["GET /docs/icon.png HTTP/1.1", "If-None-Match: \(condition)"])
            #expect(second.contains(" 304 "))
            #expect(second.contains("max-age=60"))
            #expect(second.hasSuffix("\r\n\r\n"))
        }
        let other = try await rawResponse(
            Self.router, ["GET /docs/v2/ HTTP/1.1", "If-None-Match: \(tag)"])
        #expect(other.contains(" 200 "))
    }

    @Test(arguments: ["/docs/", "/docs", "/openapi.json", "/health"]) func pathIsOnlyRead(path: String) async throws {
        for method in ["POST", "DELETE"] {
            let answer = try await exchanged("\(method) \(path) HTTP/1.1")
            #expect(answer.head[0].contains(" 405 "))
            #expect(answer.head.contains("allow: get, head, options"))
        }
        #expect(try await exchanged("OPTIONS \(path) HTTP/1.1").head[0].contains(" 204 "))
    }

    @Test func operationsAndRoutesOfTheApplicationAreStillThere() async throws {
        let answer = try await exchanged("GET /numbers?count=1 HTTP/1.1")
        #expect(answer.head[0].contains(" 200 "))
        #expect(answer.head.contains("cache-control: no-store"))
    }

    @Test func folderHasNoLinksAndNoHiddenFiles() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "files-\(UUID())")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder.appending(path: "site/a"), withIntermediateDirectories: true)
        for path in ["site/index.html", "site/a/b.css", "site/.env", "secret.txt"] {
            try Data("secret".utf8).write(to: folder.appending(path: path))
        }
        let site = folder.appending(path: "site")
        for (link, target) in [("link.txt", "secret.txt"), ("folder", "")] {
            try FileManager.default.createSymbolicLink(
                at: site.appending(path: link), withDestinationURL: folder.appending(path: target))
        }
        var router = APIRuntime.Router()
        router.middlewares = [FilesMiddleware(try ServedFiles(folder: site), at: "/docs")]
        for (path, status) in [
            ("", "200"), ("a/b.css", "200"), (".env", "404"), ("link.txt", "404"), ("folder/secret.txt", "404"), ("a", "404"),
        ] {
            let response = try await rawResponse(router, ["GET /docs/\(path) HTTP/1.1"])
            #expect(response.contains(" \(status) "), "\(path)")
        }
        #expect(throws: ServedFilesError.tooLarge(folder: site.path, limit: 11)) {
            try ServedFiles(folder: site, limit: 11)
        }
    }
}
#endif
