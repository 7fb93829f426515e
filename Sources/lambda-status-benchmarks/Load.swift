#if StatusService
import Foundation

/// What wrk saw of a service.
struct Load {
    var requestsPerSecond: Double
    var requests: Int
    /// The time within which 99 of 100 answers came, as wrk writes it.
    var p99: String
    /// Whether wrk saw an answer other than 2xx or 3xx, or a broken connection.
    var hasFailures: Bool

    /// Loads the status call of the demo's instance through wrk, with 32 connections.
    init(on url: String, token: String, seconds: Int) throws {
        let output = Pipe()
        let wrk = Process()
        wrk.executableURL = URL(filePath: "/usr/bin/env")
        wrk.arguments = [
            "wrk", "--threads", "1", "--connections", "32", "--duration", "\(seconds)s", "--latency",
            "--header", "Authorization: Token \(token)", url + "/backend/lambda-instances/3/status",
        ]
        wrk.standardOutput = output
        try wrk.run()
        let printed = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        wrk.waitUntilExit()
        guard wrk.terminationStatus == 0, let load = Load(printed) else { throw UnreadableLoad(printed: printed) }
        self = load
    }

    private init?(_ printed: String) {
        guard let perSecond = printed.firstMatch(of: #/Requests/sec:\s+([0-9.]+)/#), let rate = Double(perSecond.1),
            let total = printed.firstMatch(of: #/([0-9]+) requests in/#), let requests = Int(total.1),
            let slowest = printed.firstMatch(of: #/99%\s+(\S+)/#)
        else { return nil }
        requestsPerSecond = rate
        self.requests = requests
        p99 = String(slowest.1)
        hasFailures = printed.contains("Non-2xx") || printed.contains("Socket errors")
    }
}

private struct UnreadableLoad: Error, CustomStringConvertible {
    let printed: String

    var description: String { "wrk is needed, and has to print its figures; it printed: \(printed)" }
}
#endif
