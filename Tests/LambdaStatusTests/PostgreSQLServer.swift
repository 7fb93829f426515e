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
            ["initdb", "postgres", "pg_isready", "createdb"].allSatisfy {
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
    private let process: Mutex<Process>

    private init() throws {
        folder = try Folder()
        // PostgreSQL does not run as root.
        if geteuid() == 0 { chown(folder.path, nobody, nobody) }
        try Self.run(
            "initdb", ["-D", folder.file("data"), "-U", "apigen", "--auth=trust", "--encoding=UTF8", "--no-sync"], in: folder)
        process = Mutex(try Self.start(in: folder))
    }

    /// Starts the server itself: `pg_ctl` would return before it, but Foundation waits until no process has what it gave to `pg_ctl`.
    private static func start(in folder: Folder) throws -> Process {
        let options = ["-D", folder.file("data"), "-k", folder.path, "-c", "listen_addresses=", "-c", "max_connections=200"]
        let server = command("postgres", options, in: folder)
        server.standardInput = FileHandle.nullDevice
        server.standardOutput = FileHandle.nullDevice
        server.standardError = FileHandle.nullDevice
        try server.run()
        for _ in 0..<300 where server.isRunning {
            if try outcome(of: command("pg_isready", ["-h", folder.path], in: folder), in: folder).status == 0 { return server }
            Thread.sleep(forTimeInterval: 0.1)
        }
        kill(server.processIdentifier, SIGQUIT)
        throw ToolFailure(description: "PostgreSQL does not start")
    }

    private func stop() {
        process.withLock { process in
            kill(process.processIdentifier, SIGQUIT)
            process.waitUntilExit()
        }
        try? FileManager.default.removeItem(atPath: folder.path)
    }

    /// Ends all connections and starts the server again.
    func restart() throws {
        try process.withLock { process in
            process.interrupt()
            process.waitUntilExit()
            process = try Self.start(in: folder)
        }
    }

    /// Creates an empty database, and returns its URL.
    func createDatabase() throws -> String {
        let name = count.withLock { count in
            count += 1
            return "test\(count)"
        }
        try Self.run("createdb", ["-h", folder.path, "-U", "apigen", name], in: folder)
        return "postgres://apigen@/\(name)?host=\(folder.path)"
    }

    private static func run(_ name: String, _ arguments: [String], in folder: Folder) throws {
        let outcome = try outcome(of: command(name, arguments, in: folder), in: folder)
        guard outcome.status == 0 else { throw ToolFailure(description: "\(name) failed: \(outcome.errors)\(outcome.output)") }
    }

    private static func command(_ name: String, _ arguments: [String], in folder: Folder) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let user = geteuid() == 0 ? ["setpriv", "--reuid", "\(nobody)", "--regid", "\(nobody)", "--clear-groups"] : []
        process.arguments = user + ["\(tools ?? "")/\(name)"] + arguments
        process.currentDirectoryURL = URL(filePath: folder.path)
        return process
    }

    private struct ToolFailure: Error, CustomStringConvertible {
        let description: String
    }
}

/// The user and group `nobody` of Debian.
private let nobody: UInt32 = 65534
#endif
