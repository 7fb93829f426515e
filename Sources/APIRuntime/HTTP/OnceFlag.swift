/// A flag that only its first taker gets.
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
