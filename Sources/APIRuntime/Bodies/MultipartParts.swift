/// The parts of a multipart body as they come in (RFC 2046, section 5.1).
public struct MultipartParts: AsyncSequence, Sendable {
    public typealias Element = MultipartPart

    private let body: HTTPBody
    private let boundary: String

    /// - Parameter boundary: what stands between the parts, from the parameter of the media type.
    public init(_ body: HTTPBody, boundary: String) {
        self.body = body
        self.boundary = boundary
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(reader: MultipartReader(body, boundary: boundary))
    }

    /// Gives the parts in their order; what is left unread of a part is skipped.
    public struct Iterator: AsyncIteratorProtocol {
        let reader: MultipartReader

        /// - Throws: ``MultipartError`` where the body is none; what the body throws.
        public mutating func next() async throws -> MultipartPart? {
            try await reader.nextPart()
        }
    }

    /// Reads a whole form into memory.
    /// - Parameter limit: the greatest number of bytes of all parts together.
    /// - Throws: ``MultipartError``, ``HTTPBodyError/tooLarge(limit:)``, what the body throws.
    public func collect(upTo limit: Int) async throws -> [MultipartPart] {
        var rest = limit
        var parts: [MultipartPart] = []
        for try await part in self {
            rest -= 256
            guard rest > 0 else { throw HTTPBodyError.tooLarge(limit: limit) }
            let bytes = try await part.body.collect(upTo: rest)
            rest -= bytes.count
            parts.append(MultipartPart(headers: part.headers, body: HTTPBody(bytes)))
        }
        return parts
    }
}
