#if StatusService
import Foundation
import Testing

/// `lambda-status status`, which is the generated client on the command line.
@Suite struct StatusCommandTests {
    let service: RunningService

    init() throws { service = try RunningService() }

    private func status(_ uuid: String, token: String = RunningService.token) throws -> Outcome {
        try run(in: service.folder, "status", uuid, "--url", service.url, "--token", token)
    }

    @Test func foundIsPrintedAndExitsWith0() throws {
        let found = try status("3")
        #expect(found.status == 0)
        #expect(found.output == "STARTED\n")
    }

    @Test func notFoundExitsWith1() throws {
        let absent = try status("4")
        #expect(absent.status == 1)
        #expect(absent.errors == "Error: Lambda instance not found\n")
    }

    @Test func unauthorizedExitsWith2() throws {
        let refused = try status("3", token: "wrong")
        #expect(refused.status == 2)
        #expect(refused.errors == "Error: Invalid token\n")
    }

    @Test func textOfAServerDoesNotControlTheTerminal() throws {
        let body = #"{"errors": [{"message": "no\u001B[2J\u0007", "code": 404, "details": "x"}]}"#
        let server = try OneResponse(
            "HTTP/1.1 404 Not Found\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        let shown = try run(in: service.folder, "status", "3", "--url", "http://127.0.0.1:\(server.port)", "--token", "t")
        #expect(shown.errors == #"Error: no\u{1B}[2J\u{7}"# + "\n")
    }

    @Test func noAnswerExitsWith3() throws {
        let silent = try run(in: service.folder, "status", "3", "--url", "http://127.0.0.1:1", "--token", "t")
        #expect(silent.status == 3)
        #expect(silent.errors.contains("the request failed"))
    }

    @Test func watchPrintsEachChangeUntilTheStatusSettles() async throws {
        try run(in: service.folder, "instance", "set-status", "3", "PENDING")
        let watch = try lambdaStatus(
            in: service.folder,
            ["status", "3", "--url", service.url, "--token", RunningService.token, "--watch", "--interval", "0.05"])
        let output = Pipe()
        watch.standardOutput = output
        try watch.run()
        var lines = ""
        for next in ["STARTING", "STARTED"] {
            lines += String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            try run(in: service.folder, "instance", "set-status", "3", next)
        }
        lines += String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        watch.waitUntilExit()
        #expect(watch.terminationStatus == 0)
        #expect(lines == "PENDING\nSTARTING\nSTARTED\n")
    }
}
#endif
