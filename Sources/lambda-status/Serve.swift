import ArgumentParser
import Foundation
import Hummingbird
import LambdaStatusStore
import Logging
import NIOCore

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serves the API, its documentation at /docs and its health at /health.",
        discussion: """
            The first line of standard output is the address that is served; logs go to standard error. \
            SIGTERM ends the service after the requests in flight are answered.
            """)

    @Option(help: "The address to listen at.") var host = "127.0.0.1"
    @Option(help: "The port to listen at; 0 takes a free one.") var port = 8080
    @OptionGroup var database: DatabaseOption
    @Option(
        help: "The folder of the built site, to show at /docs in place of plain pages (default: \(usualSite), if there is one).")
    var docs: String?
    @Option(help: "The least severe level to log: \(levelNames).", transform: level(named:))
    var logLevel = Logger.Level.info

    func validate() throws {
        guard 0...65535 ~= port else { throw ValidationError("--port must be between 0 and 65535, not \(port)") }
    }

    func run() async throws {
        let logger = makeLogger(level: logLevel)
        let store = try database.open()
        let own = ownRoutes(
            store: store, documentation: try Documentation(), site: try site())
        let service = Application(
            responder: Responder(store: store, own: own.buildResponder(), logger: logger),
            configuration: ApplicationConfiguration(address: .hostname(host, port: port)),
            onServerRunning: { announce($0, host: host) },
            logger: logger)
        do {
            try await service.runService()
        } catch let error as IOError {
            throw UnusableAddress(host: host, port: port, reason: error)
        }
        try store.close()
    }
}

extension Serve {
    private func site() throws -> Site? {
        if let docs { return try Site(folder: docs) }
        return FileManager.default.fileExists(atPath: usualSite + "/index.html") ? try Site(folder: usualSite) : nil
    }
}

/// Where `apigen Specs/lambda.yaml --emit site` and the site's `build.sh` put it.
private let usualSite = "Generated/Site/Lambda/site"

private struct UnusableAddress: Error, CustomStringConvertible {
    let host: String
    let port: Int
    let reason: IOError

    var description: String { "the service cannot listen at \(host), port \(port): \(reason)" }
}

private func makeLogger(level: Logger.Level) -> Logger {
    var logger = Logger(label: "lambda-status", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = level
    return logger
}

/// Says where the service listens, at once even into a pipe.
private func announce(_ channel: any Channel, host: String) {
    guard let port = channel.localAddress?.port else { return }
    writeLine("http://\(host.contains(":") ? "[\(host)]" : host):\(port)")
}

private let levelNames = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")

private func level(named name: String) throws -> Logger.Level {
    guard let level = Logger.Level(rawValue: name) else {
        throw ValidationError("'\(name)' is not a level; the levels are \(levelNames)")
    }
    return level
}
