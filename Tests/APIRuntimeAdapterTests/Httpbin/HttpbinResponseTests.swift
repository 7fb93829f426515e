#if StatusService
import APIRuntime
import APIRuntimeAsyncHTTPClient
import Httpbin
import Testing

extension HttpbinTests {
    // MARK: Bodies

    @Test(arguments: ClientAdapter.allCases) func bodiesAreRead(adapter: ClientAdapter) async throws {
        let client = try client(adapter)
        #expect(try await client.uuid().uuid.description.utf8.count == 36)
        #expect(try await client.utf8().contains("STARGΛ̊TE"))
        let slides = try await client.slides()
        #expect(slides.title == "Sample Slide Show")
        #expect(slides.slide == [.init(type: "all", title: "Wake up to WonderWidgets!"), .init(type: "all", title: "Overview")])
        #expect(try await client.image().collect(upTo: 1 << 20).prefix(4) == [0x89, 0x50, 0x4E, 0x47])
    }

    @Test(arguments: ClientAdapter.allCases) func codedBodiesAreDecoded(adapter: ClientAdapter) async throws {
        let client = try client(adapter)
        #expect(try await client.gzip().gzipped == true)
        #expect(try await client.deflate().deflated == true)
        // Nobody asked for Brotli, which AsyncHTTPClient does not decode.
        switch adapter {
        case .urlSession: #expect(try await client.brotli().brotli == true)
        case .asyncHTTPClient:
            let error = await #expect(throws: CallError.self) { try await client.brotli() }
            guard case .transport(let cause)? = error?.cause else { throw Unexpected() }
            #expect(cause as? AsyncHTTPClientTransportError == .unknownContentCoding("br"))
        }
    }

    // MARK: Streams

    @Test(arguments: ClientAdapter.allCases) func linesArriveAsTheyAreSent(adapter: ClientAdapter) async throws {
        var numbers: [Int] = []
        for try await line in try await client(adapter).lines(count: 100) { numbers.append(line.id) }
        #expect(numbers == Array(0..<100))
    }

    @Test(arguments: ClientAdapter.allCases) func bytesDripIn(adapter: ClientAdapter) async throws {
        var chunks: [[UInt8]] = []
        for try await chunk in try await client(adapter).drip(numbytes: 5, duration: 1) { chunks.append(chunk) }
        #expect(chunks.joined().elementsEqual("*****".utf8))
        #expect(chunks.count > 1, "they were held back until the end")
    }

    @Test(arguments: ClientAdapter.allCases) func aTimeLimitEndsADrip(adapter: ClientAdapter) async throws {
        let client = try client(adapter).with(timeout: .seconds(1))
        do {
            for try await _ in try await client.drip(numbytes: 60, duration: 30) {}
            Issue.record("the drip came to its end")
        } catch let error as CallError {
            guard case .timedOut = error.cause else { throw error }
        }
    }

    @Test(arguments: ClientAdapter.allCases) func bytesAreWhole(adapter: ClientAdapter) async throws {
        let client = try client(adapter)
        let bytes = try await client.bytes(count: 10_000, seed: 7).collect(upTo: 1 << 20)
        #expect(bytes.count == 10_000)
        let streamed = try await client.streamBytes(count: 10_000, seed: 7, chunkSize: 999).collect(upTo: 1 << 20)
        #expect(streamed == bytes)
    }

    @Test(arguments: ClientAdapter.allCases) func aPartIsAskedFor(adapter: ClientAdapter) async throws {
        let client = try client(adapter)
        guard case .ok(let whole) = try await client.range(count: 26) else { throw Unexpected() }
        #expect(try await whole.collect(upTo: 100).elementsEqual("abcdefghijklmnopqrstuvwxyz".utf8))
        guard case .partialContent(let part) = try await client.range(count: 26, range: "bytes=3-5") else { throw Unexpected() }
        #expect(part.contentRange == "bytes 3-5/26")
        #expect(try await part.body.collect(upTo: 100).elementsEqual("def".utf8))
        let error = await #expect(throws: Httpbin.RangeError.self) { try await client.range(count: 26, range: "bytes=30-40") }
        guard case .rangeNotSatisfiable? = error else { throw Unexpected() }
    }

    // MARK: Statuses

    @Test(arguments: ClientAdapter.allCases) func statusesAreToldApart(adapter: ClientAdapter) async throws {
        let client = try client(adapter).with { $0.retries = .off }
        for _ in 0..<2 {
            guard case .ok = try await client.status(code: 200) else { throw Unexpected() }
            guard case .noContent = try await client.status(code: 204) else { throw Unexpected() }
            try await client.head(code: 200)
            await #expect(throws: Httpbin.HeadError.self) { try await client.head(code: 404) }
            for status in [304, 400, 401, 402, 403, 404, 406, 407, 409, 410, 412, 418, 429, 500, 503] {
                let error = await #expect(throws: Httpbin.StatusError.self) { try await client.status(code: status) }
                switch error {
                case .notModified?: #expect(status == 304)
                case .imATeapot(let body, _)?:
                    #expect(status == 418)
                    #expect(String(decoding: try await body.collect(upTo: 1 << 10), as: UTF8.self).contains("teapot"))
                case .clientError(let code, _)?: #expect(status == code)
                case .failed(let error)?:
                    guard case .undocumented = error.cause else { throw error }
                    #expect(error.status == status && status >= 500)
                case nil: break
                }
            }
        }
    }

    @Test(arguments: ClientAdapter.allCases) func whatDidNotChangeHasNoBody(adapter: ClientAdapter) async throws {
        let client = try client(adapter)
        #expect(try await client.etag(etag: "abc").eTag == "abc")
        let same = await #expect(throws: Httpbin.EtagError.self) { try await client.etag(etag: "abc", ifNoneMatch: "\"abc\"") }
        guard case .notModified(let answer, _)? = same else { throw Unexpected() }
        #expect(answer.eTag == "abc")
        let other = await #expect(throws: Httpbin.EtagError.self) { try await client.etag(etag: "abc", ifMatch: "\"x\"") }
        guard case .preconditionFailed? = other else { throw Unexpected() }
    }
}
#endif
