import APIRuntime
import HTTPTypes
import Testing

struct RouterTests {
    struct Refusal: Sendable, CustomTestStringConvertible {
        let method: HTTPRequest.Method
        let path: String
        var headers = HTTPFields()
        var body: String?
        let status: Int
        let says: String
        var testDescription: String { "\(method) \(path): \(status)" }
    }

    private static let json: HTTPFields = [.contentType: "application/json"]

    static let refusals: [Refusal] = [
        Refusal(method: .get, path: "/nothing", status: 404, says: "nothing has this path"),
        Refusal(method: .get, path: "/things/x", status: 404, says: "the path parameter 'id' cannot be read"),
        Refusal(method: .get, path: "/things/%zz", status: 404, says: "the percent-encoding is not valid"),
        Refusal(method: .get, path: "/things/99999999999999999999", status: 404, says: "the path parameter 'id' cannot be read"),
        Refusal(method: .delete, path: "/things/1", status: 405, says: "does not have the method DELETE"),
        Refusal(method: .get, path: "/things/1?limit=x", status: 400, says: "the query parameter 'limit' cannot be read"),
        Refusal(method: .get, path: "/things/1?limit=1&limit=2", status: 400, says: "it is given 2 times"),
        Refusal(method: .get, path: "/things/1?where=%7B", status: 400, says: "the query parameter 'where' cannot be read"),
        Refusal(
            method: .get, path: "/things/1", headers: [.accept: "image/png"], status: 406, says: "can only be application/json"),
        Refusal(method: .put, path: "/things/1", status: 400, says: "the body is missing"),
        Refusal(method: .put, path: "/things/1", headers: json, body: "", status: 400, says: "the body is missing"),
        Refusal(method: .put, path: "/things/1", headers: json, body: "{\"a\":", status: 400, says: "the body cannot be read"),
        Refusal(method: .put, path: "/things/1", headers: json, body: "{\"a\":\"b\"}", status: 400, says: "/a"),
        Refusal(
            method: .put, path: "/things/1", headers: [.contentType: "text/plain"], body: "{}", status: 415, says: "not text/plain"),
        Refusal(
            method: .put, path: "/things/1", headers: [.contentType: "application/json; charset=latin1"], body: "{}", status: 415,
            says: "has to be application/json"),
        Refusal(
            method: .put, path: "/things/1", headers: json, body: String(repeating: " ", count: 65), status: 413,
            says: "more than 64 bytes"),
        Refusal(method: .get, path: "/things/1", headers: json, body: "{}", status: 415, says: "takes no body"),
        Refusal(
            method: .get, path: "/things/1", body: String(repeating: " ", count: (1 << 20) + 1), status: 413,
            says: "more than 1048576 bytes"),
        Refusal(method: .post, path: "/broken", status: 500, says: "the service failed"),
    ]

    @Test(arguments: refusals) func whatDoesNotFitIsRefusedAndTold(refusal: Refusal) async throws {
        let answer = try await Things.answer(refusal.method, refusal.path, headers: refusal.headers, body: refusal.body)
        #expect(answer.status == refusal.status)
        #expect(answer.headers[.contentType] == "application/problem+json")
        #expect(answer.text.contains(refusal.says), "\(answer.text)")
        #expect(!answer.text.contains("Unspeakable"))
    }

