#if StatusService
import Foundation

/// Shows the changes of a status: on a terminal in one line with the elapsed seconds, otherwise in a line for each change.
struct StatusProgress {
    private let start = ContinuousClock.now
    private let isTerminal = isatty(STDOUT_FILENO) == 1
    private var shown: String?

    mutating func show(_ status: String, isLast: Bool) {
        if isTerminal {
            let seconds = (ContinuousClock.now - start).components.seconds
            write("\r\u{1B}[K\(status) (\(seconds) s)" + (isLast ? "\n" : ""))
        } else if status != shown {
            write(status + "\n")
        }
        shown = status
    }
}
#endif
