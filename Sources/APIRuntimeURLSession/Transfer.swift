import APIRuntime
import Foundation

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// One exchange: what has arrived of it and was not asked for yet, or who waits for what has not arrived.
final class Transfer: Sendable {
    /// The number of bytes that wait for their reader in memory before the task is held back, or the others go to a file.
    private static let highWatermark = 1 << 18

    private let task: URLSessionTask
    private let spool: Spool
    private let state = Locked(State())
    #if canImport(Darwin)
    private let download = Locked<Download?>(nil)
    #endif

    private struct State {
        var response: CheckedContinuation<URLResponse, any Error>?
        var reader: CheckedContinuation<[UInt8]?, any Error>?
        var waiting: [[UInt8]] = []
        var waitingBytes = 0
        #if canImport(FoundationNetworking)
        var overflow = Overflow()
        #else
        var isSuspended = false
        #endif
        var isCancelled = false
        var end: Result<Void, any Error>?
    }

    init(task: URLSessionTask, spool: Spool) {
        self.task = task
        self.spool = spool
    }

    /// Sends the request and waits for the head of the response.
    func start() async throws -> URLResponse {
        try await withCheckedThrowingContinuation { continuation in
            let isCancelled = state.withLock { state in
                if !state.isCancelled { state.response = continuation }
                return state.isCancelled
            }
            if isCancelled { return continuation.resume(throwing: CancellationError()) }
            if case .ownFile(_, let body) = spool { body.report(.began) }
            task.resume()
        }
    }

    /// Ends the exchange; whoever waits for it gets `CancellationError`.
    func cancel() {
        state.withLock { $0.isCancelled = true }
        ended(CancellationError())
        task.cancel()
    }

    /// Reports that bytes of a file were sent. Other bodies report when they are handed to the session.
    func sent(_ count: Int64) {
        if case .ownFile(_, let body) = spool { body.report(.moved(Int(clamping: count))) }
    }

    func received(_ response: URLResponse) {
        // Foundation on Linux reports interim responses too (RFC 9110, section 15.2).
        if let status = (response as? HTTPURLResponse)?.statusCode, (100..<200).contains(status), status != 101 { return }
        state.withLock { $0.response.take() }?.resume(returning: response)
    }

    func received(_ data: Data) {
        let chunk = [UInt8](data)
        let reader: CheckedContinuation<[UInt8]?, any Error>? = state.withLock { state in
            if let reader = state.reader.take() { return reader }
            keep(chunk, in: &state)
            return nil
        }
        reader?.resume(returning: chunk)
    }

    #if canImport(FoundationNetworking)
    /// Keeps bytes until they are asked for. Foundation on Linux cannot hold a task back: one that is suspended and resumed sends its
    /// request again.
    private func keep(_ chunk: [UInt8], in state: inout State) {
        guard !state.overflow.isEmpty || state.waitingBytes > Self.highWatermark else {
            state.waiting.append(chunk)
            state.waitingBytes += chunk.count
            return
        }
        do {
            try state.overflow.append(chunk)
        } catch {
            if state.end == nil { state.end = .failure(error) }
            task.cancel()
        }
    }

    private func goOn(_ state: inout State) {}
    #else
    /// Keeps bytes until they are asked for, and holds the task back if they are many.
    private func keep(_ chunk: [UInt8], in state: inout State) {
        state.waiting.append(chunk)
        state.waitingBytes += chunk.count
        guard state.waitingBytes > Self.highWatermark, !state.isSuspended else { return }
        // Within the lock, lest the reader's resumption overtakes it.
        state.isSuspended = true
        task.suspend()
    }

    private func goOn(_ state: inout State) {
        if state.isSuspended { task.resume() }
        state.isSuspended = false
    }
    #endif

    func ended(_ error: (any Error)?) {
        spool.remove()
        let result: Result<Void, any Error> = error.map { .failure($0) } ?? .success(())
        let (response, reader) = state.withLock { state in
            // The first end counts; a task that was cancelled ends once more.
            if state.end == nil { state.end = result }
            return (state.response.take(), state.reader.take())
        }
        response?.resume(throwing: error ?? URLSessionTransportError.noHTTPResponse)
        switch result {
        case .success: reader?.resume(returning: nil)
        case .failure(let error): reader?.resume(throwing: error)
        }
    }

    /// The next bytes; `nil` at the end.
    func next() async throws -> [UInt8]? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in take(continuation) }
        } onCancel: {
            cancel()
        }
    }

    private func take(_ continuation: CheckedContinuation<[UInt8]?, any Error>) {
        let result: Result<[UInt8]?, any Error>? = state.withLock { state in
            if !state.waiting.isEmpty {
                // Everything that waits at once: the array is then free for what comes next.
                let chunk = Array(state.waiting.joined())
                state.waiting = []
                state.waitingBytes = 0
                goOn(&state)
                return .success(chunk)
            }
            #if canImport(FoundationNetworking)
            if !state.overflow.isEmpty { return Result { try state.overflow.next() } }
            #endif
            if let end = state.end { return end.map { nil } }
            state.reader = continuation
            return nil
        }
        if let result { continuation.resume(with: result) }
    }

    #if canImport(Darwin)
    /// Keeps the file that is the body of the response.
    func received(_ file: Download) {
        download.withLock { $0 = file }
    }

    /// The file that is the body of the response; `nil` if it comes in chunks.
    var downloaded: Download? { download.withLock { $0 } }
    #endif

    /// The body of the response, which is read once. Reading it to its end, dropping its iterator, or dropping it unread ends the
    /// exchange.
    var chunks: Chunks {
        Chunks(guardian: Guardian(self))
    }

    struct Chunks: AsyncSequence, Sendable {
        typealias Element = [UInt8]
        fileprivate let guardian: Guardian

        func makeAsyncIterator() -> Iterator {
            Iterator(body: guardian, guardian: Guardian(guardian.transfer))
        }

        struct Iterator: AsyncIteratorProtocol {
            /// Keeps the exchange while the body is read, even if the body itself is gone.
            fileprivate let body: Guardian
            /// Ends the exchange with the iterator, even if the body is kept as a part of the response.
            fileprivate let guardian: Guardian

            mutating func next() async throws -> [UInt8]? {
                try await guardian.transfer.next()
            }
        }
    }

    /// Cancels an exchange that is no longer read.
    fileprivate final class Guardian: Sendable {
        let transfer: Transfer

        init(_ transfer: Transfer) {
            self.transfer = transfer
        }

        deinit {
            transfer.cancel()
        }
    }
}
