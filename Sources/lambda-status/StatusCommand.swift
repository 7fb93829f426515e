#if StatusService
import APIRuntime
import APIRuntimeAsyncHTTPClient
import ArgumentParser
import AsyncHTTPClient
import Lambda

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Asks a service for the status of a lambda instance and prints it.",
        discussion: """
            Exits with 0 if the instance was found, 1 if it was not, 2 if the token is not valid and 3 if there was \
            no such answer.
            """)

    @Argument(help: "The instance's uuid.") var uuid: Int
    @Option(help: "The service's address.") var url = "http://127.0.0.1:8080"
    @Option(help: "The token.") var token: String
    @Flag(help: "Go on asking, and print each change, until the status settles.") var watch = false
    @Option(help: "How often to ask with --watch, in seconds.") var interval = 1.0

    func validate() throws {
        guard interval > 0, interval < 1e6 else { throw ValidationError("--interval must be positive, not \(interval)") }
    }

    func run() async throws {
        var settings = HTTPClient.Configuration()
        // Who asks on a command line wants to hear at once that nobody listens.
        settings.connectionPool.retryConnectionEstablishment = false
        // The generated client follows redirects itself, without its credentials where they lead to another origin.
        settings.redirectConfiguration = .disallow
        try await HTTPClient.withHTTPClient(configuration: settings) { try await run(over: $0) }
    }

    private func run(over http: HTTPClient) async throws {
        let client = Lambda.Client(
            serverURL: url, credentials: .init(token: .value("Token " + token)),
            transport: AsyncHTTPClientTransport(client: http)
        ).with(timeout: .seconds(30))
        do {
            try await watch ? printUntilSettled(client) : print(client.status(of: uuid).rawValue)
        } catch {
            complain(error.sentence)
            throw error.exitCode
        }
    }

    private func printUntilSettled(_ client: Lambda.Client) async throws(Lambda.LambdaInstanceStatusError) {
        var progress = Progress()
        while true {
            let status = try await client.status(of: uuid)
            progress.show(status.rawValue, isLast: status.isSettled)
            if status.isSettled { return }
            // Only cancellation ends the pause early, and then the next call says so.
            try? await Task.sleep(for: .seconds(interval))
        }
    }
}

extension Lambda.Client {
    fileprivate func status(of uuid: Int) async throws(Lambda.LambdaInstanceStatusError) -> Lambda.Status {
        try await lambdaInstanceStatus(uuid: uuid).data.status
    }
}

extension Lambda.Status {
    /// Whether the instance stays like this until someone wants it otherwise.
    fileprivate var isSettled: Bool {
        switch self {
        case .started, .stopped, .destroyed, .failed: true
        default: false
        }
    }
}

extension Lambda.LambdaInstanceStatusError {
    fileprivate var exitCode: ExitCode {
        switch self {
        case .notFound: ExitCode(1)
        case .unauthorized: ExitCode(2)
        default: ExitCode(3)
        }
    }

    fileprivate var sentence: String {
        switch self {
        case .notFound(let body), .unauthorized(let body): body.errors.map(\.message).joined(separator: "; ")
        case .failed(let error): "\(error)"
        }
    }
}
#endif
