#if StatusService
import APIRuntime
import Foundation

/// The OpenAPI document and the pages generated from it.
struct Documentation: Sendable {
    /// The OpenAPI document.
    let document: ServedFiles
    /// The pages, sorted by file name.
    let pages: [Page]

    struct Page: Sendable {
        /// The path of the file in the folder of pages, such as `LambdaInstanceStatus.md` or `Schemas/Status.md`.
        let name: String
        let markdown: String
    }

    init() throws {
        let resources = Bundle.module.bundleURL
        let file = try ServedFiles.File(contentsOf: resources.appending(path: "lambda.yaml"))
        document = ServedFiles(["openapi.yaml": file])
        pages = try FileManager.default.subpathsOfDirectory(atPath: resources.appending(path: "Lambda").path)
            .filter { $0.hasSuffix(".md") }
            .sorted()
            .map { name in
                let file = resources.appending(path: "Lambda/" + name)
                return Page(name: name, markdown: try String(contentsOf: file, encoding: .utf8))
            }
    }

    /// The pages as HTML, and a list of them.
    var site: ServedFiles {
        let files = ([("index.html", index)] + pages.map { ($0.name, $0.page) }).map { name, html in
            (name, ServedFiles.File(html, as: "text/html"))
        }
        return ServedFiles(Dictionary(files, uniquingKeysWith: { first, _ in first }))
    }

    private var index: String {
        let items = pages.map { "<li><a href=\"/docs/\($0.name)\">\(escaped($0.title))</a></li>" }
        return html(
            title: "API", body: "<ul>\(items.joined())</ul><p><a href=\"/openapi.yaml\">The OpenAPI document</a></p>")
    }
}

extension Documentation.Page {
    /// The page as HTML: its Markdown text, with links.
    fileprivate var page: String {
        html(title: title, body: "<pre>\(withLinks(escaped(withoutFrontMatter), from: name))</pre>")
    }

    /// The title in the page's front matter, or its file name.
    var title: String {
        let line = markdown.split(separator: "\n").prefix(8).first { $0.hasPrefix("title: ") }
        return line.map { String($0.dropFirst("title: ".count)) } ?? name
    }

    private var withoutFrontMatter: String {
        guard markdown.hasPrefix("---\n"), let end = markdown.firstRange(of: "\n---\n") else { return markdown }
        return String(markdown[end.upperBound...].drop { $0 == "\n" })
    }
}

/// Returns HTML in which Markdown links to other pages are links.
///
/// - Parameter name: The name of the page with the links.
private func withLinks(_ text: String, from name: String) -> String {
    let page = URL(filePath: "/docs/" + name)
    return text.replacing(#/\[([^\]\n]+)\]\(([A-Za-z0-9_./-]+\.md)\)/#) { link in
        "<a href=\"\(page.deletingLastPathComponent().appending(path: String(link.2)).standardized.path)\">\(link.1)</a>"
    }
}

private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        .replacing("\"", with: "&quot;")
}

private func html(title: String, body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head><meta charset="utf-8"><title>\(escaped(title))</title>
    <style>body { max-width: 60rem; margin: 2rem auto; font-family: sans-serif } pre { white-space: pre-wrap }</style></head>
    <body>\(body)</body>
    </html>

    """
}
#endif
