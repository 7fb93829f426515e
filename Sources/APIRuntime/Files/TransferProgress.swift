/// How much of a body has been sent or received.
public struct TransferProgress: Hashable, Sendable {
    /// The number of bytes so far.
    public let bytes: Int
    /// The number of bytes of the whole body; `nil` if it is not known.
    public let total: Int?

    /// The part that has been sent or received, from 0 to 1; `nil` if the length of the body is not known.
    public var fraction: Double? {
        total.map { $0 > 0 ? min(1, Double(bytes) / Double($0)) : 1 }
    }
}

extension HTTPBody {
    /// Returns the body and its progress while it is sent or read.
    ///
    /// The progress is the latest one when it is asked for, and ends with the body. A body that is sent again begins again.
    ///
    ///     let (body, progress) = try HTTPBody(file: "film.mp4").withProgress()
    ///     Task { for await step in progress { print(step.bytes) } }
    ///     try await client.upload(body: body)
    public func withProgress() -> (body: HTTPBody, progress: AsyncStream<TransferProgress>) {
        let (progress, continuation) = AsyncStream.makeStream(of: TransferProgress.self, bufferingPolicy: .bufferingNewest(1))
        let reporter = ProgressReporter(total: length, continuation)
        // Transports take bytes that are there at once, before they send them.
        let body = bytes.map { HTTPBody(Slices(bytes: $0), length: $0.count, isReplayable: true, mediaType: mediaType) } ?? self
        return (body.observed { reporter.report($0) }, progress)
    }
}

/// Bytes in chunks.
private struct Slices: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    let bytes: [UInt8]

    func makeAsyncIterator() -> Iterator {
        Iterator(rest: bytes[...])
    }

    struct Iterator: AsyncIteratorProtocol {
        var rest: ArraySlice<UInt8>

        mutating func next() async throws -> [UInt8]? {
            guard !rest.isEmpty else { return nil }
            defer { rest = rest.dropFirst(1 << 16) }
            return Array(rest.prefix(1 << 16))
        }
    }
}

/// Counts the bytes of a body. The progress ends with the last copy of the body.
private final class ProgressReporter: Sendable {
    private let total: Int?
    private let continuation: AsyncStream<TransferProgress>.Continuation
    private let count = Locked(0)

    init(total: Int?, _ continuation: AsyncStream<TransferProgress>.Continuation) {
        self.total = total
        self.continuation = continuation
    }

    deinit {
        continuation.finish()
    }

    func report(_ event: HTTPBody.Event) {
        switch event {
        case .began: count.withLock { $0 = 0 }
        case .moved(let bytes):
            let sum = count.withLock { count in
                count += bytes
                return count
            }
            continuation.yield(TransferProgress(bytes: sum, total: total))
            if let total, sum >= total { continuation.finish() }
        case .ended: continuation.finish()
        }
    }
}
