/// Reads the files that a document refers to; what is allowed is for the one who makes it to say.
package struct DocumentLoader: Sendable {
    /// Reads the file at a path relative to the entry document's folder, `/` between its parts; `..` leads out of it.
    package let load: @Sendable (String) -> Result<[UInt8], LoadFailure>

    package init(load: @escaping @Sendable (String) -> Result<[UInt8], LoadFailure>) {
        self.load = load
    }
}

/// Why a file was not read.
package enum LoadFailure: Error, Hashable, Sendable {
    case missing
    /// It lies above the entry document's folder, which was not allowed.
    case outside
    /// What the system said, in its words.
    case unreadable(String)
}
