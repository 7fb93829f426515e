import HTTPTypes

/// The parts of a multipart body (RFC 2046, section 5.1): as they come in, or ready to be sent.
public struct MultipartParts: AsyncSequence, Sendable {
    public typealias Element = MultipartPart

    private let source: Source

    private enum Source: Sendable {
        case received(HTTPBody, boundary: String, limits: MultipartLimits?)
        case prepared([MultipartPart])
    }

    /// Creates the parts of a received body.
    ///
    /// - Parameters:
    ///   - body: The multipart body.
    ///   - boundary: The delimiter of the parts, from the `boundary` parameter of the media type.
    public init(_ body: HTTPBody, boundary: String) {
        source = .received(body, boundary: boundary, limits: nil)
    }

    /// Creates the parts of a request's body.
    ///
    /// - Parameter limits: What the server accepts.
    init(_ body: HTTPBody, boundary: String, limits: MultipartLimits) {
        source = .received(body, boundary: boundary, limits: limits)
    }

    /// Parts to send. A part whose body is a stream is sent as the stream produces it.
    public init(_ parts: [MultipartPart]) {
        source = .prepared(parts)
    }

    public func makeAsyncIterator() -> Iterator {
        switch source {
        case .received(let body, let boundary, let limits):
            Iterator(reader: MultipartReader(body, boundary: boundary, limits: limits))
        case .prepared(let parts): Iterator(prepared: parts[...])
        }
    }

    /// Gives the parts in their order; what is left unread of a part that comes in is skipped.
    public struct Iterator: AsyncIteratorProtocol {
        var reader: MultipartReader?
        var prepared: ArraySlice<MultipartPart> = []

        /// - Throws: ``MultipartError`` where the body is none, in a server ``RequestFailure`` instead; what the body throws.
        public mutating func next() async throws -> MultipartPart? {
            guard let reader else { return prepared.popFirst() }
            return try await reader.nextPart()
        }
    }

    /// Reads a whole form into memory.
    /// - Parameter limit: the greatest number of bytes of all parts together.
    /// - Throws: ``MultipartError``, ``HTTPBodyError/tooLarge(limit:)``, what the body throws.
    public func collect(upTo limit: Int) async throws -> [MultipartPart] {
        var rest = limit
        var parts: [MultipartPart] = []
        for try await part in self {
            rest -= 256 + part.headers.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count }
            guard rest > 0 else { throw HTTPBodyError.tooLarge(limit: limit) }
            let bytes = try await part.body.collect(upTo: rest)
            rest -= bytes.count
            var collected = part
            collected.body = HTTPBody(bytes)
            parts.append(collected)
        }
        return parts
    }

    /// The bytes of the body, and the boundary for its media type.
    var written: (body: HTTPBody, boundary: String) {
        switch source {
        case .received(let body, let boundary, _): return (body, boundary)
        case .prepared(let parts):
            let writer = MultipartWriter(parts)
            return (writer.body, writer.boundary)
        }
    }
}
