#if StatusService
import APIRuntime
import APIRuntimeHummingbird
import APIRuntimeObservability
import ArgumentParser
import Foundation
import Hummingbird
import HummingbirdCore
import Lambda
import LambdaStatusStore
import Logging
import NIOCore

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Serves the API, its documentation at /docs, the OpenAPI document at /openapi.yaml, and a health check at /health.",
        discussion: """
            The first line of standard output is the URL of the service. Logs go to standard error. \
            On SIGTERM, the service completes the requests in progress and exits; after --drain seconds, or on a second signal, \
            it exits without them.
            """)

    @Option(help: "The address to listen on.") var host = "127.0.0.1"
    @Option(help: "The port to listen on; 0 selects a free port.") var port = 8080
    @OptionGroup var database: DatabaseOption
    @Option(
        help:
            "The folder of a documentation site to serve at /docs, as .ci/docs-site builds it (default: \(defaultSite), if it exists)."
    )
    var docs: String?
    @Option(help: "The lowest level to log: \(levelNames).", transform: level(named:))
    var logLevel = Logger.Level.info
    @Option(help: "The greatest number of connections. (default: 1024, or what the limit of open files allows)")
    var connections: Int?
    @Option(help: "The seconds that requests in progress have to complete on SIGTERM.") var drain = 10.0

    func validate() throws {
        guard 0...65535 ~= port else { throw ValidationError("--port must be from 0 to 65535, found \(port).") }
        guard (connections ?? 1) > 0 else { throw ValidationError("--connections must be positive, found \(connections ?? 0).") }
        guard 0...86_400 ~= drain else { throw ValidationError("--drain must be from 0 to 86400, found \(drain).") }
    }

    func run() async throws {
        let output = LogOutput()
        defer { output.flush() }
        let logger = makeLogger(level: logLevel, output)
        let signals = ShutdownSignals(limit: drain + 5)
        defer { withExtendedLifetime(signals) {} }
        let store = try await database.open()
        let router = try router(store: store, logger: logger)
        let service = Application(
            responder: APIResponder(router),
            server: .http1(limits: ConnectionLimits(head: .seconds(10), drain: .seconds(drain))),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(connections ?? usualConnections(), logger: logger)),
            onServerRunning: { announce($0, host: host) },
            logger: logger)
        do {
            try await service.runService()
        } catch let error as IOError {
            throw UnusableAddress(host: host, port: port, reason: error)
        }
        try await store.close()
    }
}

extension Serve {
    /// Returns the operations, with the health check, the OpenAPI document and the documentation beside them.
    private func router(store: any StatusStore, logger: Logger) throws -> APIRuntime.Router {
        let documentation = try Documentation()
        var router = LambdaService(store: store).router()
        router.middlewares = [
            HealthMiddleware { await store.problem() }, FilesMiddleware(documentation.document),
            FilesMiddleware(try builtSite() ?? documentation.site, at: "/docs"), SecurityHeadersMiddleware(),
            LoggingMiddleware(logger),
        ]
        router.unexpectedError = { error, operation in
            logger.error("failed", metadata: ["operation": "\(operation.id)", "error": "\(error)"])
        }
        return router
    }

    /// - Throws: An error if the folder of `--docs` is no site.
    private func builtSite() throws -> ServedFiles? {
        let folder = docs ?? defaultSite
        guard FileManager.default.fileExists(atPath: folder + "/index.html") else {
            if let docs { throw NoSite(folder: docs) }
            return nil
        }
        return try ServedFiles(folder: URL(filePath: folder))
    }
}

private struct NoSite: Error, CustomStringConvertible {
    let folder: String

    var description: String { "\(folder) has no index.html" }
}

/// Where `apigen Specs/lambda.yaml --emit site` and the site's `build.sh` put it.
private let defaultSite = "Generated/Site/Lambda/site"

private struct UnusableAddress: Error, CustomStringConvertible {
    let host: String
    let port: Int
    let reason: IOError

    var description: String { "cannot listen on \(host), port \(port): \(reason)" }
}

/// Returns the default greatest number of connections: 32 files stay for the database, the log and the system.
private func usualConnections() -> Int {
    var limit = rlimit()
    #if os(Linux)
    let isKnown = getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0
    #else
    let isKnown = getrlimit(RLIMIT_NOFILE, &limit) == 0
    #endif
    guard isKnown else { return 1024 }
    return max(1, min(1024, Int(clamping: limit.rlim_cur) - 32))
}

private func makeLogger(level: Logger.Level, _ output: LogOutput) -> Logger {
    var logger = Logger(label: "lambda-status", factory: { StreamLogHandler(label: $0, stream: output) })
    logger.logLevel = level
    return logger
}

/// Prints the URL of the service, without buffering.
private func announce(_ channel: any Channel, host: String) {
    guard let port = channel.localAddress?.port else { return }
    writeLine("http://\(host.contains(":") ? "[\(host)]" : host):\(port)")
}

private let levelNames = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")

private func level(named name: String) throws -> Logger.Level {
    guard let level = Logger.Level(rawValue: name) else {
        throw ValidationError("'\(name)' is not a log level; use one of \(levelNames)")
    }
    return level
}
#endif
