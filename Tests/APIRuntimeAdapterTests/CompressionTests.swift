#if StatusService
import APIRuntime
import APIRuntimeCompression
import HTTPTypes
import Testing

/// Compressed responses, on a socket.
@Suite(.timeLimit(.minutes(1)))
struct CompressionTests {
    private static let text = String(repeating: "A text that says the same again. ", count: 4000)

    private static func operation(_ name: String, _ mediaType: String) -> APIOperation {
        APIOperation(id: name, method: "GET", path: "/" + name, responses: [ResponseDescription("200", [mediaType])])
    }

    private static var router: Router {
        var router = Router()
        router.middlewares = [CompressionMiddleware(), RangeMiddleware(), ETagMiddleware()]
        router.add(operation("text", "text/plain")) { _ in .text(200, text) }
        router.add(operation("short", "text/plain")) { _ in .text(200, "short") }
        router.add(operation("json", "application/problem+json")) { _ in .json(200, [text.prefix(5000).description]) }
        router.add(operation("image", "image/png")) { _ in .bytes(200, HTTPBody(text), as: "image/png") }
        router.add(operation("stream", "text/csv")) { _ in
            .bytes(200, HTTPBody(Repeated(bytes: Array(text.utf8), count: 50)), as: "text/csv")
        }
        return router
    }

    @Test(arguments: [
        ("text", "gzip", true), ("text", "deflate, GZIP;q=0.5", true), ("text", "*", true), ("text", "x-gzip", true),
        ("text", "gzip;q=0", false), ("text", "gzip;q=0.2, identity", false), ("text", "br", false), ("text", "", false),
        ("json", "gzip", true), ("stream", "gzip", true), ("image", "gzip", false), ("short", "gzip", false),
    ]) func textsAreCompressedForThoseWhoAcceptIt(_ path: String, _ accepted: String, _ isCompressed: Bool) async throws {
        let response = try await rawResponse(Self.router, ["GET /\(path) HTTP/1.1", "Accept-Encoding: \(accepted)"])
        #expect(response.hasPrefix("HTTP/1.1 200"))
        #expect(response.lowercased().contains("content-encoding: gzip") == isCompressed)
        #expect(response.lowercased().contains("vary: accept-encoding") == (path != "image"))
    }

    /// URLSession asks for compressed bodies by itself, and decompresses them.
    @Test(arguments: [("text", "text/plain", 1), ("stream", "text/csv", 50)])
    func compressedBodiesAreThoseOfTheService(_ path: String, _ mediaType: String, _ count: Int) async throws {
        try await withRunningServer(Self.router) { url in
            let configuration = ClientConfiguration(serverURL: url, transport: ClientAdapter.urlSession.transport)
            let response = try await OperationCall(Self.operation(path, mediaType), configuration).send()
            #expect(response.status == 200)
            #expect(response.bytes.count == Self.text.utf8.count * count)
            #expect(response.bytes.starts(with: Self.text.utf8))
        }
    }

    @Test func aPartOfABodyIsNotCompressed() async throws {
        let response = try await rawResponse(Self.router, ["GET /text HTTP/1.1", "Accept-Encoding: gzip", "Range: bytes=2-5"])
        #expect(response.hasPrefix("HTTP/1.1 206"))
        #expect(!response.lowercased().contains("content-encoding"))
        #expect(response.hasSuffix("text"))
    }

    @Test func theTagOfACompressedBodyIsWeakAndFindsTheSameVersion() async throws {
        let first = try await rawResponse(Self.router, ["GET /text HTTP/1.1", "Accept-Encoding: gzip"])
        let line = try #require(first.split(separator: "\r\n").first { $0.lowercased().hasPrefix("etag: ") })
        #expect(line.dropFirst(6).hasPrefix("W/\""))
        let second = try await rawResponse(
            Self.router, ["GET /text HTTP/1.1", "Accept-Encoding: gzip", "If-None-Match: \(line.dropFirst(6))"])
        #expect(second.hasPrefix("HTTP/1.1 304"))
    }

    /// Events are sent when they happen, although compression would be better with more of them.
    @Test func chunksOfAStreamArriveWhileItGoesOn() async throws {
        let stream = Endless(pause: .milliseconds(1), chunkSize: 10)
        var router = Router()
        router.middlewares = [CompressionMiddleware()]
        router.add(Self.operation("endless", "text/event-stream")) { _ in
            .bytes(200, HTTPBody(stream), as: "text/event-stream")
        }
        try await withRunningServer(router) { url in
            let configuration = ClientConfiguration(serverURL: url, transport: ClientAdapter.urlSession.transport)
            let response = try await OperationCall(Self.operation("endless", "text/event-stream"), configuration).stream()
            var received = 0
            for try await chunk in response.body {
                received += chunk.count
                if received >= 100 { break }
            }
            // A window of gzip takes thousands of such chunks.
            #expect(stream.life.chunks < 3000)
        }
    }
}

/// The same bytes again and again.
private struct Repeated: AsyncSequence, Sendable {
    typealias Element = [UInt8]
    let bytes: [UInt8]
    let count: Int

    func makeAsyncIterator() -> Iterator { Iterator(bytes: bytes, rest: count) }

    struct Iterator: AsyncIteratorProtocol {
        let bytes: [UInt8]
        var rest: Int

        mutating func next() async -> [UInt8]? {
            guard rest > 0 else { return nil }
            rest -= 1
            return bytes
        }
    }
}
#endif
