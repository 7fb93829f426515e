import APIRuntime
import APIRuntimeTesting
import Testing

struct FormTests {
    private static let post = APIOperation(
        id: "post", method: "POST", path: "/form",
        requestBody: RequestBodyDescription(
            ["application/x-www-form-urlencoded", "multipart/form-data"], required: true,
            encoding: [Parameter("ids", in: .query, style: .form, explode: false, shape: .array)]),
        responses: [ResponseDescription("200", ["application/json"])])

    private static var transport: InProcessTransport {
        var router = Router()
        router.add(post) { request in
            switch try request.mediaType() {
            case "multipart/form-data":
                let form = try await request.multipart()
                let count = try await form.value("count", as: Int.self)
                let tags = try await form.values("tag", of: String.self)
                let box = try await form.value("box", ifPresent: [String: Int].self)
                return .json(200, ["\(count)", "\(tags)", "\(box ?? [:])", form.part("file")?.filename ?? "none"])
            default:
                return .json(200, try await request.form([String: JSONValue].self))
            }
        }
        return InProcessTransport(router, chunkSize: 5)
    }

    private func call() -> OperationCall<Things.Failure> {
        OperationCall(Self.post, ClientConfiguration(serverURL: "http://example.org", transport: Self.transport))
    }

    @Test func aFormIsReadAsItWasSent() async throws {
        var call = call()
        call.body(form: ["a": ["b": JSONValue.string("c & d")], "ids": ["1", "2"], "text": "x+y=ü"] as [String: JSONValue])
        let response = try await call.send()
        #expect(response.status == 200)
        let read = try response.json([String: JSONValue].self)
        #expect(read == ["a": ["b": "c & d"], "ids": ["1", "2"], "text": "x+y=ü"])
    }

    @Test func aMultipartFormIsReadByTheNamesOfItsFields() async throws {
        var call = call()
        call.body(multipart: MultipartParts([
            try MultipartPart(name: "count", value: 3), MultipartPart(name: "tag", body: HTTPBody("a")),
            MultipartPart(name: "tag", body: HTTPBody("b")), try MultipartPart(name: "box", value: ["x": 1]),
            MultipartPart(name: "file", filename: "a.txt", mediaType: "text/plain", body: HTTPBody("text")),
        ]))
        let response = try await call.send()
        #expect(try response.json([String].self) == ["3", "[\"a\", \"b\"]", "[\"x\": 1]", "a.txt"])
    }

    @Test func aMissingPartIsNamed() async throws {
        var call = call()
        call.body(multipart: MultipartParts([MultipartPart(name: "tag", body: HTTPBody("a"))]))
        let response = try await call.send()
        #expect(response.status == 400)
        #expect(try response.text().contains("the part 'count' is missing"))
    }
}
