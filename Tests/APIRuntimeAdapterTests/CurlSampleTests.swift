#if StatusService
import Features
import Foundation
import Testing

/// The curl samples of `Generated/Docs/Features/Forms`, run as they stand but for the address.
@Suite(.timeLimit(.minutes(1)), .enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/curl"), "needs curl"))
struct CurlSampleTests {
    @Test(arguments: [
        ("AddOrder", "200"), ("AddFiles", "200"), ("Attach", "200"), ("FindClosed", "204"), ("GetClosed", "204"),
        ("ListThings", "200"),
        ("Login", "204"), ("SendClosed", "204"),
    ])
    func aSampleIsAnsweredWithSuccess(operation: String, status: String) async throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: folder.appending(path: "Generated/Docs/Features/Forms/Reference/\(operation).md"), encoding: .utf8)
        let sample = try #require(page.components(separatedBy: "```shell\n").last?.components(separatedBy: "\n```").first)
        let answers = ReceivedTexts()
        try await withRunningServer(FormsService().router()) { url in
            let command =
                sample.replacing("https://example.com", with: url) + " --silent --write-out '%{http_code}'"
            answers.add(try await output(of: command))
        }
        #expect(answers.texts.first?.hasSuffix(status) == true, "\(answers.texts) to \(sample)")
    }

    private func output(of command: String) async throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        return await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                let data = pipe.fileHandleForReading.readDataToEndOfFile()
                continuation.resume(returning: String(decoding: data, as: UTF8.self))
            }
        }
    }
}
#endif
