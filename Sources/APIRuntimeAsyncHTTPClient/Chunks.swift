#if AsyncHTTPClient
import APIRuntime
import AsyncHTTPClient
import NIOCore

/// The body of a request as NIO's buffers.
struct RequestChunks: AsyncSequence, Sendable {
    typealias Element = ByteBuffer

    private let body: HTTPBody

    init(_ body: HTTPBody) {
        self.body = body
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(chunks: body.makeAsyncIterator())
    }

    struct Iterator: AsyncIteratorProtocol {
        var chunks: HTTPBody.Iterator

        mutating func next() async throws -> ByteBuffer? {
            try await chunks.next().map { ByteBuffer(bytes: $0) }
        }
    }
}

/// The body of a response as arrays. Reading it in a cancelled task throws `CancellationError`.
struct ResponseChunks: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    private let body: HTTPClientResponse.Body

    init(_ body: HTTPClientResponse.Body) {
        self.body = body
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(buffers: body.makeAsyncIterator())
    }

    struct Iterator: AsyncIteratorProtocol {
        var buffers: HTTPClientResponse.Body.AsyncIterator

        mutating func next() async throws -> [UInt8]? {
            do {
                if let buffer = try await buffers.next() { return Array(buffer.readableBytesView) }
            } catch {
                throw Task.isCancelled ? CancellationError() : error
            }
            // AsyncHTTPClient ends the body of a cancelled exchange as if it were complete.
            try Task.checkCancellation()
            return nil
        }
    }
}
#endif
