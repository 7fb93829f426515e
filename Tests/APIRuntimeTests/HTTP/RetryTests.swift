import HTTPTypes
import Testing

@testable import APIRuntime

struct RetryTests {
    private let pauses = ReceivedTexts()

    /// Sends a request that is answered with these statuses in turn, and tells how often it was sent.
    private func send(
        _ method: HTTPRequest.Method, body: HTTPBody? = nil, statuses: [Int], headers: HTTPFields = HTTPFields()
    ) async throws -> (sent: Int, status: Int) {
        let retry = RetryMiddleware(attempts: 3, pause: .zero, longestPause: .seconds(100)) { [pauses] in pauses.add("\($0)") }
        let request = RequestMessage(head: HTTPRequest(method: method, scheme: nil, authority: nil, path: "/"), body: body)
        let sent = ReceivedTexts()
        let response = try await retry.intercept(request) { _ in
            let status = statuses[min(sent.texts.count, statuses.count - 1)]
            sent.add("\(status)")
            if status == 0 { throw TimeoutError(limit: .zero) }
            return ResponseMessage(head: HTTPResponse(status: HTTPResponse.Status(code: status), headerFields: headers))
        }
        return (sent.texts.count, response.head.status.code)
    }

    @Test func whatMayPassIsTriedAgain() async throws {
        #expect(try await send(.get, statuses: [503, 0, 200]) == (3, 200))
        #expect(try await send(.get, statuses: [429]) == (3, 429))
        #expect(try await send(.put, body: HTTPBody("x"), statuses: [502, 204]) == (2, 204))
        await #expect(throws: TimeoutError.self) { try await send(.get, statuses: [0]) }
    }

    @Test func whatIsNotSafeToRepeatIsSentOnce() async throws {
        #expect(try await send(.post, body: HTTPBody("x"), statuses: [503]) == (1, 503))
        #expect(try await send(.put, body: chunked([1], 1), statuses: [503]) == (1, 503))
        #expect(try await send(.get, statuses: [500]) == (1, 500))
        #expect(try await send(.get, statuses: [404]) == (1, 404))
    }

    @Test func theServerSaysHowLongToWait() async throws {
        #expect(try await send(.get, statuses: [503, 200], headers: [.retryAfter: "7"]) == (2, 200))
        let dates: HTTPFields = [.date: "Mon, 28 Feb 2028 23:59:50 GMT", .retryAfter: "Tue, 29 Feb 2028 00:00:10 GMT"]
        #expect(try await send(.get, statuses: [503, 200], headers: dates) == (2, 200))
        #expect(pauses.texts == ["7.0 seconds", "20.0 seconds"])
        #expect(try await send(.get, statuses: [503, 200], headers: [.retryAfter: "101"]) == (1, 503))
    }
}
