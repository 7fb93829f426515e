#if Mock
import Foundation
import Testing

/// The command that tests a running server, with the mock server of a document.
@Suite(.timeLimit(.minutes(1))) struct ServerTestCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "apigen-test-\(UUID())")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try document(type: "string").write(to: folder.appending(path: "api.yaml"), atomically: true, encoding: .utf8)
        try document(type: "integer").write(to: folder.appending(path: "other.yaml"), atomically: true, encoding: .utf8)
    }

    private func document(type: String) -> String {
        """
        openapi: 3.1.0
        info: {title: Tests, version: "1"}
        paths:
          /a:
            get:
              operationId: read
              security: [{my-key: []}]
              responses: {"200": {description: OK, content: {application/json: {schema: {type: \(type)}}}}}
            put:
              operationId: write
              requestBody: {required: true, content: {application/json: {schema: {type: integer}}}}
              responses: {"204": {description: OK}}
        components:
          securitySchemes: {my-key: {type: apiKey, in: header, name: X-Key}}
        """
    }

    private struct Outcome {
        let status: Int32
        let output: String
        let errors: String
    }

    private func apigen(_ arguments: [String], _ environment: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "apigen")
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { _, new in new }
        return process
    }

    private func test(_ file: String, _ arguments: String..., environment: [String: String] = [:]) throws -> Outcome {
        let process = apigen(["test", folder.appending(path: file).path] + arguments, environment)
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let messages = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Outcome(status: process.terminationStatus, output: text, errors: messages)
    }

    private func withMock(_ body: (_ url: String) throws -> Void) throws {
        let process = apigen(["mock", folder.appending(path: "api.yaml").path, "--port", "0"])
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        defer { process.terminate() }
        var text = ""
        while !text.contains("\n") { text += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) }
        try body(text.split(separator: "\n").first.map(String.init) ?? "")
    }

    @Test func serverThatDoesWhatTheDocumentSaysPasses() throws {
        try withMock { url in
            let key = "a-secret-key"
            let outcome = try test(
                "api.yaml", "--server", url, "--all", "--invalid", environment: ["APIGEN_CREDENTIAL_MY_KEY": key])
            #expect(outcome.status == 0, "\(outcome)")
            let lines = outcome.output.split(separator: "\n").map { $0.replacing(#/ \(\d+ ms\)/#, with: "") }
            #expect(lines == ["✔ GET /a 200", "✔ PUT /a 204", "✔ PUT /a invalid body 422", "3 passed"])
            #expect(!outcome.output.contains(key) && !outcome.errors.contains(key))
        }
    }

    @Test func serverThatDoesAnythingElseFails() throws {
        try withMock { url in
            let outcome = try test("other.yaml", "--server", url, "--credential", "my-key=a-secret-key")
            #expect(outcome.status == 1, "\(outcome)")
            #expect(outcome.output.contains("✘ GET /a 200 ("))
            #expect(outcome.output.contains("\n    body: expected integer, found string (line 8 in #/paths/~1a/get/"))
            #expect(outcome.output.hasSuffix("\n0 passed, 1 failed, 1 not called without --all\n"))
        }
    }

    @Test func credentialThatIsNotKnownIsSaid() throws {
        try withMock { url in
            let outcome = try test("api.yaml", "--server", url, "--operation", "GET /a")
            #expect(outcome.status == 1)
            #expect(outcome.output.contains("the status is not documented; expected 200; there is no credential for 'my-key'"))
        }
    }

    @Test func serverThatCannotBeReachedIsSaidOnce() throws {
        let outcome = try test("api.yaml", "--server", "http://127.0.0.1:1", "--all")
        #expect(outcome.status == 2)
        #expect(outcome.output == "0 passed\n")
        #expect(outcome.errors.matches(of: /cannot be reached/).count == 1, "\(outcome)")
    }

    @Test(arguments: [
        (["--operation", "raed"], "did you mean 'read'?"), (["--server", "127.0.0.1:1"], "--server must be a URL"),
        (["--credential", "a-secret-key"], "--credential must be a name and a value"),
        (["--credential", "key=a-secret-key"], "no security scheme 'key'"),
        (["--header", "a b: a-secret-key"], "--header must be"),
        (["--timeout", "0"], "--timeout must be from"),
    ])
    func invalidCommandLineIsRefused(arguments: [String], message: String) throws {
        let server = arguments.contains("--server") ? [] : ["--server", "http://127.0.0.1:1"]
        let process = apigen(["test", folder.appending(path: "api.yaml").path] + server + arguments)
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 2)
        #expect(text.contains(message), "\(text)")
        #expect(!text.contains("a-secret-key"))
    }
}
#endif
