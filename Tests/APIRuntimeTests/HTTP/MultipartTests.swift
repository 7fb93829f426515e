import APIRuntime
import HTTPTypes
import Testing

@testable import struct APIRuntime.MultipartWriter

struct MultipartTests {
    private func read(_ body: HTTPBody, boundary: String) async throws -> [(name: String?, filename: String?, text: String)] {
        var parts: [(name: String?, filename: String?, text: String)] = []
        for try await part in MultipartParts(body, boundary: boundary) {
            let bytes = try await part.body.collect(upTo: 1 << 20)
            parts.append((part.name, part.filename, String(decoding: bytes, as: UTF8.self)))
        }
        return parts
    }

    @Test(arguments: [1, 2, 3, 7, 16, 1000]) func partsAreReadAsTheyWereWrittenInChunksOfAnySize(size: Int) async throws {
        let writer = MultipartWriter([
            MultipartPart(name: "plain", body: HTTPBody("a\r\n--b\r\nc")),
            MultipartPart(name: "fi\"le", filename: "ü \r\n.txt", mediaType: "text/plain", body: HTTPBody("")),
            MultipartPart(name: "last", body: HTTPBody("\r\n-")),
        ])
        let bytes = try await writer.body.collect(upTo: 1 << 20)
        #expect(writer.body.length == bytes.count)
        let parts = try await read(chunked(bytes, size), boundary: writer.boundary)
        #expect(parts.map(\.name) == ["plain", "fi\"le", "last"])
        #expect(parts.map(\.filename) == [nil, "ü \r\n.txt", nil])
        #expect(parts.map(\.text) == ["a\r\n--b\r\nc", "", "\r\n-"])
    }

    @Test func preambleEpilogueAndPaddingAreIgnored() async throws {
        let body = HTTPBody("preamble\r\n--b  \r\nContent-Disposition: form-data; name=x\r\n\r\n1\r\n--b--\r\nepilogue")
        let parts = try await read(body, boundary: "b")
        #expect(parts.map(\.name) == ["x"])
        #expect(parts.map(\.text) == ["1"])
    }

    @Test func unreadPartsAreSkipped() async throws {
        let writer = MultipartWriter((0..<5).map { MultipartPart(name: "\($0)", body: HTTPBody("body \($0)")) })
        var names: [String?] = []
        for try await part in MultipartParts(chunked(try await writer.body.collect(upTo: 10_000), 5), boundary: writer.boundary) {
            names.append(part.name)
        }
        #expect(names == ["0", "1", "2", "3", "4"])
    }

    @Test(arguments: [
        "", "--b", "--b\r\n", "--b\r\nA: b\r\n\r\nrest", "--b\r\nno field\r\n\r\n1\r\n--b--", "--bx\r\n\r\n1\r\n--b--",
        "--b\r\nA: " + String(repeating: "x", count: 100_000),
    ])
    func brokenBodiesAreErrors(text: String) async {
        await #expect(throws: MultipartError.self) { try await read(chunked(Array(text.utf8), 100), boundary: "b") }
    }

    @Test func streamedPartsAreWrittenAsTheyCome() async throws {
        let writer = MultipartWriter([MultipartPart(name: "s", body: chunked(Array("streamed".utf8), 3))], boundary: "b")
        #expect(writer.body.length == nil)
        #expect(!writer.body.isReplayable)
        let text = String(decoding: try await writer.body.collect(upTo: 1000), as: UTF8.self)
        #expect(text == "--b\r\ncontent-disposition: form-data; name=\"s\"\r\n\r\nstreamed\r\n--b--\r\n")
    }
}

/// A body in chunks of a size, of no known length.
func chunked(_ bytes: [UInt8], _ size: Int) -> HTTPBody {
    let stream = AsyncStream<[UInt8]> { continuation in
        for start in stride(from: 0, to: bytes.count, by: size) {
            continuation.yield(Array(bytes[start..<min(start + size, bytes.count)]))
        }
        continuation.finish()
    }
    return HTTPBody(stream)
}
