import APIRuntime
import APIRuntimeTesting
import Features
import HTTPTypes
import Testing

/// `Specs/Features/responses.yaml`: which answer becomes which case.
struct ResponsesTests {
    private let client = Responses.Client(serverURL: "http://example.org", transport: InProcessTransport(Service().router()))

    @Test func eachSuccessIsACase() async throws {
        guard case .ok(let thing) = try await client.several(status: 200) else { throw Unexpected() }
        #expect(thing.name == "thing")
        guard case .accepted = try await client.several(status: 202) else { throw Unexpected() }
        guard case .success(299, let text) = try await client.several(status: 299) else { throw Unexpected() }
        #expect(text == "other")
    }

    /// A range of successes has statuses that HTTP gives no content.
    @Test(arguments: [204, 205]) func aSuccessOfARangeMayBeWithoutContent(_ status: Int) async throws {
        guard case .success(status, nil) = try await client.several(status: status) else { throw Unexpected() }
    }

    @Test(arguments: [404, 418, 503])
    func eachFailureIsACaseOfTheOperationsError(_ status: Int) async throws {
        do {
            _ = try await client.several(status: status)
            throw Unexpected()
        } catch let error as Responses.SeveralError {
            switch error {
            case .notFound(let body): #expect(status == 404 && body.detail == "none")
            case .clientError(let code, let body): #expect(status == 418 && code == 418 && body.detail == "fault")
            case .other(let code, let body): #expect(status == 503 && code == 503 && body.detail == "else")
            case .failed: throw Unexpected()
            }
        }
    }

    @Test func headersAreTyped() async throws {
        let answer = try await client.headers()
        #expect(answer.xCount == 3)
        #expect(answer.xTags == ["a", "b"])
        #expect(answer.xColor == Responses.Color(r: 1, g: 2))
        #expect(answer.xJSON == Responses.Color(r: 3))
        #expect(answer.link == nil)
        #expect(answer.body.name == "thing")
    }

    /// The closure may use what belongs to the actor that calls.
    @Test @MainActor func theWholeResponseIsThereForTheMainActor() async throws {
        var calls = 0
        let response = try await client.response { client in
            calls += 1
            return try await client.headers().body.name
        }
        #expect(calls == 1)
        #expect(response.status == 200)
        #expect(response.body == "thing")
        #expect(response.headers[.contentType] == "application/json")
    }

    @Test func anUndocumentedStatusIsToldWithItsBody() async throws {
        let client = Responses.Client(serverURL: "http://example.org", transport: MockTransport(status: 500, json: "{}"))
        do {
            try await client.undocumented()
            Issue.record("the call must not succeed")
        } catch {
            guard case .undocumented(500, _, let body) = error.cause else {
                throw Unexpected()
            }
            #expect(body == Array("{}".utf8))
        }
    }
}

private struct Service: Responses.Server {
    func several(status: Int) async throws -> Responses.SeveralResponse {
        switch status {
        case 200: return .ok(Responses.Thing(name: "thing"))
        case 202: return .accepted
        case 204, 205: return .success(status: status, body: nil)
        case 200..<300: return .success(status: status, body: "other")
        case 404: throw Responses.SeveralError.notFound(Responses.Problem(detail: "none"))
        case 400..<500: throw Responses.SeveralError.clientError(status: status, body: Responses.Problem(detail: "fault"))
        default: throw Responses.SeveralError.other(status: status, body: Responses.Problem(detail: "else"))
        }
    }

    func headers() async throws -> Responses.HeadersResponse {
        Responses.HeadersResponse(
            xCount: 3, xTags: ["a", "b"], xColor: Responses.Color(r: 1, g: 2), xJSON: Responses.Color(r: 3),
            body: Responses.Thing(name: "thing"))
    }

    func undocumented() async throws {}

    func problem(describing failure: RequestFailure) -> Responses.Problem { Responses.Problem(detail: failure.message) }
}
