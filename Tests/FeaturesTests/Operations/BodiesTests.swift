import APIRuntime
import APIRuntimeTesting
import Features
import HTTPTypes
import Testing

/// `Specs/Features/bodies.yaml`: every kind of body there and back.
struct BodiesTests {
    private let recorder = RecordingTransport(InProcessTransport(Echo().router()))
    private var client: Bodies.Client { Bodies.Client(serverURL: "http://example.org", transport: recorder) }
    private let note = Bodies.Note(title: "ü", done: true)

    @Test func json() async throws {
        #expect(try await client.json(body: note) == note)
        #expect(recorder.exchanges.last?.response.head.headerFields[.contentType] == "application/hal+json")
    }

    @Test func aBodyThatMayBeAbsent() async throws {
        guard case .ok(let answer) = try await client.optionalJSON(body: note) else { throw Unexpected() }
        #expect(answer == note)
        guard case .noContent = try await client.optionalJSON() else { throw Unexpected() }
    }

    @Test func aFormOrOneOfSeveralBodiesMayBeAbsent() async throws {
        #expect(try await client.optionalForm(body: .init(title: "x")) == "x")
        #expect(try await client.optionalForm() == "none")
        #expect(try await client.optionalChoice(body: .text("y")) == "y")
        #expect(try await client.optionalChoice() == "none")
    }

    @Test func aFormIsEncodedAsTheDocumentSays() async throws {
        let said = try await client.form(body: .init(title: "a & b", tags: ["x", "y"], pages: [1, 2], note: note))
        #expect(said == "a & b x,y 1,2 ü true")
        let body = try await recorder.exchanges.last?.request.body?.collect(upTo: 1 << 10)
        #expect(
            String(decoding: body ?? [], as: UTF8.self)
                == "title=a+%26+b&tags=x%7Cy&pages=1&pages=2&note=%7B%22title%22%3A%22%C3%BC%22%2C%22done%22%3Atrue%7D")
    }

    @Test func aMultipartFormHasTypedParts() async throws {
        let form = Bodies.MultipartBodyForm(
            title: "Holidays", count: 2, note: note, labels: ["a", "b"],
            file: MultipartFile(HTTPBody("bytes"), filename: "a \"b\".bin"),
            photos: [MultipartFile(HTTPBody("1"), filename: "1.jpg", mediaType: "image/jpeg"), MultipartFile(HTTPBody("2"))],
            icon: MultipartFile(HTTPBody("png")))
        let said = try await client.multipart(body: form)
        #expect(said == "Holidays 2 ü a,b a \"b\".bin=bytes 1.jpg=1;file=2 image/png")
    }

    @Test func aFormWithoutANeededPartIsRefused() async throws {
        var call = OperationCall(Bodies.Operations.multipart, client.configuration)
        call.body(multipart: MultipartParts([MultipartPart(name: "title", body: HTTPBody("x"))]))
        let response = try await call.send()
        #expect(response.status == 400)
        #expect(recorder.exchanges.last?.response.head.status == .badRequest)
    }

    @Test func partsWithoutADescriptionAreHandedOn() async throws {
        let parts = try await client.mixed(
            body: MultipartParts([MultipartPart(headers: [.contentType: "text/x"], body: HTTPBody("1"))]))
        var texts: [String] = []
        for try await part in parts { texts.append(String(decoding: try await part.body.collect(upTo: 10), as: UTF8.self)) }
        #expect(texts == ["1"])
    }

    @Test func textAndBytesStayAsTheyAre() async throws {
        #expect(try await client.text(body: "ü\n") == "ü\n")
        #expect(try await client.bytes(body: HTTPBody([0, 255])).collect(upTo: 10) == [0, 255])
    }

    @Test func severalMediaTypesOfOneBody() async throws {
        guard case .json(let answer) = try await client.several(body: .json(note)) else { throw Unexpected() }
        #expect(answer == note)
        guard case .text(let text) = try await client.several(body: .text("plain"), accept: .text) else {
            throw Unexpected()
        }
        #expect(text == "plain")
        guard case .json(let xml) = try await client.several(body: .xml(note)) else { throw Unexpected() }
        #expect(xml == note)
    }

    @Test func aMediaTypeThatNobodyAcceptsIsRefused() async throws {
        let error = await #expect(throws: Bodies.SeveralError.self) {
            try await client.with { $0.headers[.accept] = "image/png" }.several(body: .json(note))
        }
        guard case .other(let status, _, _) = error else { throw Unexpected() }
        #expect(status == 406)
    }
}

struct Unexpected: Error {}

private struct Echo: Bodies.Server {
    func json(body: Bodies.Note) async throws -> Bodies.Note { body }

    func optionalJSON(body: Bodies.Note?) async throws -> Bodies.OptionalJSONResponse {
        body.map { .ok($0) } ?? .noContent
    }

    func form(body: Bodies.FormBody) async throws -> String {
        "\(body.title) \((body.tags ?? []).joined(separator: ",")) \((body.pages ?? []).map(String.init).joined(separator: ","))"
            + (body.note.map { " \($0.title) \($0.done ?? false)" } ?? "")
    }

    func multipart(body: MultipartBody<Bodies.MultipartBodyForm>) async throws -> String {
        let form = try await body.form()
        let photos = form.photos ?? []
        var names: [String] = []
        for photo in photos { names.append("\(photo.filename ?? "")=\(try await text(photo.body))") }
        return "\(form.title) \(form.count ?? 0) \(form.note?.title ?? "") \((form.labels ?? []).joined(separator: ",")) "
            + "\(form.file.filename ?? "")=\(try await text(form.file.body)) \(names.joined(separator: ";")) \(form.icon?.mediaType ?? "")"
    }

    func mixed(body: MultipartParts) async throws -> MultipartParts {
        MultipartParts(try await body.collect(upTo: 1 << 10))
    }

    func text(body: String) async throws -> String { body }

    func bytes(body: HTTPBody) async throws -> HTTPBody { body }

    func xml(body: Bodies.Note) async throws -> Bodies.Note { body }

    func several(body: Bodies.SeveralBodyContent, accept: AcceptedMediaTypes) async throws -> Bodies.SeveralResponseContent {
        let note: Bodies.Note
        switch body {
        case .json(let json), .textJSON(let json): note = json
        case .text(let text): note = Bodies.Note(title: text)
        case .xml(let xml): note = xml
        }
        return accept.best(of: ["application/json", "text/plain"]) == "text/plain" ? .text(note.title) : .json(note)
    }

    func optionalForm(body: MultipartBody<Bodies.OptionalFormBodyForm>?) async throws -> String {
        try await body?.form().title ?? "none"
    }

    func optionalChoice(body: Bodies.OptionalChoiceBodyContent?) async throws -> String {
        switch body {
        case .json(let note): note.title
        case .text(let text): text
        case nil: "none"
        }
    }

    func problem(describing failure: RequestFailure) -> Bodies.Problem { Bodies.Problem(detail: failure.message) }

    private func text(_ body: HTTPBody) async throws -> String {
        String(decoding: try await body.collect(upTo: 1 << 10), as: UTF8.self)
    }
}
