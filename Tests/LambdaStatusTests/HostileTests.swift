#if StatusService
import Foundation
import Testing

/// 10,000 connections that mean no good: the service lives on, answers good requests meanwhile, and forgets them all.
@Suite struct HostileTests {
    @Test(.timeLimit(.minutes(10))) func hostileConnectionsLeaveNoTrace() async throws {
        let service = try RunningService()
        let port = service.port
        try await attack(port: port, connections: 0..<2_000)
        let before = Trace(of: service.identifier)
        try await attack(port: port, connections: 2_000..<10_000)
        #expect(service.isRunning)

        var after = Trace(of: service.identifier)
        for _ in 0..<100 where after.openFiles > before.openFiles + 8 {
            try await Task.sleep(for: .milliseconds(100))
            after = Trace(of: service.identifier)
        }
        #expect(after.openFiles <= before.openFiles + 8)
        #expect(after.residentMemory <= before.residentMemory + 64 << 20)
        #expect(service.stop() == 0)
    }

    private func attack(port: UInt16, connections: Range<Int>) async throws {
        let groups = 8
        try await withThrowingTaskGroup(of: Void.self) { group in
            for offset in 0..<groups {
                group.addTask {
                    for number in stride(from: connections.lowerBound + offset, to: connections.upperBound, by: groups) {
                        try Attack.allCases[number % Attack.allCases.count].run(port: port, number: number)
                        if number % 100 == offset { try goodRequest(port: port) }
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}

private func goodRequest(port: UInt16) throws {
    let connection = try Connection(port: port)
    connection.send("GET /backend/lambda-instances/3/status HTTP/1.1\r\nHost: a\r\nConnection: close\r\n")
    connection.send("x-api-key: \(RunningService.token)\r\n\r\n")
    let answer = connection.received()
    #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(answer.contains("STARTED"))
}

/// The ways to be a nuisance.
private enum Attack: CaseIterable {
    case randomBytes, hugeHeader, manyHeaders, slowBody, halfClosed, halfARequest, badChunks, longPath, badLength
    case pipelined, immediateClose

    func run(port: UInt16, number: Int) throws {
        let connection = try Connection(port: port)
        let start = "GET /backend/lambda-instances/3/status HTTP/1.1\r\nHost: a\r\n"
        switch self {
        case .randomBytes:
            var generator = SystemRandomNumberGenerator()
            connection.send((0..<(1 + number % 3000)).map { _ in UInt8.random(in: 0...255, using: &generator) })
        case .hugeHeader:
            connection.send(start + "x-huge: \(String(repeating: "h", count: 200_000))\r\n\r\n")
        case .manyHeaders:
            connection.send(start + String(repeating: "x-many: m\r\n", count: 20_000) + "\r\n")
        case .slowBody:
            connection.send("POST /backend/authenticate HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n{")
            for _ in 0..<3 {
                usleep(1000)
                connection.send(" ")
            }
        case .halfClosed:
            connection.send(start + "x-api-key: \(RunningService.token)\r\n\r\n")
            connection.endSending()
            #expect(connection.received().hasPrefix("HTTP/1.1 200 OK\r\n"))
        case .halfARequest:
            connection.send(String(start.prefix(number % start.count)))
            connection.endSending()
        case .badChunks:
            connection.send("PUT /backend/authenticate HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n\r\n")
        case .longPath:
            connection.send("GET /backend/\(String(repeating: "%2F..%ff", count: 4_000)) HTTP/1.1\r\nHost: a\r\n\r\n")
        case .badLength:
            connection.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\nbody")
        case .pipelined:
            connection.send(String(repeating: start + "\r\n", count: 50))
        case .immediateClose:
            break
        }
    }
}

/// What a process holds.
struct Trace {
    var openFiles = 0
    /// In bytes.
    var residentMemory = 0

    /// Nothing where the system does not tell, which is everywhere but on Linux.
    init(of process: Int32) {
        openFiles = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/fd").count) ?? 0
        let pages = try? String(contentsOfFile: "/proc/\(process)/statm", encoding: .utf8).split(separator: " ")
        residentMemory = (pages?.dropFirst().first.flatMap { Int($0) } ?? 0) * Int(getpagesize())
    }
}
#endif
