#if StatusService
import APIRuntime
import APIRuntimeAsyncHTTPClient
import ArgumentParser
import AsyncHTTPClient
import Lambda

struct StatusCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Requests the status of a lambda instance and prints it.",
        discussion: """
            Exit status: 0 if the instance exists, 1 if it does not, 2 if the token is invalid, 3 if the request failed.
            """)

    @Argument(help: "The UUID of the instance.") var uuid: Int
    @Option(help: "The URL of the service.") var url = "http://127.0.0.1:8080"
    @Option(help: "The token to authenticate with.") var token: String
    @Flag(help: "Repeat the request and print each change, until the status is final.") var watch = false
    @Option(help: "The seconds between requests with --watch.") var interval = 1.0

    func validate() throws {
        guard interval > 0, interval < 1e6 else { throw ValidationError("--interval must be positive, found \(interval).") }
    }

    func run() async throws {
        var settings = HTTPClient.Configuration()
        // On a command line, a refused connection should be reported at once.
        settings.connectionPool.retryConnectionEstablishment = false
        // The generated client follows redirects itself, and sends no credentials to another origin.
        settings.redirectConfiguration = .disallow
        try await HTTPClient.withHTTPClient(configuration: settings) { try await run(over: $0) }
    }

    private func run(over http: HTTPClient) async throws {
        let client = Lambda.Client(
            serverURL: url, credentials: .init(token: .apiKey("Token " + token)),
            transport: AsyncHTTPClientTransport(client: http)
        ).with {
            $0.timeout = .seconds(30)
            $0.userAgent = "lambda-status"
        }
        do {
            try await watch ? printUntilSettled(client) : writeLine(client.status(of: uuid).rawValue.withoutControlCharacters)
        } catch {
            complain(error.sentence.withoutControlCharacters)
            throw error.exitCode
        }
    }

    private func printUntilSettled(_ client: Lambda.Client) async throws(Lambda.LambdaInstanceStatusError) {
        var progress = StatusProgress()
        while true {
            let status = try await client.status(of: uuid)
            progress.show(status.rawValue.withoutControlCharacters, isLast: status.isSettled)
            if status.isSettled { return }
            // Only cancellation ends the pause early, and then the next request fails.
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
    /// Whether the status does not change unless someone requests it.
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
        case .notFound(let body, _), .unauthorized(let body, _): body.errors.map(\.message).joined(separator: "; ")
        case .failed(let error): "\(error)"
        }
    }
}
#endif
