import Foundation

/// The processor time that the process has used, in seconds; other work on the machine does not count.
private func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The least processor time of several rounds, in seconds.
func bestTime(rounds: Int, _ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<rounds {
        let start = processorTime()
        try work()
        best = min(best, processorTime() - start)
    }
    return best
}
