import ApigenCommand
import Diagnostics

/// A line on the terminal with the current stage of a run. Nothing is shown if standard error is not a terminal.
final class Progress: Sendable {
    private let isShown: Bool
    private let isDirty = Locked(false)

    init(isShown: Bool) {
        self.isShown = isShown && errorIsTerminal()
    }

    func show(_ text: String) {
        guard isShown else { return }
        isDirty.withLock { $0 = true }
        printError("\r\u{1B}[K\(text)")
    }

    func end() {
        guard isDirty.withLock({ $0 }) else { return }
        printError("\r\u{1B}[K")
    }
}
