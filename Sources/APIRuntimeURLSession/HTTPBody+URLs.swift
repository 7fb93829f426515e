public import APIRuntime
public import Foundation

extension HTTPBody {
    /// A body that is read from a file while it is sent. It can be read repeatedly.
    ///
    /// - Parameters:
    ///   - url: The URL of a regular file, which must not change until it is sent.
    ///   - mediaType: The media type, if the OpenAPI document only defines a range.
    /// - Throws: `FileError` if there is no such file.
    public init(file url: URL, mediaType: String? = nil) throws {
        try self.init(file: url.path, mediaType: mediaType)
    }

    /// Writes the body to a file, which gets its name when it is complete.
    ///
    /// - Parameter url: The URL of the file.
    /// - Throws: `FileError` if it cannot be written; what reading the body throws.
    public func write(to url: URL) async throws {
        try await write(to: url.path)
    }
}
