#if StatusService
import Foundation

/// Ends the process when an orderly shutdown takes too long, or at once when the operator asks for it a second time.
final class ShutdownSignals {
    private let sources: [any DispatchSourceSignal]

    /// - Parameter limit: The time that an orderly shutdown may take, in seconds.
    init(limit: Double) {
        let queue = DispatchQueue(label: "shutdown")
        let first = FirstSignal()
        sources = [SIGTERM, SIGINT].map { signal in
            let source = DispatchSource.makeSignalSource(signal: signal, queue: queue)
            source.setEventHandler {
                guard first.isPast else {
                    first.isPast = true
                    return queue.asyncAfter(deadline: .now() + limit) { end("the requests in progress took too long", 1) }
                }
                end("ended by a second signal", 128 + signal)
            }
            return source
        }
        for source in sources { source.activate() }
    }
}

/// Changed on one queue only.
private final class FirstSignal: @unchecked Sendable {
    var isPast = false
}

/// Acknowledged writes are durable, so that there is nothing left to do.
private func end(_ message: String, _ status: Int32) {
    complain(message)
    _exit(status)
}
#endif
