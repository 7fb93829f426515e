import APIRuntime
import APIRuntimeTesting
import Features
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
        var router = Service().router()
        router.validatesRequests = validates
        var head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path)
        head.headerFields[.contentType] = mediaType
        head.headerFields[HTTPField.Name("X-Reason")!] = reason
        let response = await router.respond(to: RequestMessage(head: head, body: HTTPBody(body)))
        let bytes = try await response.body.collect(upTo: 1 << 20)
        return (response.head.status.code, (try? JSONValue(json: bytes)) ?? .null)
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
                " dependentRequired 116", "/secret minLength 94", "/email format 95", "/price multipleOf 99", "/flag maxLength 103",
                "/payment/digits minLength 127", "/parent/lines minItems 106", "/parent required 91",
            ])
        let detail = answer.body["detail"]?.string ?? ""
        #expect(detail.contains("/price: 0.001 is not a multiple of 0.01 (line 99 of the document)"))
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

    /// A text of five characters has twenty bytes at most.
    @Test(arguments: [(5, 204), (6, 413)]) func textThatCannotBeValidIsNotRead(count: Int, status: Int) async throws {
        let body = String(repeating: "😀", count: count)
        #expect(try await answer(.post, "/notes", body, as: "text/plain").status == status)
        #expect(try await answer(.post, "/notes", body, as: "text/plain", validates: false).status == 204)
    }

    @Test(
        arguments: [
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
        ("application/json", #""abc""#, 204), ("application/json", #""ab""#, 400), ("text/json", #""ab""#, 204),
        ("text/json", #""abc""#, 400),
        ("text/plain", "12", 204), ("text/plain", "1a", 400), ("application/xml", "<a/>", 204),
    ])
    func eachMediaTypeHasItsOwnSchema(mediaType: String, body: String, status: Int) async throws {
        #expect(try await answer(.post, "/several", body, as: mediaType).status == status)
    }

    @Test func itemsOfStreamsAreChecked() async throws {
        let lines = #"{"value":1}"# + "\n" + #"{"value":-1}"#
        let answer = try await answer(.post, "/measurements", lines, as: "application/jsonl")
        #expect(answer.status == 400)
        #expect(answer.body["violations"]?[0]?["pointer"]?.string == "/value")
        #expect(try await self.answer(.post, "/measurements", lines, as: "application/jsonl", validates: false).status == 200)
    }

    @Test func clientsCheckEventsInTestsAndWhereTheyAreTold() async throws {
        let transport = MockTransport { _ in
            let head = HTTPResponse(status: .ok, headerFields: [.contentType: "text/event-stream"])
            return ResponseMessage(head: head, body: HTTPBody("data: {\"value\":1}\n\ndata: {\"value\":-1}\n\n"))
        }
        var client = Constraints.Client(serverURL: "http://localhost", transport: transport)
        var values: [Int] = []
        do {
            for try await measurement in try await client.postMeasurements(body: JSONLines(measurements())) {
                values.append(measurement.value)
            }
            Issue.record("the second event does not fit")
        } catch let error as CallError {
            guard case .invalid(_, let violations) = error.cause, error.status == 200 else { throw error }
            #expect(violations.map(\.pointer) == ["/value"])
        }
        #expect(values == [1])
        client.configuration.validatesResponses = false
        for try await measurement in try await client.postMeasurements(body: JSONLines(measurements())) {
            values.append(measurement.value)
        }
        #expect(values == [1, 1, -1])
    }

    @Test(
        arguments: [
            (["title": ["ab"]], []), (["title": ["a"]], ["/title minLength"]),
            (["title": ["ab"], "count": ["6"]], ["/count maximum"]),
            (["title": ["ab"], "labels": ["a", "B", "c"]], ["/labels maxItems", "/labels/1 pattern"]),
            (["title": ["ab"], "more": ["1"]], ["/more additionalProperties"]), (["title": ["ab"], "photo": ["x"]], []),
        ] as [([String: [String]], [String])])
    func partsOfFormsAreChecked(fields: [String: [String]], expected: [String]) async throws {
        let parts = fields.flatMap { name, texts in
            texts.map { "--x\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\($0)\r\n" }
        }
        let body = parts.joined() + "--x--\r\n"
        let answer = try await answer(.post, "/form", body, as: "multipart/form-data; boundary=x")
        let violations = answer.body["violations"]?.array ?? []
        #expect(Set(violations.map { "\($0["pointer"]?.string ?? "") \($0["keyword"]?.string ?? "")" }) == Set(expected))
        #expect(answer.status == (expected.isEmpty ? 204 : 400))
        #expect(try await self.answer(.post, "/form", body, as: "multipart/form-data; boundary=x", validates: false).status == 204)
    }

    @Test(arguments: [
        (#"{"above":1}"#, 400), (#"{"above":1.01}"#, 204), (#"{"below":5}"#, 400), (#"{"upTo":5}"#, 204), (#"{"upTo":5.5}"#, 400),
        (#"{"choice":null}"#, 204), (#"{"choice":"c"}"#, 400), (#"{"short":null}"#, 204), (#"{"short":"abcd"}"#, 400),
    ])
    func keywordsOfOpenAPI30KeepTheirMeaning(body: String, status: Int) async throws {
        var head = HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/numbers")
        head.headerFields[.contentType] = "application/json"
        let response = await NumberService().router().respond(to: RequestMessage(head: head, body: HTTPBody(body)))
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
            guard case .invalid(_, let violations) = error.cause, error.status == 200 else { throw error }
            #expect(violations.map(\.pointer) == ["/price"])
            #expect(violations.map(\.line) == [99])
        }
        client.configuration.validatesResponses = false
        #expect(try await client.putOrder(number: 1, body: order).price == 19.999)
    }

    @Test func whatIsOnlyWrittenNeedNotBeInResponses() {
        let value: JSONValue = ["id": "1", "email": "a@example.com", "price": 1, "payment": ["kind": "Transfer"]]
        let schemas = Constraints.schemas
        #expect(schemas.violations(of: value, against: "#/$defs/Order", in: .responses).isEmpty)
        #expect(
            schemas.violations(of: value, against: "#/$defs/Order", in: .requests).map(\.message) == [
                "the member 'secret' is missing"
            ])
    }

    @Test func whatTypesSayIsNotCheckedAgain() {
        #expect(Constraints.Operations.plain.schemas == nil)
        #expect(Constraints.Operations.plain.responses[0].schemas.isEmpty)
        #expect(Constraints.schemas.problems.isEmpty)
    }
}

private struct Service: Constraints.Server {
    func putOrder(number: Int, tags: [String]?, xReason: String?, body: Constraints.Order) async throws -> Constraints.Order {
        body
    }
    func postNote(body: String) async throws {}
    func plain() async throws -> Constraints.PlainResponse { Constraints.PlainResponse() }
    func postSeveral(body: Constraints.PostSeveralBodyContent) async throws {}
    func postForm(body: MultipartBody<Constraints.PostFormBodyForm>) async throws { _ = try await body.form() }

    func postMeasurements(body: JSONLines<Constraints.Measurement>) async throws -> JSONEvents<Constraints.Measurement> {
        var values: [Constraints.Measurement] = []
        for try await value in body { values.append(value) }
        return JSONEvents(measurements(values))
    }
}

private func measurements(_ values: [Constraints.Measurement] = []) -> AsyncStream<Constraints.Measurement> {
    AsyncStream { stream in
        for value in values { stream.yield(value) }
        stream.finish()
    }
}

private struct NumberService: Constraints3.Server {
    func postNumbers(body: Constraints3.Numbers) async throws {}
}
