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
            case .notFound(let body, _): #expect(status == 404 && body.detail == "none")
            case .clientError(let code, let body, _): #expect(status == 418 && code == 418 && body.detail == "fault")
            case .other(let code, let body, _): #expect(status == 503 && code == 503 && body.detail == "else")
            case .failed: throw Unexpected()
            }
        }
    }

    /// One function can handle the errors of all operations.
    @Test(arguments: [404, 418, 503])
    func everyFailureTellsItsResponse(_ status: Int) async throws {
        func summary(_ error: some OperationError) -> String {
            "\(error.operationID) \(error.status ?? 0) \(error.requestID ?? "") \(error.response?.headers[.contentType] ?? "")"
        }
        let transport = MockTransport { _ in
            ResponseMessage(
                head: HTTPResponse(
                    status: HTTPResponse.Status(code: status),
                    headerFields: [.contentType: "application/json", HTTPField.Name("X-Request-Id")!: "7f3a"]),
                body: HTTPBody(#"{"detail":"secret"}"#))
        }
        let client = Responses.Client(serverURL: "http://example.org", transport: transport).with { $0.retries = .off }
        let error = await #expect(throws: Responses.SeveralError.self) { try await client.several(status: 1) }
        let failure = try #require(error)
        #expect(summary(failure) == "several \(status) 7f3a application/json")
        #expect(failure.response?.body == Array(#"{"detail":"secret"}"#.utf8))
        let reason = [404: "Not Found", 418: "Bad Request", 503: "Service Unavailable"][status] ?? ""
        #expect("\(failure)" == "several: the service responded with status \(status) \(reason) (request 7f3a)")
        #expect(failure.localizedDescription == "\(failure)")
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
            .with { $0.retries = .off }
        do {
            try await client.undocumented()
            Issue.record("the call must not succeed")
        } catch {
            guard case .undocumented = error.cause else { throw Unexpected() }
            #expect(error.status == 500)
            #expect(error.response?.body == Array("{}".utf8))
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
