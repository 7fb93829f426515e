import APIRuntime
import Foundation

/// A request body in a form that `URLSession` can send.
enum Spool {
    case none
    case bytes(Data)
    /// A temporary file, to be removed when the request was sent.
    case file(URL)
    /// A file of the caller, which reports its progress to the body.
    case ownFile(URL, HTTPBody)

    /// - Parameter isInBackground: Whether the system sends the body, which then has to be a file.
    init(_ body: HTTPBody?, isInBackground: Bool) async throws {
        guard let body else {
            self = .none
            return
        }
        if let path = body.filePath {
            self = .ownFile(URL(fileURLWithPath: path), body)
            return
        }
        if let bytes = body.bytes, !isInBackground {
            self = .bytes(Data(bytes))
            return
        }
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("upload-\(UUID().uuidString)")
        self = .file(file)
        do {
            try await Self.write(body, to: file)
        } catch {
            remove()
            throw error
        }
    }

    func remove() {
        guard case .file(let file) = self else { return }
        try? FileManager.default.removeItem(at: file)
    }

    private static func write(_ body: HTTPBody, to file: URL) async throws {
        guard FileManager.default.createFile(atPath: file.path, contents: nil, attributes: [.posixPermissions: 0o600]) else {
            throw CocoaError(.fileWriteUnknown)
        }
        let handle = try FileHandle(forWritingTo: file)
        defer { try? handle.close() }
        for try await chunk in body { try handle.write(contentsOf: Data(chunk)) }
    }
}
