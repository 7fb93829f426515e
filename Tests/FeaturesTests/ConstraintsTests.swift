import APIRuntime
import APIRuntimeTesting
import Constraints
import Constraints3
import HTTPTypes
import Testing

/// What `Specs/Features/constraints.yaml` asks of values, asked by the generated server and client.
struct ConstraintsTests {
    private static let order =
        #"{"id":"1","secret":"abc","email":"a@example.com","price":19.99,"flag":"🇫🇷","lines":[{"sku":"É12#\""}],"payment":{"kind":"Card","digits":"1234"}}"#

    private func answer(
        _ method: HTTPRequest.Method, _ path: String, _ body: String, as mediaType: String = "application/json",
        reason: String? = nil, validates: Bool = true
    ) async throws -> (status: Int, body: JSONValue) {
        var router = Service().router
        router.validatesRequests = validates
        var head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path)
        head.headerFields[.contentType] = mediaType
        head.headerFields[HTTPField.Name("X-Reason")!] = reason
        let response = await router.respond(to: RequestMessage(head: head, body: HTTPBody(body)))
        let bytes = try await response.body.collect(upTo: 1 << 20)
        return (response.head.status.code, bytes.isEmpty ? .null : try JSONValue(json: bytes))
    }

    @Test func whatFitsIsAnswered() async throws {
        let answer = try await answer(.put, "/orders/1?tags=a&tags=b", Self.order, reason: "ok")
        #expect(answer.status == 200)
        #expect(answer.body.description == Self.order)
    }

    @Test func everythingThatIsWrongWithABodyIsToldAtOnce() async throws {
        let body =
            #"{"id":"1","secret":"ab","email":"nobody","price":0.001,"flag":"abc","payment":{"kind":"Card","digits":"12"},"parent":{"lines":[]}}"#
        let answer = try await answer(.put, "/orders/1", body)
        #expect(answer.status == 400)
        let violations = answer.body["violations"]?.array ?? []
        let told = violations.map { "\($0["pointer"]?.string ?? "") \($0["keyword"]?.string ?? "") \($0["line"]?.int ?? 0)" }
        #expect(
            Set(told) == [
                " dependentRequired 77", "/secret minLength 55", "/email format 56", "/price multipleOf 60", "/flag maxLength 64",
                "/payment/digits minLength 88", "/parent/lines minItems 67", "/parent required 52",
            ])
        let detail = answer.body["detail"]?.string ?? ""
        #expect(detail.contains("/price: 0.001 is not a multiple of 0.01 (line 60 of the document)"))
    }

    @Test(arguments: [
        (#"{"sku":"é12#\""}"#, "pattern"), (#"{"sku":"É12#\"","more":1}"#, "additionalProperties"), (#"{}"#, "required"),
    ])
    func linesAreChecked(line: String, keyword: String) async throws {
        let body = #"{"id":"1","secret":"abc","email":"a@example.com","price":1,"lines":[\#(line)],"payment":{"kind":"Transfer"}}"#
        let answer = try await answer(.put, "/orders/1", body)
        #expect(answer.status == 400)
        #expect(answer.body["violations"]?[0]?["keyword"]?.string == keyword)
    }

    @Test(arguments: [
        ("/orders/1?tags=a&tags=b&tags=c", nil, 400), ("/orders/1?tags=a&tags=a", nil, 400), ("/orders/1?tags=A", nil, 400),
        ("/orders/1", "x", 400), ("/orders/0", nil, 404),
    ] as [(String, String?, Int)])
    func parametersAreChecked(path: String, reason: String?, status: Int) async throws {
        #expect(try await answer(.put, path, Self.order, reason: reason).status == status)
        #expect(try await answer(.put, path, Self.order, reason: reason, validates: false).status == 200)
    }

    @Test func textIsCheckedByItsScalars() async throws {
        #expect(try await answer(.post, "/notes", "ééééé", as: "text/plain").status == 204)
        #expect(try await answer(.post, "/notes", "éééééé", as: "text/plain").status == 400)
        #expect(try await answer(.post, "/notes", "éééééé", as: "text/plain", validates: false).status == 204)
    }

    @Test(arguments: [
        (#"{"above":1}"#, 400), (#"{"above":1.01}"#, 204), (#"{"below":5}"#, 400), (#"{"upTo":5}"#, 204), (#"{"upTo":5.5}"#, 400),
        (#"{"choice":null}"#, 204), (#"{"choice":"c"}"#, 400), (#"{"short":null}"#, 204), (#"{"short":"abcd"}"#, 400),
    ])
    func keywordsOfOpenAPI30KeepTheirMeaning(body: String, status: Int) async throws {
        var head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/numbers")
        head.headerFields[.contentType] = "application/json"
        let response = await NumberService().router.respond(to: RequestMessage(head: head, body: HTTPBody(body)))
        #expect(response.head.status.code == status)
    }

    @Test func aClientChecksResponsesInTestsAndWhereItIsTold() async throws {
        let transport = MockTransport(status: 200, json: Self.order.replacing("19.99", with: "19.999"))
        var client = Constraints.Client(serverURL: "http://localhost", transport: transport)
        let order = try Constraints.Order(json: Array(Self.order.utf8))
        do {
            _ = try await client.putOrder(number: 1, body: order)
            Issue.record("the response does not fit")
        } catch {
            guard case .failed(let error) = error, case .invalid(200, _, let violations) = error.cause else { throw error }
            #expect(violations.map(\.pointer) == ["/price"])
            #expect(violations.map(\.line) == [60])
        }
        client.configuration.validatesResponses = false
        #expect(try await client.putOrder(number: 1, body: order).price == 19.999)
    }

    @Test func whatIsOnlyWrittenNeedNotBeInResponses() {
        let value: JSONValue = ["id": "1", "email": "a@example.com", "price": 1, "payment": ["kind": "Transfer"]]
        let schemas = Constraints.schemas
        #expect(schemas.violations(of: value, against: "#/$defs/Order", in: .responses).isEmpty)
        #expect(schemas.violations(of: value, against: "#/$defs/Order", in: .requests).map(\.message) == ["the member 'secret' is missing"])
    }

    @Test func whatTypesSayIsNotCheckedAgain() {
        #expect(Constraints.Operations.plain.schemas == nil)
        #expect(Constraints.Operations.plain.responses[0].schema == nil)
        #expect(Constraints.schemas.problems.isEmpty)
    }
}

private struct Service: Constraints.Server {
    func putOrder(number: Int, tags: [String]?, xReason: String?, body: Constraints.Order) async throws -> Constraints.Order { body }
    func postNote(body: String) async throws {}
    func plain() async throws -> Constraints.PlainResponse { Constraints.PlainResponse() }
}

private struct NumberService: Constraints3.Server {
    func postNumbers(body: Constraints3.Numbers) async throws {}
}
