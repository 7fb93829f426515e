#if Mock
import Foundation
import Testing

/// The command, on a socket.
@Suite struct MockCommandTests {
    private let folder = FileManager.default.temporaryDirectory.appending(path: "apigen-mock-\(UUID())")

    init() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try document("first").write(to: folder.appending(path: "api.yaml"), atomically: true, encoding: .utf8)
    }

    private func document(_ text: String) -> String {
        """
        openapi: 3.1.0
        info: {title: Sockets, version: "1"}
        paths:
          /a:
            get: {responses: {"200": {description: OK, content: {text/plain: {example: \(text)}}}}}
            put:
              requestBody: {required: true, content: {application/json: {schema: {type: integer}}}}
              responses: {"204": {description: OK}}
        """
    }

    private func start(_ arguments: String...) throws -> (process: Process, url: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "apigen")
        process.arguments = ["mock", folder.appending(path: "api.yaml").path, "--port", "0"] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        var text = ""
        while !text.contains("\n") { text += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self) }
        return (process, text.split(separator: "\n").first.map(String.init) ?? "")
    }

    private func curl(_ arguments: String...) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["curl", "--silent", "--show-error", "--max-time", "20"] + arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    @Test func documentIsServedUntilTheProcessIsAskedToEnd() throws {
        let (process, url) = try start()
        #expect(url.hasPrefix("http://127.0.0.1:"))
        #expect(try curl(url + "/a") == "first")
        #expect(try curl(url + "/a", "--head").contains("HTTP/1.1 200 OK"))
        #expect(
            try curl(url + "/a", "-X", "PUT", "-H", "Content-Type: application/json", "-d", "1", "-i").contains("204 No Content"))
        #expect(try curl(url + "/a", "-X", "PUT", "-H", "Content-Type: application/json", "-d", "x").contains("\"status\":422"))
        #expect(try curl(url + "/a?__code=500").contains("\"status\":404"))
        process.terminate()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }

    @Test(.timeLimit(.minutes(1))) func newVersionOfTheDocumentIsServed() throws {
        let (process, url) = try start("--watch")
        #expect(try curl(url + "/a") == "first")
        try "no document".write(to: folder.appending(path: "api.yaml"), atomically: true, encoding: .utf8)
        #expect(try curl(url + "/a") == "first")
        try document("second").write(to: folder.appending(path: "api.yaml"), atomically: true, encoding: .utf8)
        while try curl(url + "/a") != "second" { usleep(20_000) }
        process.terminate()
        process.waitUntilExit()
    }

    @Test func usedPortIsAnError() throws {
        let (process, url) = try start()
        let port = try #require(url.split(separator: ":").last).description
        let second = Process()
        second.executableURL = process.executableURL
        second.arguments = ["mock", folder.appending(path: "api.yaml").path, "--port", port]
        let errors = Pipe()
        second.standardError = errors
        second.standardOutput = FileHandle.nullDevice
        try second.run()
        let text = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        second.waitUntilExit()
        #expect(second.terminationStatus == 1)
        #expect(text.hasPrefix("error: cannot listen on 127.0.0.1, port \(port): "))
        process.terminate()
        process.waitUntilExit()
    }
}
#endif
