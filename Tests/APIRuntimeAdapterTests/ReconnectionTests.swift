#if StatusService
import APIRuntime
import Foundation
import Testing

/// Streams of events that break off, on real connections.
struct ReconnectionTests {
    private static let events = APIOperation(
        id: "events", method: "GET", path: "/events", responses: [ResponseDescription("200", ["text/event-stream"])])
    private static let lines = APIOperation(
        id: "lines", method: "GET", path: "/lines", parameters: [Parameter("after", in: .query)],
        responses: [ResponseDescription("200", ["application/jsonl"])])
    private static let eventFields = ["Content-Type: text/event-stream"]

    private func stream(
        _ server: ScriptedServer, _ adapter: ClientAdapter, idleTimeout: Duration = .seconds(20)
    ) async throws -> StreamedClientResponse {
        var configuration = Wire.configuration(server, adapter)
        configuration.idleTimeout = idleTimeout
        return try await OperationCall(Self.events, configuration).stream()
    }

    /// The number behind which the events of a request follow.
    private static func last(_ request: ScriptedServer.Request) -> Int {
        request.values("Last-Event-ID").first.flatMap { Int($0) } ?? 0
    }

    /// Ten events behind a number, and the beginning of an eleventh one.
    private static func tenEvents(after last: Int, retry: Bool = true) -> [String] {
        [retry ? "retry: 1\n\n" : ": hello\n\n"] + (last + 1...last + 10).map { "id: \($0)\ndata: \($0)\n\n" }
            + ["id: \(last + 11)\ndata: \(last + 11)\n"]
    }

    @Test(.timeLimit(.minutes(2)), arguments: ClientAdapter.allCases)
    func aStreamThatBreaksOffTenTimesGivesEachEventOnce(_ adapter: ClientAdapter) async throws {
        try await withScriptedServer { request in
            let last = Self.last(request)
            return last < 110
                ? .brokenOff(Self.eventFields, Self.tenEvents(after: last)) : "HTTP/1.1 204 No Content\r\n\r\n"
        } _: { server in
            var received: [Int] = []
            for try await number in try await stream(server, adapter).events(of: Int.self).reconnecting(max: 1) {
                received.append(number)
            }
            #expect(received == Array(1...110))
            #expect(server.requests.map(Self.last) == Array(stride(from: 0, through: 110, by: 10)))
        }
    }

    @Test(.timeLimit(.minutes(2)), arguments: ClientAdapter.allCases)
    func withoutReconnectionAStreamFails(_ adapter: ClientAdapter) async throws {
        try await withScriptedServer { _ in
            .brokenOff(Self.eventFields, Self.tenEvents(after: 0))
        } _: { server in
            var received = 0
            await #expect(throws: (any Error).self) {
                for try await _ in try await stream(server, adapter).events() { received += 1 }
            }
            #expect(received == 10)
            #expect(server.requests.count == 1)
        }
    }

    @Test(.timeLimit(.minutes(2)), arguments: ClientAdapter.allCases)
    func aSilentStreamCountsAsBrokenOff(_ adapter: ClientAdapter) async throws {
        try await withScriptedServer { request in
            let last = Self.last(request)
            return last < 20
                ? .brokenOff(Self.eventFields, Self.tenEvents(after: last), hangs: true) : "HTTP/1.1 204 No Content\r\n\r\n"
        } _: { server in
            var ids: [String?] = []
            let events = try await stream(server, adapter, idleTimeout: .milliseconds(300)).events(of: Int.self)
            for try await event in events.reconnecting(max: 3).withIDs {
                #expect(event.id == String(event.value))
                ids.append(event.id)
            }
            #expect(ids.count == 20)
        }
    }

    /// A server that is away for a while, one that repeats the last event, and one that stays away.
    @Test(.timeLimit(.minutes(2))) func attemptsAreCountedUntilAnEventComes() async throws {
        let count = Counter()
        try await withScriptedServer { request in
            switch count.next() {
            case 0: .brokenOff(Self.eventFields, Self.tenEvents(after: 0))
            case 1, 2: .response("503 Service Unavailable")
            case 3: .brokenOff(Self.eventFields, ["id: 10\ndata: 10\n\n"] + Self.tenEvents(after: 10))
            default: .response("500 Internal Server Error")
            }
        } _: { server in
            var received: [String] = []
            let error = await #expect(throws: CallError.self) {
                for try await event in try await stream(server, .asyncHTTPClient).events().reconnecting(max: 3) {
                    received.append(event.data)
                }
            }
            #expect(received == (1...20).map(String.init))
            #expect(server.requests.count == 7)
            guard case .undocumented? = error?.cause, error?.status == 500 else {
                Issue.record("\(String(describing: error))")
                return
            }
        }
    }

    /// A stream whose events have no ids would begin from its start.
    @Test(.timeLimit(.minutes(2))) func aCompleteStreamWithoutIDsIsNotRequestedAgain() async throws {
        try await withScriptedServer { _ in
            .response("200 OK", Self.eventFields, body: "data: 1\n\ndata: 2\n\n")
        } _: { server in
            var received: [Int] = []
            for try await number in try await stream(server, .asyncHTTPClient).events(of: Int.self).reconnecting(max: 3) {
                received.append(number)
            }
            #expect(received == [1, 2])
            #expect(server.requests.count == 1)
        }
    }

    @Test(.timeLimit(.minutes(2)), arguments: ClientAdapter.allCases)
    func linesGoOnWithAnotherRequest(_ adapter: ClientAdapter) async throws {
        try await withScriptedServer { request in
            let after = Int(request.target.split(separator: "=").last ?? "") ?? 0
            if after == 30 { return .response("200 OK", ["Content-Type: application/jsonl"]) }
            return .brokenOff(["Content-Type: application/jsonl"], (after + 1...after + 10).map { "\($0)\n" })
        } _: { server in
            let configuration = Wire.configuration(server, adapter)
            @Sendable func lines(after: Int?) async throws -> JSONLines<Int> {
                var call = OperationCall(Self.lines, configuration)
                call.query("after", after)
                return try await call.stream().lines(of: Int.self)
            }
            var received: [Int] = []
            for try await number in try await lines(after: nil).resuming(max: 1, pause: .zero, { try await lines(after: $0) }) {
                received.append(number)
            }
            #expect(received == Array(1...30))
        }
    }
}

/// Counts from zero on any thread.
private final class Counter: Sendable {
    private let count = Locked(0)

    func next() -> Int {
        count.withLock { count in
            defer { count += 1 }
            return count
        }
    }
}
#endif
