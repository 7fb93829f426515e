import NIOCore

/// NIO's buffers as arrays, each taken when it is asked for.
struct BufferChunks<Buffers: AsyncSequence & Sendable>: AsyncSequence, Sendable where Buffers.Element == ByteBuffer {
    typealias Element = [UInt8]

    private let buffers: Buffers

    init(_ buffers: Buffers) {
        self.buffers = buffers
    }

    func makeAsyncIterator() -> Iterator {
        Iterator(buffers: buffers.makeAsyncIterator())
    }

    struct Iterator: AsyncIteratorProtocol {
        var buffers: Buffers.AsyncIterator

        mutating func next() async throws -> [UInt8]? {
            try await next(isolation: nil)
        }

        mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> [UInt8]? {
            guard let buffer = try await buffers.next(isolation: actor) else { return nil }
            return Array(buffer.readableBytesView)
        }
    }
}