    @Test(arguments: [("/1?limit=x", 422), ("/x", 404), ("/x/other", 422)])
    func aRefusalIsWhatTheOperationDocuments(path: String, status: Int) async throws {
        let limit = Parameter("limit", in: .query)
        let id = Parameter("id", in: .path)
        var router = Router(failureResponse: { .json($0.status, $0.message) })
        func add(_ path: String, _ statuses: [Int]) {
            let operation = APIOperation(
                id: path, method: "GET", path: path, parameters: [id, limit],
                responses: statuses.map { ResponseDescription("\($0)", ["application/vnd.thing+json"]) })
            router.add(operation) { request in
                _ = try request.path("id", as: Int.self)
                _ = try request.query("limit", ifPresent: Int.self)
                return ServerResponse(status: 204)
            }
        }
        add("/{id}", [422, 404])
        add("/{id}/other", [422])
        let answer = await router.respond(
            to: RequestMessage(head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: path), body: nil))
        #expect(answer.head.status.code == status)
        #expect(answer.head.headerFields[.contentType] == "application/vnd.thing+json")
    }

    @Test func anAnswerThatTakesTooLongIsGivenUp() async throws {
        var router = Things.router
        router.middlewares = [TimeoutMiddleware(.milliseconds(20))]
        router.add(APIOperation(id: "slow", method: "GET", path: "/slow")) { _ in
            try await Task.sleep(for: .seconds(600))
            return ServerResponse(status: 204)
        }
        let answer = await router.respond(
            to: RequestMessage(head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/slow")))
        #expect(answer.head.status == .serviceUnavailable)
        #expect(answer.head.headerFields[.contentType] == "application/problem+json")
    }

    @Test func allParametersAreRead() async throws {
        var headers: HTTPFields = [.cookie: "other=1; visit=a%20b"]
        headers[HTTPField.Name("x-ids")!] = "4, 5 ,6"
        let answer = try await Things.answer(
            .get, "/things/7/?tags=a&limit=3&tags=b+c&filter[a]=5&where=%7B%22x%22%3A%5B1%5D%7D", headers: headers)
        #expect(answer.status == 200)
        #expect(
            answer.text == #"["7","limit 3","tags [\"a\", \"b c\"]","filter 5","where [\"x\": [1]]","ids [4, 5, 6]","visit a b"]"#)
        #expect(answer.headers[HTTPField.Name("x-total")!] == "7")
    }

    @Test func oneValueIsAnArrayToo() async throws {
        #expect(try await Things.answer(.get, "/things/7?tags=a").text == #"["7","tags [\"a\"]"]"#)
    }

    @Test func headAnswersWithTheHeaderOfGet() async throws {
        let get = try await Things.answer(.get, "/things/1")
        let head = try await Things.answer(.head, "/things/1")
        #expect(head.status == 200)
        #expect(head.headers == get.headers)
        #expect(head.headers[.contentLength] == "5")
        #expect(head.text.isEmpty)
    }

    @Test func otherMethodsAreNamed() async throws {
        #expect(try await Things.answer(.delete, "/things/1").headers[.allow] == "GET, PUT, HEAD, OPTIONS")
        let options = try await Things.answer(.options, "/things/1")
        #expect(options.status == 204)
        #expect(options.headers[.allow] == "GET, PUT, HEAD, OPTIONS")
    }

    @Test func aBodyWithoutMediaTypeIsTakenForTheOnlyOne() async throws {
        let answer = try await Things.answer(.put, "/things/a%2Fb", body: "{\"x\":1}")
        #expect(answer.status == 200)
        #expect(answer.text == "{\"a/b\":1}")
    }

    @Test func documentedErrorsAreAnswersOfTheirOwn() async throws {
        let answer = try await Things.answer(.put, "/things/taken", headers: Self.json, body: "{}")
        #expect(answer.status == 409)
        #expect(answer.text == "it is taken")
    }

    @Test func unexpectedErrorsAreToldToTheServiceOnly() async throws {
        var router = Things.router
        let told = ReceivedTexts()
        router.unexpectedError = { error, operation in told.add("\(operation.id): \(error)") }
        let head = HTTPRequest(method: .post, scheme: nil, authority: nil, path: "/broken")
        _ = await router.respond(to: RequestMessage(head: head))
        #expect(told.texts == ["broken: Unspeakable()"])
    }

    @Test func middlewaresSeeRefusalsAndKnowTheOperation() async throws {
        var router = Things.router
        let told = ReceivedTexts()
        router.middlewares = [Teller(told: told, name: "outer"), Teller(told: told, name: "inner")]
        for path in ["/things/1", "/things/x", "/nothing"] {
            _ = await router.respond(to: RequestMessage(head: HTTPRequest(method: .get, scheme: nil, authority: nil, path: path)))
        }
        #expect(
            told.texts == [
                "inner getThing 200", "outer getThing 200", "inner getThing 404", "outer getThing 404", "inner none 404",
                "outer none 404",
            ])
    }
}

struct Teller: Middleware {
    let told: ReceivedTexts
    let name: String

    func intercept(
        _ request: RequestMessage, next: @escaping @Sendable (RequestMessage) async throws -> ResponseMessage
    ) async throws -> ResponseMessage {
        let response = try await next(request)
        told.add("\(name) \(request.operation?.id ?? "none") \(response.head.status.code)")
        return response
    }
}
