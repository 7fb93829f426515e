extension HTTPBody {
    /// The body, which fails with ``HTTPBodyError/tooLarge(limit:)`` when it has more bytes.
    func limited(to limit: Int) -> HTTPBody {
        bytes == nil ? HTTPBody(LimitedBody(body: self, limit: limit), length: length, mediaType: mediaType) : self
    }
}

private struct LimitedBody: AsyncSequence {
    typealias Element = [UInt8]

    let body: HTTPBody
    let limit: Int

    func makeAsyncIterator() -> Iterator { Iterator(chunks: body.makeAsyncIterator(), limit: limit, rest: limit) }

    struct Iterator: AsyncIteratorProtocol {
        var chunks: HTTPBody.Iterator
        let limit: Int
        var rest: Int

        mutating func next() async throws -> [UInt8]? {
            guard let chunk = try await chunks.next() else { return nil }
            guard chunk.count <= rest else { throw HTTPBodyError.tooLarge(limit: limit) }
            rest -= chunk.count
            return chunk
        }
    }
}
