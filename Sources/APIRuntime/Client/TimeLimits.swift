/// How long an exchange may take.
struct TimeLimits: Sendable {
    /// From the first byte of the request to the last one of the response.
    let total: Duration?
    /// Without a byte in either direction.
    let idle: Duration?
    let start = ContinuousClock.now

    init(total: Duration?, idle: Duration?) {
        // More than a century is no limit, and would be too much for the clock.
        self.total = total.map { min($0, .seconds(1 << 32)) }
        self.idle = idle.map { min($0, .seconds(1 << 32)) }
    }

    var areNone: Bool { total == nil && idle == nil }

    /// Returns what `body` returns; cancels it and throws ``TimeoutError`` when a limit has passed.
    func hold<Value: Sendable>(
        _ progress: Progress = Progress(), _ body: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        if areNone { return try await body() }
        return try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask { try await body() }
            group.addTask {
                while let end = end(progress)?.instant, end > .now { try await Task.sleep(until: end, clock: .continuous) }
                return nil
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() ?? nil else {
                throw TimeoutError(limit: end(progress)?.limit ?? .zero)
            }
            return value
        }
    }

    /// When the first limit ends, as far as is known now.
    private func end(_ progress: Progress) -> (instant: ContinuousClock.Instant, limit: Duration)? {
        let ends = [total.map { (start + $0, $0) }, idle.map { (progress.latest + $0 + progress.allowance, $0) }]
        return ends.compactMap { $0 }.min { $0.0 < $1.0 }
    }

    /// What has moved in an exchange so far.
    final class Progress: Sendable {
        private let state = Locked((latest: ContinuousClock.now, sentBytes: 0))

        var latest: ContinuousClock.Instant { state.withLock { $0.latest } }

        /// A transport may take a body faster than it sends it: the time to send it at 16 KiB a second.
        var allowance: Duration { state.withLock { .seconds(min($0.sentBytes >> 14, 1 << 32)) } }

        func sent(_ count: Int) {
            state.withLock { state in
                state.latest = .now
                state.sentBytes &+= count
            }
        }

        func received() {
            state.withLock { state in
                state.latest = .now
                state.sentBytes = 0
            }
        }
    }
}

extension HTTPBody {
    /// The body of a request, which counts as progress while it is sent.
    func sent(reportingTo progress: TimeLimits.Progress) -> HTTPBody {
        guard let bytes else { return observed { if case .moved(let count) = $0 { progress.sent(count) } } }
        progress.sent(bytes.count)
        return self
    }

    /// The body of a response, which counts as progress while it is received.
    func received(reportingTo progress: TimeLimits.Progress) -> HTTPBody {
        bytes == nil ? observed { if case .moved = $0 { progress.received() } } : self
    }

    /// The body of a response that fails with ``CallError`` when a limit has passed, and with `CancellationError` when its reader is cancelled.
    func limited(by limits: TimeLimits, of operation: APIOperation) -> HTTPBody {
        guard bytes == nil else { return self }
        return HTTPBody(LimitedChunks(body: self, limits: limits, operation: operation), length: length, isReplayable: isReplayable)
    }
}

private struct LimitedChunks: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    let body: HTTPBody
    let limits: TimeLimits
    let operation: APIOperation

    func makeAsyncIterator() -> Iterator {
        Iterator(source: Source(body), limits: limits, operation: operation)
    }

    struct Iterator: AsyncIteratorProtocol {
        let source: Source
        let limits: TimeLimits
        let operation: APIOperation

        mutating func next() async throws -> [UInt8]? {
            do {
                let chunk = try await limits.hold { [source] in try await source.next() }
                // Some transports end the body of a cancelled exchange as if it were complete.
                if chunk == nil { try Task.checkCancellation() }
                return chunk
            } catch let error as TimeoutError {
                throw CallError(operation, .timedOut(after: error.limit))
            } catch {
                throw Task.isCancelled ? CancellationError() : error
            }
        }
    }

    /// Goes through the body in tasks of its own, which can be cancelled.
    actor Source {
        private var iterator: HTTPBody.Iterator

        init(_ body: HTTPBody) {
            iterator = body.makeAsyncIterator()
        }

        func next() async throws -> [UInt8]? {
            var next = iterator
            defer { iterator = next }
            return try await next.next(isolation: self)
        }
    }
}
