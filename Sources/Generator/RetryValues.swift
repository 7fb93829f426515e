import APIModel
import Printing

/// The policy of the runtime for what the document says about retries.
func retryPolicy(_ retries: RetrySettings) -> String {
    retries.count == 0 ? ".off" : ".init(\(retryArguments(retries).joined(separator: ", ")))"
}

/// The arguments of that policy's initializer.
func retryArguments(_ retries: RetrySettings) -> [String] {
    func milliseconds(_ time: Int) -> String { ".milliseconds(\(time))" }
    // Who limits the time and not the number wants retries until the time is over.
    let count = retries.count.map(String.init) ?? retries.longestTime.map { _ in ".max" }
    return [
        count.map { "retries: \($0)" },
        retries.pause.map { "pause: \(milliseconds($0))" },
        retries.factor.map { "factor: \($0)" },
        retries.longestPause.map { "longestPause: \(milliseconds($0))" },
        retries.longestTime.map { "longestTime: \(milliseconds($0))" },
        retries.statuses.isEmpty ? nil : "statuses: " + array(retries.statuses.map(SwiftText.literal)),
        retries.includesConnectionFailures.map { "retriesConnectionFailures: \($0)" },
    ].compactMap { $0 }
}
