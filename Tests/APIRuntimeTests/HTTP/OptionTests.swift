import APIRuntime
import APIRuntimeTesting
import HTTPTypes
import Testing

/// What a client can set for one call, or for all.
struct OptionTests {
    private struct Client: APIClient {
        var configuration: ClientConfiguration

        func get(_ id: Int, limit: Int? = nil, accept: String? = nil) async throws(Things.Failure) -> [String] {
            var call = OperationCall(Things.get, configuration)
            call.path("id", id)
            call.query("limit", limit)
            call.accept(accept)
            return try await call.json(or: Things.Failure.init)
        }
    }

    private let transport = MockTransport(status: 200, json: "[]")

    private var client: Client {
        Client(configuration: ClientConfiguration(serverURL: "http://example.org/v1", transport: transport))
    }

    @Test func aCallCanHaveOtherFieldsAndParameters() async throws {
        let other = client.with {
            $0.userAgent = "shop/2.1"
            $0.headers[.accept] = "application/json;q=1"
            $0.query = ["trace": "a b", "debug": "1"]
            $0.serverURL = "https://test.example.org/v2"
        }
        _ = try await other.get(7, limit: 3)
        _ = try await other.with { $0.query["debug"] = nil }.get(7)
        _ = try await client.get(7)
        #expect(
            transport.requests.map { $0.head.path } == [
                "/v2/things/7?debug=1&trace=a%20b&limit=3", "/v2/things/7?trace=a%20b", "/v1/things/7",
            ])
        #expect(transport.requests.map { $0.head.headerFields[.userAgent] } == ["shop/2.1", "shop/2.1", nil])
        #expect(
            transport.requests.map { $0.head.headerFields[.accept] } == [
                "application/json;q=1", "application/json;q=1", "application/json, text/plain",
            ])
        #expect(transport.requests.map { $0.head.authority } == ["test.example.org", "test.example.org", "example.org"])
    }

    @Test func whatACallAsksForGoesBeforeTheFieldsOfTheClient() async throws {
        let client = client.with { $0.headers[.accept] = "text/plain" }
        _ = try await client.get(1, accept: "application/json")
        _ = try await client.get(1)
        #expect(transport.requests.map { $0.head.headerFields[.accept] } == ["application/json", "text/plain"])
    }

    /// The head of a response is there whether the call returns or throws, and the error keeps its type.
    @Test @MainActor func theResponseIsThereWhenACallThrows() async throws {
        var calls = 0
        let refused = Client(
            configuration: ClientConfiguration(
                serverURL: "http://example.org",
                transport: MockTransport { _ in
                    ResponseMessage(
                        head: HTTPResponse(status: .conflict, headerFields: [.contentType: "text/plain", .eTag: "\"1\""]),
                        body: HTTPBody("taken"))
                }))
        do {
            _ = try await refused.response { client throws(Things.Failure) in
                calls += 1
                return try await client.get(1)
            }
            Issue.record("the call succeeded")
        } catch {
            #expect(error.status == 409)
            #expect(error.response?.headers[.eTag] == "\"1\"")
            #expect(error.response?.body == Array("taken".utf8))
        }
        #expect(calls == 1)
    }
}
