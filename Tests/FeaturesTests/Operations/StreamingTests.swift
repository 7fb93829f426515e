import APIRuntime
import APIRuntimeTesting
import Features
import Testing

/// `Specs/Features/streaming.yaml`: values that arrive as they are sent.
struct StreamingTests {
    private let client = Streaming.Client(serverURL: "http://example.org", transport: InProcessTransport(Service()))

    @Test func linesGoBothWays() async throws {
        var numbers: [Int] = []
        for try await tick in try await client.lines(body: JSONLines(ticks(3))) { numbers.append(tick.number) }
        #expect(numbers == [0, 1, 2])
    }

    @Test func aTextSequenceHasRecordSeparators() async throws {
        let recorder = RecordingTransport(InProcessTransport(Service()))
        let client = Streaming.Client(serverURL: "http://example.org", transport: recorder)
        var numbers: [Int] = []
        for try await tick in try await client.sequence() { numbers.append(tick.number) }
        #expect(numbers == [0, 1])
        let bytes = try await recorder.exchanges[0].response.body.collect(upTo: 100)
        #expect(String(decoding: bytes, as: UTF8.self) == "\u{1E}{\"number\":0}\n\u{1E}{\"number\":1}\n")
    }

    @Test func eventsOfTextKeepTheirFields() async throws {
        var events: [ServerSentEvent] = []
        for try await event in try await client.events() { events.append(event) }
        #expect(events == [ServerSentEvent(data: "two\nlines", event: "greeting", id: "1"), ServerSentEvent(data: "bye")])
    }

    @Test func eventsOfJSONAreTyped() async throws {
        var numbers: [Int] = []
        for try await tick in try await client.ticks(count: 3) { numbers.append(tick.number) }
        #expect(numbers == [0, 1, 2])
        var before: [Int] = []
        for try await tick in try await client.before() { before.append(tick.number) }
        #expect(before == [0])
    }

    @Test func eventsAreToldApartByTheirFields() async throws {
        var values: [Streaming.ChangesResponseEvent] = []
        for try await value in try await client.changes() { values.append(value) }
        #expect(values == [.added(.init(data: Streaming.Tick(number: 1), id: "a")), .removed(.init(data: "1"))])
    }

    @Test func eachFieldOfAnEventHasItsLine() async throws {
        let value = Streaming.ChangesResponseEvent.added(.init(data: Streaming.Tick(number: 1), id: "a"))
        let event = try ServerSentEvent(fieldsOf: value)
        #expect(event == ServerSentEvent(data: #"{"number":1}"#, event: "added", id: "a"))
    }

    @Test func aFailureOfAStreamedOperationIsTyped() async throws {
        do {
            _ = try await client.ticks(count: -1)
            throw Unexpected()
        } catch let error as Streaming.TicksError {
            guard case .badRequest(let problem, _) = error else { throw Unexpected() }
            #expect(problem.detail == "too few")
        }
    }

    @Test func theCallerChoosesBetweenAValueAndAStream() async throws {
        guard case .json(let tick) = try await client.completion(accept: .json) else { throw Unexpected() }
        #expect(tick.number == 9)
        guard case .events(let events) = try await client.completion(accept: .events) else { throw Unexpected() }
        var numbers: [Int] = []
        for try await tick in events { numbers.append(tick.number) }
        #expect(numbers == [0, 1])
    }

    /// The second value is sent only when the first one has arrived: what waited for the whole would wait for ever.
    @Test(.timeLimit(.minutes(1))) func aValueArrivesBeforeTheNextOneIsSent() async throws {
        let (stream, source) = AsyncStream<Streaming.Tick>.makeStream()
        let client = Streaming.Client(
            serverURL: "http://example.org", transport: InProcessTransport(Service(source: stream), chunkSize: nil))
        source.yield(Streaming.Tick(number: 0))
        var received = 0
        for try await tick in try await client.ticks(count: 0) {
            #expect(tick.number == received)
            received += 1
            if received == 3 { source.finish() } else { source.yield(Streaming.Tick(number: received)) }
        }
        #expect(received == 3)
    }
}

extension InProcessTransport {
    fileprivate init(_ service: Service, chunkSize: Int? = 7) {
        self.init(service.router(), chunkSize: chunkSize)
    }
}

func ticks(_ count: Int) -> AsyncStream<Streaming.Tick> {
    AsyncStream { source in
        for number in 0..<count { source.yield(Streaming.Tick(number: number)) }
        source.finish()
    }
}

private struct Service: Streaming.Server {
    var source: AsyncStream<Streaming.Tick>?

    func lines(body: JSONLines<Streaming.Tick>) async throws -> JSONLines<Streaming.Tick> { body }

    func sequence() async throws -> JSONLines<Streaming.Tick> { JSONLines(FeaturesTests.ticks(2)) }

    func events() async throws -> EventStream {
        let events = [ServerSentEvent(data: "two\nlines", event: "greeting", id: "1"), ServerSentEvent(data: "bye")]
        return EventStream(
            AsyncStream { source in
                for event in events { source.yield(event) }
                source.finish()
            })
    }

    func ticks(count: Int) async throws -> JSONEvents<Streaming.Tick> {
        guard count >= 0 else { throw Streaming.TicksError.badRequest(Streaming.Problem(detail: "too few")) }
        return JSONEvents(source ?? FeaturesTests.ticks(count))
    }

    func changes() async throws -> TypedEvents<Streaming.ChangesResponseEvent> {
        TypedEvents(
            AsyncStream { values in
                values.yield(.added(.init(data: Streaming.Tick(number: 1), id: "a")))
                values.yield(.removed(.init(data: "1")))
                values.finish()
            })
    }

    func before() async throws -> JSONEvents<Streaming.Tick> { JSONEvents(FeaturesTests.ticks(1)) }

    func completion(accept: AcceptedMediaTypes) async throws -> Streaming.CompletionResponseContent {
        accept.best(of: ["application/json", "text/event-stream"]) == "application/json"
            ? .json(Streaming.Tick(number: 9)) : .events(JSONEvents(FeaturesTests.ticks(2)))
    }

    func problem(describing failure: RequestFailure) -> Streaming.Problem { Streaming.Problem(detail: failure.message) }
}
