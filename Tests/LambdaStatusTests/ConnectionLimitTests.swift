#if StatusService
import Foundation
import Testing

/// More connections than the service accepts, or has file descriptors for.
@Suite(.timeLimit(.minutes(1))) struct ConnectionLimitTests {
    private let request = "GET /health HTTP/1.1\r\nHost: a\r\n\r\n"

    @Test func noMoreConnectionsAreOpenThanAllowed() throws {
        let service = try RunningService("--connections", "4")
        let before = Trace(of: service.identifier)
        var connections = try (0..<40).map { _ in try Connection(port: service.port) }
        connections[0].send(request)
        #expect(connections[0].receivedHead().hasPrefix("HTTP/1.1 200 OK\r\n"))
        // The log and the database may have opened a file meanwhile.
        #expect(Trace(of: service.identifier).openFiles <= before.openFiles + 4 + 2)
        // Those that wait are served when others leave.
        let last = connections.removeLast()
        last.send(request)
        connections.removeAll()
        #expect(last.receivedHead().hasPrefix("HTTP/1.1 200 OK\r\n"))
    }

    @Test func fewFileDescriptorsAreNotUsedUp() throws {
        let service = try RunningService(in: Folder(), openFiles: 64, [])
        var connections = try (0..<200).map { _ in try Connection(port: service.port) }
        connections[0].send(request)
        #expect(connections[0].receivedHead().hasPrefix("HTTP/1.1 200 OK\r\n"))
        connections.removeAll()
        #expect(try service.curl("/health").body == "ok\n")
        #expect(try service.curl("/backend/authenticate", "-H", "x-api-key: \(RunningService.token)").status == 200)
        #expect(service.stop() == 0)
    }
}
#endif
