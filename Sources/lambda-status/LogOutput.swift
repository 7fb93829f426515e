#if StatusService
import APIRuntime
import Foundation

/// Standard error, written by a thread of its own: a request never waits for whoever should read the log.
///
/// Lines that do not fit in the queue are dropped and counted.
final class LogOutput: TextOutputStream, Sendable {
    private struct Queue {
        var lines: [String] = []
        var bytes = 0
        var dropped = 0
        var isWriting = false
    }

    private static let capacity = 1 << 20

    private let queue = Locked(Queue())
    private let hasLines = DispatchSemaphore(value: 0)

    init() {
        Thread.detachNewThread { [self] in
            while true {
                hasLines.wait()
                writeQueue()
            }
        }
    }

    func write(_ line: String) {
        let isFirst = queue.withLock { queue in
            guard queue.bytes + line.utf8.count <= Self.capacity else {
                queue.dropped += 1
                return false
            }
            queue.lines.append(line)
            queue.bytes += line.utf8.count
            return queue.lines.count == 1
        }
        if isFirst { hasLines.signal() }
    }

    /// Waits until all lines are written, for a second at most.
    func flush() {
        for _ in 0..<100 where queue.withLock({ $0.isWriting || !$0.lines.isEmpty }) { usleep(10_000) }
    }

    private func writeQueue() {
        let text = queue.withLock { queue in
            defer { queue = Queue(isWriting: true) }
            let gap = queue.dropped > 0 ? "\(queue.dropped) lines of the log were dropped because nobody read them\n" : ""
            return queue.lines.joined() + gap
        }
        // A reader that is gone is no reason to end the service.
        try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
        queue.withLock { $0.isWriting = false }
    }
}
#endif
