#if Compression
import APIRuntime

/// A body in the format gzip.
struct CompressedChunks: AsyncSequence, Sendable {
    typealias Element = [UInt8]

    let body: HTTPBody
    let level: Int
    /// Whether callers can read each chunk when it is there, as those of an event stream.
    let flushesChunks: Bool

    func makeAsyncIterator() -> Iterator {
        Iterator(chunks: body.makeAsyncIterator(), encoder: GzipEncoder(level: level), flushesChunks: flushesChunks)
    }

    struct Iterator: AsyncIteratorProtocol {
        /// What is compressed at a time, in about a millisecond.
        private static let pieceLength = 1 << 16

        var chunks: HTTPBody.Iterator
        var encoder: GzipEncoder?
        let flushesChunks: Bool
        private var rest: ArraySlice<UInt8> = []
        private var isAtEnd = false

        init(chunks: HTTPBody.Iterator, encoder: GzipEncoder?, flushesChunks: Bool) {
            self.chunks = chunks
            self.encoder = encoder
            self.flushesChunks = flushesChunks
        }

        mutating func next() async throws -> [UInt8]? {
            guard let encoder else { throw CompressionError.noMemory }
            while !isAtEnd {
                if rest.isEmpty {
                    guard let chunk = try await chunks.next() else {
                        isAtEnd = true
                        return encoder.encode([], .end)
                    }
                    rest = chunk[...]
                }
                let piece = rest.prefix(Self.pieceLength)
                rest = rest.dropFirst(piece.count)
                let encoded = encoder.encode(piece, flushesChunks && rest.isEmpty ? .chunk : .none)
                if !encoded.isEmpty { return encoded }
                await Task.yield()
            }
            return nil
        }
    }
}

enum CompressionError: Error {
    case noMemory
}
#endif
