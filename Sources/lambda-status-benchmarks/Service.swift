#if StatusService
import Foundation
import LambdaStatusStore

/// Calls a closure with the path of a database that has the demo's instances and token.
func withDemoDatabase<Value>(_ body: (String) async throws -> Value) async throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: "lambda-status-benchmarks-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = folder.appending(path: "demo.sqlite").path
    try await SQLiteStore(path: database).seedDemo()
    return try await body(database)
}

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

    /// Starts the service that is built on generated stubs.
    static func generated(database: String) throws -> Service {
        try Service(
            name: "generated", program: "lambda-status",
            arguments: ["serve", "--port", "0", "--log-level", "error", "--database", database])
    }

    /// The resident memory of the process, in MiB, if the system reports it.
    var residentMemory: Double? {
        let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(separator: " ").dropFirst().first.flatMap { Double($0) }.map { $0 / 1024 }
    }

    /// The processor time of the process so far, in seconds, if the system reports it.
    var processorTime: Double? {
        let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/stat", encoding: .utf8)
        // The name of the program, in parentheses, may have spaces.
        guard let fields = status?.split(separator: ")").last?.split(separator: " "), fields.count > 12,
            let user = Double(fields[11]), let system = Double(fields[12])
        else { return nil }
        return (user + system) / Double(sysconf(Int32(_SC_CLK_TCK)))
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
