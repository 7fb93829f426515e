#if StatusService
import Foundation

/// A documentation site built from the generated pages, in memory, so that no other file can be requested.
struct Site: Sendable {
    struct File: Sendable {
        let mediaType: String
        let bytes: [UInt8]
    }

    /// Files by their path below the site's folder.
    private let files: [String: File]

    /// - Parameter folder: The folder that MkDocs wrote.
    /// - Throws: An error if a file cannot be read or there is no `index.html`.
    init(folder: String) throws {
        let folder = URL(filePath: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        guard paths.contains("index.html") else { throw NoSite(folder: folder.path) }
        var files: [String: File] = [:]
        for path in paths {
            let file = folder.appending(path: path)
            guard (try file.resourceValues(forKeys: [.isRegularFileKey])).isRegularFile == true else { continue }
            files[path] = File(mediaType: mediaType(of: file), bytes: try [UInt8](Data(contentsOf: file)))
        }
        self.files = files
    }

    /// The file at a percent-encoded path.
    subscript(path: String) -> File? {
        path.removingPercentEncoding.flatMap { files[$0] }
    }
}

private struct NoSite: Error, CustomStringConvertible {
    let folder: String

    var description: String { "\(folder) has no index.html" }
}

private func mediaType(of file: URL) -> String {
    mediaTypes[file.pathExtension.lowercased()] ?? "application/octet-stream"
}

private let mediaTypes = [
    "css": "text/css; charset=utf-8", "html": "text/html; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json", "map": "application/json", "md": "text/markdown; charset=utf-8", "png": "image/png",
    "svg": "image/svg+xml", "txt": "text/plain; charset=utf-8", "woff2": "font/woff2", "xml": "application/xml",
    "yaml": "application/yaml",
]
#endif
