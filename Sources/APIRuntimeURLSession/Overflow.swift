#if canImport(FoundationNetworking)
import Foundation

/// Bytes that arrived before they were asked for, in a temporary file without a name.
///
/// They are written to and read from the system's cache for the most part, hence on the threads that have or need them.
struct Overflow {
    /// The greatest number of bytes in the file.
    private static let limit: UInt64 = 1 << 32
    private static let chunkSize: UInt64 = 1 << 18

    private var file: FileHandle?
    private var start: UInt64 = 0
    private var end: UInt64 = 0

    var isEmpty: Bool { start == end }

    mutating func append(_ bytes: [UInt8]) throws {
        guard end < Self.limit else { throw URLSessionTransportError.readTooSlowly }
        let file = try file ?? Self.makeFile()
        self.file = file
        try file.seek(toOffset: end)
        try file.write(contentsOf: Data(bytes))
        end += UInt64(bytes.count)
    }

    /// Returns the next bytes. The space of those that were read is used again when all of them were.
    mutating func next() throws -> [UInt8] {
        guard let file else { return [] }
        try file.seek(toOffset: start)
        let bytes = [UInt8](try file.read(upToCount: Int(min(end - start, Self.chunkSize))) ?? Data())
        guard !bytes.isEmpty else { throw CocoaError(.fileReadUnknown) }
        start += UInt64(bytes.count)
        if isEmpty { (start, end) = (0, 0) }
        return bytes
    }

    private static func makeFile() throws -> FileHandle {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("response-\(UUID().uuidString)")
        guard FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        defer { try? FileManager.default.removeItem(at: url) }
        return try FileHandle(forUpdating: url)
    }
}
#endif
