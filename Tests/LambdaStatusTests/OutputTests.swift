#if StatusService
import Foundation
import Testing

/// What the program writes: to pipes that nobody reads, to full disks and to terminals.
@Suite struct OutputTests {
    @Test(.timeLimit(.minutes(2))) func logThatNobodyReadsKeepsNoRequestWaiting() throws {
        let folder = try Folder()
        try run(in: folder, "seed-demo")
        let process = try lambdaStatus(in: folder, ["serve", "--port", "0"])
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        try process.run()
        defer { kill(process.processIdentifier, SIGKILL) }
        let url = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
        let port = try #require(url.trimmingCharacters(in: .newlines).split(separator: ":").last.flatMap { UInt16($0) })
        let path = "/backend/" + String(repeating: "p", count: 2_000)
        let connection = try Connection(port: port)
        // The lines of these requests do not fit in the pipe.
        let request = "GET \(path) HTTP/1.1\r\nHost: a\r\n"
        connection.send(String(repeating: request + "\r\n", count: 999) + request + "Connection: close\r\n\r\n")
        #expect(connection.received().split(separator: "HTTP/1.1 404").count >= 1000)
        let line = try #require(
            String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self).split(separator: "\n")
                .first { $0.contains("path=/backend/ppp") })
        #expect(line.contains("ppp…"))
        #expect(line.count < 600)
    }

    @Test(arguments: [["token", "add"], ["instance", "add"], ["seed-demo"]]) func fullDiskIsAnError(arguments: [String]) throws {
        let folder = try Folder()
        let process = try lambdaStatus(in: folder, arguments)
        let errors = Pipe()
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: "/dev/full"))
        process.standardError = errors
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationStatus == 1)
        #expect(
            String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self).contains("cannot write to standard output"))
    }

    @Test func namesDoNotControlTheTerminal() throws {
        let folder = try Folder()
        try run(in: folder, "instance", "add", "--name", "a\u{1B}[2Jb\u{9B}c\u{202E}d")
        #expect(
            try run(in: folder, "instance", "list").lines == [
                #"1\t1\tPENDING\ta\u{1B}[2Jb\u{9B}c\u{202E}d"#.replacing(#"\t"#, with: "\t")
            ])
    }
}
#endif
