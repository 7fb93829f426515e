#if StatusService
import APIRuntime
import APIRuntimeAsyncHTTPClient
import Features
import Foundation
import Testing

/// Generated client and server over a real socket: what is sent piece by piece arrives so, and is kept nowhere.
struct GeneratedStreamTests {
    @Test(.timeLimit(.minutes(1))) func anEventArrivesBeforeTheNextOneIsSent() async throws {
        let (ticks, source) = AsyncStream<Streaming.Tick>.makeStream()
        try await withRunningServer(TickService(ticks: ticks).router()) { url in
            let client = Streaming.Client(serverURL: url, transport: AsyncHTTPClientTransport())
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

    /// `STREAM_MEGABYTES=1024` sends a gigabyte.
    @Test func aLargeBodyTakesNoMemoryThatGrowsWithIt() async throws {
        let megabytes = ProcessInfo.processInfo.environment["STREAM_MEGABYTES"].flatMap(Int.init) ?? 96
        try await withRunningServer(ByteService().router()) { url in
            let client = Bodies.Client(serverURL: url, transport: AsyncHTTPClientTransport())
            let before = residentMegabytes()
            var count = 0
            var most = before
            for try await chunk in try await client.bytes(body: HTTPBody(Zeros(chunks: megabytes * 16))) {
                count += chunk.count
                most = max(most, residentMegabytes())
            }
            #expect(count == megabytes << 20)
            #expect(most - before < 64, "\(before) MB before, \(most) MB at most")
        }
    }
}

/// Chunks of 64 KiB.
private struct Zeros: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    let chunks: Int

    func makeAsyncIterator() -> Iterator { Iterator(left: chunks) }

    struct Iterator: AsyncIteratorProtocol {
        var left: Int

        mutating func next() async throws -> [UInt8]? {
            guard left > 0 else { return nil }
            left -= 1
            return [UInt8](repeating: 0, count: 1 << 16)
        }
    }
}

/// The memory that the process holds; 0 where the system has no `/proc`.
func residentMegabytes() -> Int {
    guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * 4096 >> 20 : 0
}

private struct TickService: Streaming.Server {
    let ticks: AsyncStream<Streaming.Tick>

    func ticks(count: Int) async throws -> JSONEvents<Streaming.Tick> { JSONEvents(ticks) }
    func lines(body: JSONLines<Streaming.Tick>) async throws -> JSONLines<Streaming.Tick> { body }
    func sequence() async throws -> JSONLines<Streaming.Tick> { JSONLines(ticks) }
    func events() async throws -> EventStream { EventStream(AsyncStream { $0.finish() }) }
    func changes() async throws -> TypedEvents<Streaming.ChangesResponseEvent> {
        TypedEvents(
            AsyncStream { values in
                values.yield(.added(.init(data: Streaming.Tick(number: 1), id: "a")))
                values.yield(.removed(.init(data: "1")))
                values.finish()
            })
    }

    func before() async throws -> JSONEvents<Streaming.Tick> { JSONEvents(ticks) }
    func completion(accept: AcceptedMediaTypes) async throws -> Streaming.CompletionResponseContent { .events(JSONEvents(ticks)) }
    func problem(describing failure: RequestFailure) -> Streaming.Problem { Streaming.Problem(detail: failure.message) }
}

/// Sends bytes back while they come in.
private struct ByteService: Bodies.Server {
    func bytes(body: HTTPBody) async throws -> HTTPBody { body }
    func json(body: Bodies.Note) async throws -> Bodies.Note { body }
    func optionalJSON(body: Bodies.Note?) async throws -> Bodies.OptionalJSONResponse { .noContent }
    func form(body: Bodies.FormBody) async throws -> String { body.title }
    func multipart(body: MultipartBody<Bodies.MultipartBodyForm>) async throws -> String { "" }
    func optionalForm(body: MultipartBody<Bodies.OptionalFormBodyForm>?) async throws -> String { "" }
    func optionalChoice(body: Bodies.OptionalChoiceBodyContent?) async throws -> String { "" }
    func mixed(body: MultipartParts) async throws -> MultipartParts { body }
    func text(body: String) async throws -> String { body }
    func xml(body: Bodies.Note) async throws -> Bodies.Note { body }
    func several(body: Bodies.SeveralBodyContent, accept: AcceptedMediaTypes) async throws -> Bodies.SeveralResponseContent {
        .text("")
    }
    func problem(describing failure: RequestFailure) -> Bodies.Problem { Bodies.Problem(detail: failure.message) }
}
#endif
