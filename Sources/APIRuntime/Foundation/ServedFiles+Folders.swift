#if Foundation
#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension ServedFiles {
    /// Reads the files of a folder and of the folders in it, such as those of a documentation site in the resources of a bundle.
    ///
    /// Symbolic links in it are left out, as are files whose names begin with a dot.
    ///
    /// - Parameters:
    ///   - folder: The URL of the folder.
    ///   - limit: The greatest number of bytes of all files.
    /// - Throws: ``ServedFilesError``, or what reading a file throws.
    public init(folder: URL, limit: Int = 1 << 27) throws {
        let manager = FileManager.default
        var files: [String: File] = [:]
        var rest = limit
        for path in try manager.subpathsOfDirectory(atPath: folder.path) {
            let isHidden = path.split(separator: "/").contains { $0.hasPrefix(".") }
            let attributes = try manager.attributesOfItem(atPath: folder.path + "/" + path)
            guard !isHidden, attributes[.type] as? FileAttributeType == .typeRegular else { continue }
            rest -= attributes[.size] as? Int ?? 0
            guard rest >= 0 else { throw ServedFilesError.tooLarge(folder: folder.path, limit: limit) }
            files[path] = try File(contentsOf: folder.appendingPathComponent(path))
        }
        self.init(files)
    }

    /// Reads files, each of which is found by its own name.
    ///
    /// - Parameter files: The URLs of the files, for example that of the OpenAPI document.
    /// - Throws: What reading a file throws.
    public init(files: [URL]) throws {
        self.init(
            Dictionary(try files.map { ($0.lastPathComponent, try File(contentsOf: $0)) }, uniquingKeysWith: { first, _ in first }))
    }
}

extension ServedFiles.File {
    /// Reads a file. Its media type is that of its extension.
    ///
    /// - Throws: What reading the file throws.
    public init(contentsOf file: URL) throws {
        let type = mediaTypes[file.pathExtension.lowercased()] ?? "application/octet-stream"
        self.init([UInt8](try Data(contentsOf: file)), as: MediaType.textLabel(for: type))
    }
}

/// An error in reading the files of a folder.
public enum ServedFilesError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The files have more bytes than the limit.
    case tooLarge(folder: String, limit: Int)

    public var description: String {
        switch self {
        case .tooLarge(let folder, let limit): "the files in \(folder) have more than \(limit) bytes"
        }
    }
}

private let mediaTypes = [
    "css": "text/css", "csv": "text/csv", "gif": "image/gif", "html": "text/html", "ico": "image/x-icon", "jpeg": "image/jpeg",
    "jpg": "image/jpeg", "js": "text/javascript", "json": "application/json", "map": "application/json", "md": "text/markdown",
    "mjs": "text/javascript", "pdf": "application/pdf", "png": "image/png", "svg": "image/svg+xml", "txt": "text/plain",
    "wasm": "application/wasm", "webp": "image/webp", "woff": "font/woff", "woff2": "font/woff2", "xml": "application/xml",
    "yaml": "application/yaml", "yml": "application/yaml",
]
#endif
