#if canImport(Darwin)
import APIRuntime
import Foundation

/// A file that a background session received. It is removed with its last reader.
final class Download: Sendable {
    private let file: URL

    /// - Parameter location: The file of the session, which the session removes when its delegate returns.
    init(movedFrom location: URL) throws {
        file = FileManager.default.temporaryDirectory.appendingPathComponent("download-\(UUID().uuidString)")
        try FileManager.default.moveItem(at: location, to: file)
    }

    deinit {
        try? FileManager.default.removeItem(at: file)
    }

    var body: HTTPBody {
        get throws {
            let body = try HTTPBody(file: file.path)
            return HTTPBody(Chunks(body: body, download: self), length: body.length, isReplayable: true)
        }
    }

    private struct Chunks: AsyncSequence, Sendable {
        typealias Element = [UInt8]
        let body: HTTPBody
        let download: Download

        func makeAsyncIterator() -> Iterator {
            Iterator(chunks: body.makeAsyncIterator(), download: download)
        }

        struct Iterator: AsyncIteratorProtocol {
            var chunks: HTTPBody.Iterator
            let download: Download

            mutating func next() async throws -> [UInt8]? {
                try await chunks.next()
            }
        }
    }
}

extension TransferDelegate: URLSessionDownloadDelegate {
    /// Downloads that no call waits for, because the app was started again, belong to the app's delegate.
    func urlSession(_ session: URLSession, downloadTask task: URLSessionDownloadTask, didFinishDownloadingTo location: URL) {
        guard let transfer = transfer(of: task) else {
            (own as? any URLSessionDownloadDelegate)?.urlSession(session, downloadTask: task, didFinishDownloadingTo: location)
            return
        }
        do {
            transfer.received(try Download(movedFrom: location))
            if let response = task.response { transfer.received(response) }
        } catch {
            transfer.ended(error)
        }
    }
}
#endif
