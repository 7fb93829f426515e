import Synchronization

/// Tells the first taker from all later ones.
final class OnceFlag: Sendable {
    private let taken = Atomic(false)

    /// Whether this call is the first.
    func take() -> Bool {
        !taken.exchange(true, ordering: .acquiringAndReleasing)
    }
}
