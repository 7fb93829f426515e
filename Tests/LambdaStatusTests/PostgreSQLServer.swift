#if StatusService
import Foundation
import Synchronization

/// A PostgreSQL server of these tests alone, which listens in a temporary folder and ends with them.
final class PostgreSQLServer: Sendable {
    /// Whether a server and its tools are installed, as Debian's package `postgresql` does.
    static let isInstalled = tools != nil

    private static let tools: String? = {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
        let packages = (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        let folders = packages.sorted().map { "/usr/lib/postgresql/\($0)/bin" } + path.split(separator: ":").map(String.init)
        return folders.first { folder in
            ["initdb", "pg_ctl", "postgres", "createdb"].allSatisfy {
                FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)")
            }
        }
    }()

    private static let running = Mutex<PostgreSQLServer?>(nil)

    /// The server of all tests, which starts when the first one needs it.
    static func shared() throws -> PostgreSQLServer {
        try running.withLock { running in
            if let running { return running }
            let server = try PostgreSQLServer()
            running = server
            atexit { PostgreSQLServer.running.withLock { $0?.stop() } }
            return server
        }
    }

    private let folder: Folder
    private let count = Mutex(0)

    private init() throws {
        folder = try Folder()
        // PostgreSQL does not run as root.
        if geteuid() == 0 { chown(folder.path, nobody, nobody) }
        try tool("initdb", "-D", data, "-U", "apigen", "--auth=trust", "--encoding=UTF8", "--no-sync")
        try start()
    }

    private var data: String { folder.file("data") }

    private func start() throws {
        let options = "-k \(folder.path) -c listen_addresses='' -c max_connections=200"
        try tool("pg_ctl", "-D", data, "-w", "-l", folder.file("log"), "-o", options, "start")
    }

    private func stop() {
        try? tool("pg_ctl", "-D", data, "-m", "immediate", "stop")
        try? FileManager.default.removeItem(atPath: folder.path)
    }

    /// Ends all connections and starts the server again.
    func restart() throws {
        try tool("pg_ctl", "-D", data, "-w", "-m", "fast", "stop")
        try start()
    }

    /// Creates an empty database, and returns its URL.
    func createDatabase() throws -> String {
        let name = count.withLock { count in
            count += 1
            return "test\(count)"
        }
        try tool("createdb", "-h", folder.path, "-U", "apigen", name)
        return "postgres://apigen@/\(name)?host=\(folder.path)"
    }

    private func tool(_ name: String, _ arguments: String...) throws {
        let command = ["\(Self.tools ?? "")/\(name)"] + arguments
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let user = "\(nobody)"
        process.arguments = (geteuid() == 0 ? ["setpriv", "--reuid", user, "--regid", user, "--clear-groups"] : []) + command
        process.currentDirectoryURL = URL(filePath: folder.path)
        let outcome = try outcome(of: process, in: folder)
        guard outcome.status == 0 else { throw ToolFailure(description: "\(name) failed: \(outcome.errors)\(outcome.output)") }
    }

    private struct ToolFailure: Error, CustomStringConvertible {
        let description: String
    }
}

/// The user and group `nobody` of Debian.
private let nobody: UInt32 = 65534
#endif
