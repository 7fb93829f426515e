#if Mock
import APIModel
import ApigenCommand
import ArgumentParser
import Diagnostics
import MockServer

/// The subcommand that tests a running server by its document.
struct ServerTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apigen-mock test",
        abstract: "Calls the operations of a running server, and judges its responses by an OpenAPI document.",
        discussion: """
            Requests have the document's examples, or values made from its schemas. Operations whose methods change something are only \
            called with --all, or if they are named.

            The credential of a security scheme is also read from an environment variable, such as APIGEN_CREDENTIAL_TOKEN for the \
            scheme 'token'. The options of apigen.yaml beside the document apply.

            Exit status: 0 if all responses are as documented, 1 if one is not or the document has errors, 2 if the server cannot be \
            reached or the command line is invalid.

            EXAMPLES:
              apigen-mock test openapi.yaml --server http://127.0.0.1:8080
              apigen-mock test openapi.yaml --server https://staging.example.com/v1 --all --invalid
              apigen-mock test openapi.yaml --server http://127.0.0.1:8080 --operation getOrder --parameter id=42
            """)

    @Argument(help: "The OpenAPI document, in YAML or JSON.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var document: String

    @Option(help: ArgumentHelp("The URL that takes the place of the document's server, with its path.", valueName: "url"))
    var server: String

    @Flag(help: "Call all operations, also those that change something.")
    var all = false

    @Option(help: ArgumentHelp("An operation to call, by its operationId or as 'GET /path'; repeatable.", valueName: "operation"))
    var operation: [String] = []

    @Flag(help: "Also send each operation a request that violates the document, which has to be rejected.")
    var invalid = false

    @Option(help: ArgumentHelp("The value of the parameters of a name; repeatable.", valueName: "name=value"))
    var parameter: [String] = []

    @Option(help: ArgumentHelp("A header field of all requests; repeatable.", valueName: "name: value"))
    var header: [String] = []

    @Option(
        help: ArgumentHelp("The credential of a security scheme; user:password for basic; repeatable.", valueName: "scheme=value"))
    var credential: [String] = []

    @Option(help: "The seconds until a response has to be complete.")
    var timeout = 10.0

    @Option(help: "The seconds that all requests together may take.")
    var totalTimeout = 600.0

    @Option(
        help: "The configuration file. (default: the one beside the document)",
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var config: String?

    func validate() throws {
        for (name, value) in [("--timeout", timeout), ("--total-timeout", totalTimeout)] {
            guard 0.001...86_400 ~= value else { throw ValidationError("\(name) must be from 0.001 to 86400, found \(value).") }
        }
        _ = try options(for: [])
    }

    func run() throws {
        let attempt = ModelAttempt(document: document, config: config)
        printError(attempt.log.rendered(isColored: isErrorColored()))
        guard let api = attempt.api else { throw ExitCode(1) }
        let names = try chosenOperations(of: api)
        let test = ContractTest(
            api, try options(for: api.about.securitySchemes.map(\.name)), transport: httpTransport(),
            isConnectionFailure: isConnectionFailure, pointer: { [log = attempt.log] in log.pointer(to: $0) })
        let style = ReportStyle(isColored: isOutputColored())
        let finished = Locked<ContractSummary?>(nil)
        Task {
            let summary = await test.run(
                where: { operation in names.isEmpty || operation.names.contains { names.contains($0) } },
                report: { printOutput(style.text(of: $0)) })
            finished.withLock { $0 = summary }
        }
        while true {
            if let summary = finished.withLock({ $0 }) { return try conclude(summary, style) }
            pause(milliseconds: 5)
        }
    }

    private func conclude(_ summary: ContractSummary, _ style: ReportStyle) throws {
        printOutput(style.text(of: summary))
        if let reason = summary.unreachable {
            printError("error: the server \(server.printable) cannot be reached: \(reason.printable)\n")
            throw ExitCode(summary.failed > 0 ? 1 : 2)
        }
        if summary.failed > 0 { throw ExitCode(1) }
        if summary.hasRunOutOfTime {
            printError("error: the other operations were not called within \(totalTimeout) seconds; see --total-timeout\n")
            throw ExitCode(1)
        }
        guard summary.passed + summary.unsuccessful > 0 else {
            printError("error: no operation was called\n")
            throw ExitCode(2)
        }
    }

    /// - Throws: An error for a name that no operation has.
    private func chosenOperations(of api: API) throws -> Set<String> {
        let known = api.endpoints.flatMap { $0.operation.names }
        for name in operation where !known.contains(name) {
            throw ValidationError("The document has no operation '\(name)'\(suggestion(for: name, among: known)).")
        }
        return Set(operation)
    }
}

extension ResolvedOperation {
    /// What the operation is called on the command line.
    fileprivate var names: [String] { [operationID, "\(method) \(path)"].compactMap { $0 } }
}
#endif
