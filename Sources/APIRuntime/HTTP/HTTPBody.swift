/// The body of a message: chunks of bytes that are produced as they are asked for, or bytes that are already there.
///
/// A body that comes from a network can be read once; one made of bytes can be read as often as needed.
public struct HTTPBody: AsyncSequence, Sendable {
    public typealias Element = [UInt8]

    /// The number of bytes, if it is known before the body is read.
    public let length: Int?

    /// Whether the body can be read more than once, as a repeated request needs it.
    public let isReplayable: Bool

    /// The media type, if the OpenAPI document only defines a range such as `image/*`: the one received in a client,
    /// the one to send in a server. `nil` for the one that the caller accepts, or the default one in the range.
    public var mediaType: String?

    /// The path of the file that the body consists of, for transports that send a file by themselves. They report its progress.
    package var filePath: String?

    private let storage: Storage
    private var observers: [@Sendable (Event) -> Void] = []

    private enum Storage: Sendable {
        case bytes([UInt8])
        case stream(@Sendable () throws -> Iterator)
    }

    /// What happens to a body while it is sent or read.
    package enum Event: Sendable {
        /// It is read from its start.
        case began
        /// This many bytes were passed on.
        case moved(Int)
        /// It was passed on completely.
        case ended
    }

    /// A body that is already there. It can be read repeatedly.
    /// - Parameters:
    ///   - bytes: the whole body.
    ///   - mediaType: the media type, where a document leaves it open.
    public init(_ bytes: [UInt8] = [], mediaType: String? = nil) {
        self.mediaType = mediaType
        storage = .bytes(bytes)
        length = bytes.count
        isReplayable = true
    }

    /// A body of text in UTF-8. It can be read repeatedly.
    /// - Parameters:
    ///   - text: the whole body.
    ///   - mediaType: the media type, where a document leaves it open.
    public init(_ text: String, mediaType: String? = nil) {
        self.init(Array(text.utf8), mediaType: mediaType)
    }

    /// A body that is produced chunk by chunk, each when the receiver is ready for it.
    /// - Parameters:
    ///   - chunks: the chunks; empty ones are allowed.
    ///   - length: the number of bytes in all chunks, `nil` where it isn't known.
    ///   - isReplayable: whether `chunks` gives the same bytes each time it is iterated.
    ///   - mediaType: the media type, where a document leaves it open.
    public init<Chunks: AsyncSequence & Sendable>(
        _ chunks: Chunks, length: Int? = nil, isReplayable: Bool = false, mediaType: String? = nil
    ) where Chunks.Element == [UInt8] {
        self.mediaType = mediaType
        self.length = length
        self.isReplayable = isReplayable
        let once = isReplayable ? nil : OnceFlag()
        storage = .stream {
            if let once, !once.take() { throw HTTPBodyError.alreadyRead }
            var iterator = chunks.makeAsyncIterator()
            return Iterator { isolation in try await iterator.nextElement(isolation: isolation) }
        }
    }

    /// The whole body where it is already there, without reading anything.
    public var bytes: [UInt8]? {
        if case .bytes(let bytes) = storage { bytes } else { nil }
    }

    /// Reads the whole body.
    /// - Parameter limit: the greatest number of bytes that is accepted.
    /// - Throws: ``HTTPBodyError/tooLarge(limit:)`` as soon as the limit is passed; what the producer of the body throws.
    public func collect(upTo limit: Int) async throws -> [UInt8] {
        if let length, length > limit { throw HTTPBodyError.tooLarge(limit: limit) }
        if let bytes { return bytes }
        var collected: [UInt8] = []
        for try await chunk in self {
            guard chunk.count <= limit - collected.count else { throw HTTPBodyError.tooLarge(limit: limit) }
            if collected.isEmpty {
                // A body in one chunk is not copied.
                collected = chunk
            } else {
                collected.append(contentsOf: chunk)
            }
        }
        return collected
    }

    /// Returns a copy that also reports to another observer what happens to it.
    func observed(by observer: @escaping @Sendable (Event) -> Void) -> HTTPBody {
        var copy = self
        copy.observers.append(observer)
        return copy
    }

    /// Reports to all observers what a transport did with the body.
    package func report(_ event: Event) {
        for observer in observers { observer(event) }
    }

    public func makeAsyncIterator() -> Iterator {
        if observers.isEmpty { return unobserved() }
        report(.began)
        var iterator = unobserved()
        return Iterator { isolation in
            let chunk = try await iterator.nextElement(isolation: isolation)
            report(chunk.map { .moved($0.count) } ?? .ended)
            return chunk
        }
    }

    private func unobserved() -> Iterator {
        switch storage {
        case .bytes(let bytes):
            var rest: [UInt8]? = bytes.isEmpty ? nil : bytes
            return Iterator { _ in
                defer { rest = nil }
                return rest
            }
        case .stream(let start):
            do {
                return try start()
            } catch {
                return Iterator { _ in throw error }
            }
        }
    }

    /// Gives the chunks of a body in their order.
    public struct Iterator: AsyncIteratorProtocol {
        private let advance: (isolated (any Actor)?) async throws -> [UInt8]?

        fileprivate init(_ advance: @escaping (isolated (any Actor)?) async throws -> [UInt8]?) {
            self.advance = advance
        }

        public mutating func next() async throws -> [UInt8]? {
            try await advance(nil)
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws(any Error) -> [UInt8]? {
            try await advance(actor)
        }
    }
}

/// An error in reading a body.
public enum HTTPBodyError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The body has more bytes than the reader accepts.
    case tooLarge(limit: Int)
    /// The body comes from a stream that can be read once, and was read before.
    case alreadyRead

    public var description: String {
        switch self {
        case .tooLarge(let limit): "the body has more than \(limit) bytes"
        case .alreadyRead: "the body can be read once, and was read before"
        }
    }
}
