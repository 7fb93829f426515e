import APIRuntimeTesting
import HTTPTypes
import Testing

@testable import APIRuntime

struct RetryTests {
    private let pauses = ReceivedTexts()
    private static let key = HTTPField.Name("Idempotency-Key")!

    private struct Broken: Error {}

    /// What was sent, and how the call ended.
    private struct End {
        let keys: [String?]
        let status: Int?

        var sent: Int { keys.count }
    }

    /// Calls an operation whose requests get these statuses in turn; 0 is a connection that breaks.
    private func call(
        _ method: String, body: HTTPBody? = nil, statuses: [Int], headers: HTTPFields = HTTPFields(), documented: [String] = [],
        _ change: (inout ClientConfiguration) -> Void = { _ in }
    ) async -> End {
        let count = Locked(0)
        let transport = MockTransport { _ in
            let index = count.withLock { count in
                defer { count += 1 }
                return count
            }
            let status = statuses[min(index, statuses.count - 1)]
            if status == 0 { throw Broken() }
            return ResponseMessage(head: HTTPResponse(status: HTTPResponse.Status(code: status), headerFields: headers))
        }
        let operation = APIOperation(
            id: "do", method: method, path: "/things", requestBody: RequestBodyDescription(["text/plain"]),
            responses: documented.map { ResponseDescription($0) })
        var configuration = ClientConfiguration(serverURL: "http://example.org", transport: transport)
        configuration.sleep = { [pauses] in pauses.add("\($0)") }
        change(&configuration)
        var call = OperationCall(operation, configuration)
        call.body(bytes: body, as: "text/plain")
        let response = try? await call.send()
        return End(keys: transport.requests.map { $0.head.headerFields[Self.key] }, status: response?.status)
    }

    struct Case: Sendable {
        let statuses: [Int]
        let sent: Int
        var end: Int?
    }

    @Test(arguments: [
        Case(statuses: [503, 0, 200], sent: 3, end: 200), Case(statuses: [429], sent: 3, end: 429),
        Case(statuses: [0], sent: 3), Case(statuses: [408, 500, 204], sent: 3, end: 204),
        Case(statuses: [409, 200], sent: 2, end: 200), Case(statuses: [501, 200], sent: 1, end: 501),
        Case(statuses: [404, 200], sent: 1, end: 404), Case(statuses: [200], sent: 1, end: 200),
    ])
    func whatMayPassIsSentAgain(_ example: Case) async {
        let end = await call("GET", statuses: example.statuses)
        #expect(end.sent == example.sent)
        #expect(end.status == example.end)
        #expect(end.keys.allSatisfy { $0 == nil })
    }

    @Test(arguments: ["POST", "PATCH"]) func whatIsNotIdempotentHasOneKeyInAllAttempts(method: String) async throws {
        let first = await call(method, body: HTTPBody("x"), statuses: [0, 503, 201])
        #expect(first.status == 201)
        let key = try #require(first.keys[0])
        #expect(UniqueID(key) != nil)
        #expect(first.keys == [key, key, key])
        let second = await call(method, statuses: [201])
        #expect(second.keys.count == 1 && second.keys[0] != key)
    }

    @Test func theKeyOfTheCallerIsKept() async {
        let end = await call("POST", statuses: [500, 201]) { $0.headers[Self.key] = "mine" }
        #expect(end.keys == ["mine", "mine"])
        let other = await call("POST", statuses: [500, 201]) { $0.retries.idempotencyKeyHeader = nil }
        #expect(other.keys == [nil])
    }

    @Test func whatCannotBeSentAgainIsSentOnce() async {
        #expect(await call("PUT", body: chunked([1], 1), statuses: [503]).sent == 1)
        #expect(await call("GET", statuses: [503]) { $0.retries = .off }.sent == 1)
        #expect(await call("GET", statuses: [503]) { $0.retries = 5 }.sent == 6)
        #expect(await call("GET", statuses: [0]) { $0.retries.retriesConnectionFailures = false }.sent == 1)
        #expect(await call("GET", statuses: [409], documented: ["409"]).sent == 1)
    }

    /// The call would end before the pause does.
    @Test func aPauseThatIsLongerThanTheTimeoutIsNotMade() async {
        let end = await call("GET", statuses: [503], headers: [.retryAfter: "10"]) { $0.timeout = .seconds(5) }
        #expect(end.sent == 1 && end.status == 503)
        #expect(pauses.texts.isEmpty)
    }

    @Test func aMiddlewareThatFailsIsNotAConnectionThatFails() async {
        struct Failing: Middleware {
            func intercept(
                _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
            ) async throws -> ResponseMessage {
                throw Broken()
            }
        }
        _ = await call("GET", statuses: [200]) { $0.middlewares = [Failing()] }
        #expect(pauses.texts.isEmpty)
    }

    struct Asked: Sendable {
        let fields: HTTPFields
        let pause: String?

        init(_ pause: String?, _ fields: [String: String]) {
            self.pause = pause
            self.fields = fields.reduce(into: HTTPFields()) { fields, pair in
                if let name = HTTPField.Name(pair.key) { fields[name] = pair.value }
            }
        }
    }

    @Test(arguments: [
        Asked("7.0 seconds", ["Retry-After": "7"]),
        Asked("0.25 seconds", ["Retry-After": "0.25"]),
        Asked("20.0 seconds", ["Date": "Mon, 28 Feb 2028 23:59:50 GMT", "Retry-After": "Tue, 29 Feb 2028 00:00:10 GMT"]),
        Asked("0.0 seconds", ["Date": "Tue, 29 Feb 2028 00:00:10 GMT", "Retry-After": "Mon, 28 Feb 2028 23:59:50 GMT"]),
        Asked("5.0 seconds", ["RateLimit-Reset": "5", "RateLimit-Remaining": "0"]),
        Asked("6.0 seconds", ["Date": "Thu, 01 Jan 2026 00:00:00 GMT", "X-RateLimit-Reset": "1767225606"]),
        Asked(nil, ["Retry-After": "61"]),
    ])
    func theServiceSaysHowLongToWait(asked: Asked) async {
        let end = await call("GET", statuses: [429, 200], headers: asked.fields)
        #expect(end.status == (asked.pause == nil ? 429 : 200))
        #expect(pauses.texts == [asked.pause].compactMap { $0 })
    }

    @Test func otherPausesAreDrawnAtRandomAndDouble() {
        let policy = RetryPolicy.standard
        for (attempt, greatest) in [(1, 0.5), (2, 1), (3, 2), (4, 4), (5, 8), (60, 8)] {
            let range = Duration.seconds(greatest / 2)...Duration.seconds(greatest)
            for _ in 0..<20 { #expect(policy.pause(after: attempt, nil).map(range.contains) == true) }
        }
        var ignoring: HTTPFields = [:]
        ignoring[HTTPField.Name("RateLimit-Reset")!] = "50"
        ignoring[HTTPField.Name("RateLimit-Remaining")!] = "3"
        #expect(policy.pause(after: 1, ignoring).map { $0 <= .seconds(0.5) } == true)
    }
}
