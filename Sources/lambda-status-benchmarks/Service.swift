#if StatusService
import Foundation

/// A service under measurement, in a process of its own.
final class Service {
    let name: String
    let url: String
    private let process = Process()

    /// Starts a program of the same build, which prints its address as the first line.
    init(name: String, program: String, arguments: [String]) throws {
        self.name = name
        let output = Pipe()
        process.executableURL = Bundle.main.executableURL?.deletingLastPathComponent().appending(path: program)
        process.arguments = arguments
        process.standardOutput = output
        try process.run()
        let line = output.fileHandleForReading.availableData
        url = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
        guard url.hasPrefix("http") else { throw NotStarted(name: name) }
    }

    /// The resident memory of the process, in MiB, if the system reports it.
    var residentMemory: Double? {
        let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }.map { $0 / 1024 }
    }

    func stop() {
        process.terminate()
        process.waitUntilExit()
    }
}

private struct NotStarted: Error, CustomStringConvertible {
    let name: String

    var description: String { "\(name) did not start" }
}
#endif
