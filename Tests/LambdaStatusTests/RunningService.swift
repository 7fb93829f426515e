#if StatusService
import Foundation
import Testing

/// The built `lambda-status serve` on a free port, with a database of its own that holds the demo.
final class RunningService {
    static let token = "tJ3b3f32f23ceuqdoS_TH7m0d6yxmlWL1r2ralKcttY"

    let folder: Folder
    let url: String
    let port: UInt16
    private let process: Process

    /// - Parameter arguments: what `serve` is given beside its port.
    convenience init(_ arguments: String...) throws {
        try self.init(in: Folder(), arguments)
    }

    /// - Parameters:
    ///   - database: The location of the database, in place of a file in the folder.
    ///   - openFiles: The limit of open files of the service; `nil` for that of the tests.
    init(in folder: Folder, database: String? = nil, openFiles: Int? = nil, _ arguments: [String]) throws {
        self.folder = folder
        let arguments = arguments + (database.map { ["--database", $0] } ?? [])
        try run(in: folder, ["seed-demo"] + (database.map { ["--database", $0] } ?? []))
        let output = Pipe()
        process = try lambdaStatus(in: folder, ["serve", "--port", "0", "--log-level", "error"] + arguments)
        process.standardOutput = output
        if let openFiles, let program = process.executableURL?.path {
            process.arguments = ["-c", "ulimit -n \(openFiles) && exec \"$0\" \"$@\"", program] + (process.arguments ?? [])
            process.executableURL = URL(filePath: "/bin/sh")
        }
        try process.run()
        url = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            .trimmingCharacters(in: .newlines)
        port = try #require(url.split(separator: ":").last.flatMap { UInt16($0) })
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    var isRunning: Bool { process.isRunning }
    var identifier: Int32 { process.processIdentifier }

    /// Asks the service to end, and returns its exit status.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }
}

/// An answer as curl shows it.
struct Answer {
    var status: Int
    /// By lower-case name.
    var headers: [String: String] = [:]
    var body: String

    init(_ text: String) throws {
        let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false)
        let head = parts[0].split(separator: "\r\n")
        status = try #require(head.first.flatMap { Int($0.split(separator: " ")[1]) }, "not an answer: \(text)")
        body = parts.count > 1 ? String(parts[1]) : ""
        for line in head.dropFirst() {
            let field = line.split(separator: ":", maxSplits: 1)
            headers[field[0].lowercased()] = field.count > 1 ? field[1].trimmingCharacters(in: .whitespaces) : ""
        }
    }
}

extension RunningService {
    /// What curl gets for a path.
    func curl(_ path: String, _ arguments: String...) throws -> Answer {
        try curl(path, arguments)
    }

    func curl(_ path: String, _ arguments: [String]) throws -> Answer {
        let curl = Process()
        curl.executableURL = URL(filePath: "/usr/bin/env")
        curl.arguments = ["curl", "--silent", "--include", "--path-as-is", "--max-time", "30"] + arguments + [url + path]
        return try Answer(try outcome(of: curl, in: folder).output)
    }
}
#endif
