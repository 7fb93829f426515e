/// Files that a server sends as they are, such as the pages of a documentation site. They are held in memory.
///
/// Nothing but these files can be requested, whatever a path has in it.
public struct ServedFiles: Sendable {
    /// A file, or a page that a program has made.
    public struct File: Sendable {
        /// The whole content.
        public let bytes: [UInt8]
        /// The media type, with the character encoding of a text.
        public let mediaType: String

        /// Creates a file.
        public init(_ bytes: [UInt8], as mediaType: String) {
            self.bytes = bytes
            self.mediaType = mediaType
        }

        /// Creates a file of text.
        public init(_ text: String, as mediaType: String) {
            self.init(Array(text.utf8), as: MediaType.textLabel(for: mediaType))
        }
    }

    private let files: [String: TaggedFile]

    /// Creates the files of a program.
    ///
    /// - Parameter files: The files by their paths, such as `index.html` or `Schemas/Order.html`.
    public init(_ files: [String: File]) {
        self.files = files.mapValues { TaggedFile($0) }
    }

    enum Match {
        case file(TaggedFile)
        /// A folder with a first page, whose relative links need a slash at the end of the path.
        case folder
    }

    /// Returns what is at a percent-encoded path below that of the files; `nil` if there is nothing.
    func match(_ path: Substring) -> Match? {
        guard path.isEmpty || path.utf8.first == UInt8(ascii: "/") else { return nil }
        var segments: [String] = []
        for segment in path.isEmpty ? [] : path.dropFirst().split(separator: "/", omittingEmptySubsequences: false) {
            guard let name = PercentEncoding.decode(segment), !name.contains("/") else { return nil }
            segments.append(name)
        }
        if path.utf8.last == UInt8(ascii: "/") {
            let page = segments.dropLast() + ["index.html"]
            return files[page.joined(separator: "/")].map { .file($0) }
        }
        if let file = files[segments.joined(separator: "/")] { return .file(file) }
        return files[(segments + ["index.html"]).joined(separator: "/")] == nil ? nil : .folder
    }
}

/// A file and its entity tag, which is made when it is first needed: a site has many files, and most are rarely requested.
final class TaggedFile: Sendable {
    let file: ServedFiles.File
    private let known = Locked<String?>(nil)

    init(_ file: ServedFiles.File) {
        self.file = file
    }

    var tag: String {
        if let tag = known.withLock({ $0 }) { return tag }
        let tag = ETagMiddleware.tag(of: file.bytes)
        known.withLock { $0 = tag }
        return tag
    }
}
