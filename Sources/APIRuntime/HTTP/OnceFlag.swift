/// Tells the first taker from all later ones.
final class OnceFlag: Sendable {
    private let isTaken = Locked(false)

    /// Whether this call is the first.
    func take() -> Bool {
        isTaken.withLock { isTaken in
            defer { isTaken = true }
            return !isTaken
        }
    }
}
