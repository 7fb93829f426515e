#if canImport(Darwin) || canImport(Glibc) || canImport(Musl) || canImport(Android)
extension HTTPBody {
    /// A body that is read from a file while it is sent. It can be read repeatedly.
    ///
    /// - Parameters:
    ///   - path: The path of a regular file, which must not change until it is sent.
    ///   - mediaType: The media type, if the OpenAPI document only defines a range.
    /// - Throws: ``FileError`` if there is no such file.
    public init(file path: String, mediaType: String? = nil) throws(FileError) {
        guard let length = try OpenFile(reading: path).length() else { throw FileError(path, 0) }
        self.init(FileChunks(path: path, length: length), length: length, isReplayable: true, mediaType: mediaType)
        filePath = path
    }

    /// Writes the body to a file, which holds no more than a chunk of it in memory.
    ///
    /// The file gets its name when it is complete, and then replaces another one of that name.
    ///
    /// - Parameter path: The path of the file.
    /// - Throws: ``FileError`` if it cannot be written; what reading the body throws.
    public func write(to path: String) async throws {
        let partial = "\(path).\(UniqueID()).part"
        let file = try OpenFile(creating: partial)
        do {
            var pending: [UInt8] = []
            for try await chunk in self {
                pending += chunk
                guard pending.count >= fileChunkSize else { continue }
                try await file.write(pending)
                pending.removeAll(keepingCapacity: true)
            }
            try await file.write(pending)
            try OpenFile.rename(partial, to: path)
        } catch {
            OpenFile.remove(partial)
            throw error
        }
    }
}

/// The number of bytes that are read or written at once.
private let fileChunkSize = 1 << 17

/// The bytes of a file. If it has become shorter, reading them fails.
private struct FileChunks: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    let path: String
    let length: Int

    func makeAsyncIterator() -> Iterator {
        Iterator(path: path, rest: length)
    }

    struct Iterator: AsyncIteratorProtocol {
        let path: String
        var rest: Int
        var file: OpenFile?

        mutating func next() async throws -> [UInt8]? {
            guard rest > 0 else { return nil }
            let file = try self.file ?? OpenFile(reading: path)
            self.file = file
            let chunk = try await file.read(upTo: Swift.min(rest, fileChunkSize))
            if chunk.isEmpty { throw FileError(path, 0) }
            rest -= chunk.count
            return chunk
        }
    }
}
#endif
