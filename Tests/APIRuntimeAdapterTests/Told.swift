#if StatusService
import Synchronization

/// What a test was told, in order.
final class Told: Sendable {
    private let kept = Mutex<[String]>([])

    func add(_ text: String) {
        kept.withLock { $0.append(text) }
    }

    var texts: [String] {
        kept.withLock { $0 }
    }
}
#endif
