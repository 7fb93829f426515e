import APIRuntime
import Testing

struct StreamTests {
    private func events(_ text: String, _ size: Int = 4) async throws -> [ServerSentEvent] {
        var events: [ServerSentEvent] = []
        for try await event in EventStream(chunked(Array(text.utf8), size)) { events.append(event) }
        return events
    }

    @Test(arguments: [1, 2, 5, 1000]) func eventsAreReadAsTheStandardSays(size: Int) async throws {
        let text =
            "\u{FEFF}: comment\n\ndata: first\ndata:second\r\ndata\nid: 7\nevent: add\n\nid: none\n\rretry: 100\r\rdata:  x\r\n\r\ndata: cut off"
        let expected = [
            ServerSentEvent(data: "first\nsecond\n", event: "add", id: "7"),
            ServerSentEvent(data: " x"),
        ]
        #expect(try await events(text, size) == expected)
    }

    @Test func eventsAreReadBackAsTheyWereSent() async throws {
        let sent = [
            ServerSentEvent(data: "one\ntwo", event: "e", id: "1", retry: 5), ServerSentEvent(data: ""),
            ServerSentEvent(data: "injected\r\n", event: "a\ndata: b"),
        ]
        let stream = AsyncStream { continuation in
            for event in sent { continuation.yield(event) }
            continuation.finish()
        }
        let body = ServerResponse.events(200, EventStream(stream)).body
        var received: [ServerSentEvent] = []
        for try await event in EventStream(body) { received.append(event) }
        #expect(received.map(\.data) == ["one\ntwo", "", "injected\n"])
        #expect(received.map(\.event) == ["e", nil, "adata: b"])
    }

    @Test func aBodyIsReadOnceUnlessItCanBeReplayed() async throws {
        let stream = chunked([1, 2, 3], 2)
        #expect(try await stream.collect(upTo: 3) == [1, 2, 3])
        await #expect(throws: HTTPBodyError.alreadyRead) { try await stream.collect(upTo: 3) }
        let bytes = HTTPBody([1, 2, 3])
        #expect(try await bytes.collect(upTo: 3) == [1, 2, 3])
        #expect(try await bytes.collect(upTo: 3) == [1, 2, 3])
    }

    @Test func aBodyLargerThanTheLimitIsRefused() async {
        await #expect(throws: HTTPBodyError.tooLarge(limit: 2)) { try await chunked([1, 2, 3], 1).collect(upTo: 2) }
        await #expect(throws: HTTPBodyError.tooLarge(limit: 2)) { try await HTTPBody([1, 2, 3]).collect(upTo: 2) }
    }

    @Test func linesAreValuesAndTheLastNeedsNoEnd() async throws {
        var values: [Int] = []
        for try await value in JSONLines<Int>(chunked(Array("1\n2\r\n\n\u{1E}3\n 4".utf8), 2)) { values.append(value) }
        #expect(values == [1, 2, 3, 4])
    }
}
