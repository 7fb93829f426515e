#if Mock
import APIModel
import ApigenCommand
import ArgumentParser
import Diagnostics
import MockServer

/// The command, which serves a document.
struct Mock: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apigen-mock",
        abstract: "Serves an OpenAPI document: responds with its examples, or with values made from its schemas.",
        discussion: """
            Requests are validated; problem+json says what is wrong with them. The first line of standard output is the URL.

            The options of apigen.yaml beside the document apply.

            EXAMPLES:
              apigen-mock openapi.yaml --port 4010
              curl http://127.0.0.1:4010/pets -H 'Prefer: code=404'
              curl http://127.0.0.1:4010/pets -H 'Prefer: example=dog'
              curl 'http://127.0.0.1:4010/pets?__dynamic=true'
            """)

    @Argument(help: "The OpenAPI document, in YAML or JSON.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var document: String

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(name: .shortAndLong, help: "The port to listen on; 0 selects a free port.")
    var port = 4010

    @Flag(name: .shortAndLong, help: "Make another body for each response in place of the document's examples.")
    var dynamic = false

    @Flag(help: "Ignore the examples of responses, but not those of schemas.")
    var ignoreExamples = false

    @Flag(inversion: .prefixedNo, help: "Let pages of any origin send requests.")
    var cors = true

    @Flag(help: "Send the requests of callbacks to the URLs that callers give.")
    var callbacks = false

    @Flag(help: "Read the document again whenever it changes.")
    var watch = false

    @Option(
        help: "The configuration file. (default: the one beside the document)",
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var config: String?

    func validate() throws {
        guard 0...65535 ~= port else { throw ValidationError("--port must be from 0 to 65535, found \(port).") }
    }

    func run() throws {
        guard #available(macOS 14, *) else { throw ValidationError("apigen-mock needs macOS 14.") }
        guard let first = read() else { throw ExitCode(1) }
        let current = Locked(first.mock)
        let outcome = Locked<ServingOutcome>(.running)
        let (host, port) = (host, port)
        Task {
            do {
                try await serveMock(
                    host: host, port: port, current: { current.withLock { $0 } },
                    onStart: { printOutput(announcement(of: current.withLock { $0 }, at: $0)) })
                outcome.withLock { $0 = .ended }
            } catch {
                let reason = "\(error)"
                outcome.withLock { $0 = .failed(reason) }
            }
        }
        var inputs = first.inputs
        while outcome.withLock({ $0 }) == .running {
            pause(milliseconds: 50)
            guard watch, !inputs.changed.isEmpty else { continue }
            printOutput(inputs.changed.map { "\($0) has changed\n" }.joined())
            let next = read(recordingIn: { inputs = $0 })
            if let next { current.withLock { $0 = next.mock } }
        }
        if case .failed(let reason) = outcome.withLock({ $0 }) {
            printError("error: cannot listen on \(host), port \(port): \(reason)\n")
            throw ExitCode(1)
        }
    }

    /// Reads the document and reports its errors.
    private func read(recordingIn record: (InputFiles) -> Void = { _ in }) -> (mock: MockService, inputs: InputFiles)? {
        let attempt = ModelAttempt(document: document, config: config)
        record(attempt.inputs)
        printError(attempt.log.rendered(isColored: isErrorColored()))
        guard let api = attempt.api else { return nil }
        var options = MockOptions()
        options.isDynamic = dynamic
        options.ignoresExamples = ignoreExamples
        options.allowsOrigins = cors
        if callbacks { options.callbacks = httpTransport() }
        return (MockService(api, options: options), attempt.inputs)
    }
}

/// Returns the URL of a mock, and below it those of its operations.
private func announcement(of mock: MockService, at url: String) -> String {
    url + "\n" + mock.operations.map { "\($0.method) \(url)\($0.path)\n" }.joined()
}

private enum ServingOutcome: Equatable {
    case running, ended
    case failed(String)
}
#endif
