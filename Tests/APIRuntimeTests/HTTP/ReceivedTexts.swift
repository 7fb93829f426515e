import Synchronization

/// The texts that a test received, in order.
final class ReceivedTexts: Sendable {
    private let kept = Mutex<[String]>([])

    func add(_ text: String) {
        kept.withLock { $0.append(text) }
    }

    func clear() {
        kept.withLock { $0 = [] }
    }

    var texts: [String] {
        kept.withLock { $0 }
    }
}
