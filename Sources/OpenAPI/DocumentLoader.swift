/// A loader of the files that a document refers to, which decides what may be read.
package struct DocumentLoader: Sendable {
    /// Loads the file at a path relative to the entry document's folder; the path can start with `..`.
    package let load: @Sendable (String) -> Result<[UInt8], LoadFailure>

    package init(load: @escaping @Sendable (String) -> Result<[UInt8], LoadFailure>) {
        self.load = load
    }
}

/// The reason why a file was not loaded.
package enum LoadFailure: Error, Hashable, Sendable {
    case missing
    /// The file is outside the folders that may be read.
    case outside
    /// The file cannot be read, for the given reason.
    case unreadable(String)
}
