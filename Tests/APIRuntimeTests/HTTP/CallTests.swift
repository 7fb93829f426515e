import APIRuntime
import APIRuntimeTesting
import HTTPTypes
import Testing

struct CallTests {
    private struct Client: APIClient {
        var configuration: ClientConfiguration

        func get(
            _ id: Int, limit: Int? = nil, tags: [String]? = nil, filter: [String: Int]? = nil, ids: [Int]? = nil,
            visit: String? = nil
        )
            async throws(Things.Failure) -> [String]
        {
            var call = OperationCall(Things.get, configuration)
            call.path("id", id)
            call.query("limit", limit)
            call.query("tags", tags)
            call.query("filter", filter)
            call.query("where", filter.map { $0.mapValues { [$0] } })
            call.header("X-Ids", ids)
            call.cookie("visit", visit)
            return try await call.json(or: Things.Failure.init)
        }
    }

    private func client(_ transport: any ClientTransport) -> Client {
        Client(configuration: ClientConfiguration(serverURL: "http://example.org/", transport: transport)).with {
            $0.retries = .off
        }
    }

    private func failure(_ call: () async throws -> [String]) async -> CallError? {
        do {
            _ = try await call()
            return nil
        } catch Things.Failure.failed(let error) {
            return error
        } catch {
            return nil
        }
    }

    @Test func whatTheClientSendsTheServerReads() async throws {
        let texts = try await client(InProcessTransport(Things.router, chunkSize: 3))
            .get(7, limit: 3, tags: ["a&b", "c,d"], filter: ["a": 5], ids: [4, 5], visit: "x; y")
        #expect(texts == ["7", "limit 3", "tags [\"a&b\", \"c,d\"]", "filter 5", "where [\"a\": [5]]", "ids [4, 5]", "visit x; y"])
    }

    @Test func theMessageIsWhatTheDocumentSays() async throws {
        let transport = MockTransport(status: 200, json: "[]")
        _ = try await client(transport).get(7, tags: ["a", "b c"], filter: ["a": 5], ids: [1, 2], visit: "v")
        let head = try #require(transport.requests.first?.head)
        #expect(head.scheme == "http" && head.authority == "example.org")
        #expect(head.path == "/things/7?tags=a&tags=b%20c&filter%5Ba%5D=5&where=%7B%22a%22%3A%5B5%5D%7D")
        #expect(head.headerFields[HTTPField.Name("X-Ids")!] == "1,2")
        #expect(head.headerFields[.cookie] == "visit=v")
        #expect(head.headerFields[.accept] == "application/json, text/plain")
    }

    /// RFC 9110, section 7.1: a fragment is not part of a request.
    @Test(arguments: [("/things/{id}#all", "/things/{id}"), ("/things/{a#b}", "/things/{a#b}")])
    func aFragmentIsNoPartOfAPath(template: String, path: String) {
        #expect(APIOperation(id: "getThing", method: "GET", path: template).path == path)
    }

    @Test func theFullResponseIsOneCallAway() async throws {
        let full = try await client(InProcessTransport(Things.router)).response { try await $0.get(7) }
        #expect(full.status == 200)
        #expect(full.body == ["7"])
        #expect(full.headers[HTTPField.Name("X-Total")!] == "1")
    }

    @Test func undocumentedAnswersTellWhatCame() async throws {
        let error = await failure { try await client(MockTransport(status: 503, json: "{\"a\":1}\n")).get(1) }
        #expect(
            error?.description == """
                getThing: the document does not describe the response with status 503 Service Unavailable; \
                the response begins: {"a":1} 
                """)
        let other = await failure { try await client(MockTransport(status: 200, json: "{}")).get(1) }
        #expect(other?.description.hasPrefix("getThing: the body of the response with status 200 OK cannot be read: ") == true)
    }

    @Test func aCallThatTakesTooLongFails() async throws {
        let transport = MockTransport { _ in
            try await Task.sleep(for: .seconds(60))
            return ResponseMessage(head: HTTPResponse(status: .ok))
        }
        let error = await failure { try await client(transport).with(timeout: .milliseconds(20)).get(1) }
        guard case .timedOut(let limit)? = error?.cause else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(limit == .milliseconds(20))
    }

    @Test func aCancelledCallSaysSo() async throws {
        let transport = MockTransport { _ in
            try await Task.sleep(for: .seconds(60))
            return ResponseMessage(head: HTTPResponse(status: .ok))
        }
        let task = Task { await failure { try await client(transport).get(1) } }
        task.cancel()
        guard case .cancelled? = await task.value?.cause else {
            Issue.record("the call was not cancelled")
            return
        }
    }

    @Test func anAnswerLargerThanTheLimitIsRefused() async {
        var small = client(MockTransport(status: 200, json: "[\"long\"]"))
        small.configuration.maximumResponseBytes = 4
        guard case .responseTooLarge(4)? = await failure({ try await small.get(1) })?.cause else {
            Issue.record("the answer was read")
            return
        }
    }

    @Test(arguments: ["", "example.org", "http://", "http://{host}/", "http://a b/"]) func otherTextIsNoServerURL(url: String) async
    {
        let client = Client(configuration: ClientConfiguration(serverURL: url, transport: MockTransport(status: 200)))
        guard case .invalidServerURL(url)? = await failure({ try await client.get(1) })?.cause else {
            Issue.record("'\(url)' was called")
            return
        }
    }

    @Test(arguments: ["", ".", ".."]) func aValueThatWouldChangeThePathIsNotSent(id: String) async {
        var call = OperationCall(
            Things.put, ClientConfiguration(serverURL: "http://example.org", transport: MockTransport(status: 200)))
        call.path("id", id)
        await #expect(throws: CallError.self) { try await call.send() }
    }
}
