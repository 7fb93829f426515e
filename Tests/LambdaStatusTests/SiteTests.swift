#if StatusService
import Foundation
import Testing

/// A built site in the place of the plain pages.
@Suite struct SiteTests {
    let service: RunningService

    init() throws {
        let folder = try Folder()
        let files = [
            "index.html": "<h1>Overview</h1>", "Schemas/Größe.html": "<h1>Größe</h1>", "Schemas/Größe.md": "# Größe",
            "assets/site.css": "h1 {}", "assets/site.js": "1", "search/search_index.json": "{}", "assets/icon.png": "PNG",
            "assets/font.woff2": "font", "sitemap.xml": "<urlset/>", "openapi.yaml": "openapi: 3.1.0", "llms.txt": "# Overview",
            "v2/index.html": "<h1>v2</h1>",
        ]
        for (path, text) in files {
            let file = URL(filePath: folder.file("site/" + path))
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        try Data("secret".utf8).write(to: URL(filePath: folder.file("secret.html")))
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("site/link.html"), withDestinationPath: folder.file("secret.html"))
        service = try RunningService(in: folder, ["--docs", "site"])
    }

    @Test(arguments: [
        ("", "text/html; charset=utf-8", "<h1>Overview</h1>"), ("index.html", "text/html; charset=utf-8", "<h1>Overview</h1>"),
        ("Schemas/Gr%C3%B6%C3%9Fe.html", "text/html; charset=utf-8", "<h1>Größe</h1>"),
        ("Schemas/Gr%C3%B6%C3%9Fe.md", "text/markdown; charset=utf-8", "# Größe"),
        ("assets/site.css", "text/css; charset=utf-8", "h1 {}"),
        ("assets/site.js?v=1", "text/javascript; charset=utf-8", "1"), ("search/search_index.json", "application/json", "{}"),
        ("assets/icon.png", "image/png", "PNG"), ("assets/font.woff2", "font/woff2", "font"),
        ("sitemap.xml", "application/xml", "<urlset/>"),
        ("openapi.yaml", "application/yaml", "openapi: 3.1.0"), ("llms.txt", "text/plain; charset=utf-8", "# Overview"),
        ("v2/", "text/html; charset=utf-8", "<h1>v2</h1>"),
    ])
    func filesAreServedAsWhatTheyAre(path: String, mediaType: String, body: String) throws {
        let answer = try service.curl("/docs/" + path)
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == mediaType)
        #expect(answer.body == body)
    }

    @Test(arguments: ["/docs", "/docs/v2"])
    func theFolderIsWhereRelativeLinksHold(path: String) throws {
        let answer = try service.curl(path)
        #expect(answer.status == 301)
        #expect(answer.headers["location"] == path + "/")
    }

    @Test func headersComeWithoutTheBody() throws {
        let answer = try service.curl("/docs/index.html", "--head")
        #expect(answer.status == 200)
        #expect(answer.headers["content-length"] == "17")
    }

    @Test(arguments: [
        "../secret.html", "%2e%2e/secret.html", "..%2fsecret.html", "assets/../../secret.html", "link.html", "assets",
        "absent.html",
        "/etc/passwd", "%00",
    ])
    func nothingElseIsFound(path: String) throws {
        let answer = try service.curl("/docs/" + path)
        #expect(answer.status == 404 || answer.status == 400)
        #expect(!answer.body.contains("secret") && !answer.body.contains("root:"))
    }

    @Test func aFolderWithoutAFirstPageIsNoSite() throws {
        let outcome = try run(in: try Folder(), "serve", "--port", "0", "--docs", ".")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("has no index.html"))
    }
}
#endif
