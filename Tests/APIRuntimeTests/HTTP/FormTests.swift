import APIRuntimeTesting
import Testing

@testable import APIRuntime

struct FormTests {
    private static let post = APIOperation(
        id: "post", method: "POST", path: "/form",
        requestBody: RequestBodyDescription(
            ["application/x-www-form-urlencoded", "multipart/form-data"], required: true,
            encoding: [
                Parameter("ids", in: .query, style: .form, explode: false, shape: .array),
                Parameter("a", in: .query, content: "application/json"),
                Parameter("rows", in: .query, content: "application/json", shape: .array),
            ]),
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

    private func call() -> OperationCall {
        OperationCall(Self.post, ClientConfiguration(serverURL: "http://example.org", transport: Self.transport))
    }

    @Test func aFormIsReadAsItWasSent() async throws {
        var call = call()
        call.body(
            form: ["a": ["b": JSONValue.string("c & d")], "ids": ["1", "2"], "text": "x+y=ü", "rows": [["b": "1"]]]
                as [String: JSONValue])
        let response = try await call.send()
        #expect(response.status == 200)
        let read = try response.json([String: JSONValue].self)
        #expect(read == ["a": ["b": "c & d"], "ids": ["1", "2"], "text": "x+y=ü", "rows": [["b": "1"]]])
    }

    @Test func aMultipartFormIsReadByTheNamesOfItsFields() async throws {
        var call = call()
        call.body(
            multipart: MultipartParts([
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

    /// OpenAPI 3.1.1, section 4.8.15.1: objects as JSON, lists as repeated pairs. Brackets are read all the same.
    @Test(arguments: [
        "points=%7B%22x%22%3A2%7D&points=%7B%22x%22%3A3%7D", "points[0][x]=2&points[1][x]=3",
    ])
    func objectsAreReadInBothSpellings(text: String) throws {
        let form = try FormReader(encoding: []).read([String: [[String: Int]]].self, from: Substring(text)).value
        #expect(form == ["points": [["x": 2], ["x": 3]]])
        let written = try FormWriter(encoding: []).write(try JSONValue(representing: form))
        #expect(written == "points=%7B%22x%22%3A2%7D&points=%7B%22x%22%3A3%7D")
    }

    @Test func aLargeFormKeepsItsOrder() throws {
        let pairs = (0..<3000).map { "a\($0 % 1000)=\($0)&b[\($0 % 1000)][x]=\($0)&c[y\($0 % 1000)]=\($0)" }
        guard case .members(let members) = try FormReader(encoding: []).read(Substring(pairs.joined(separator: "&"))) else {
            Issue.record("a form is an object")
            return
        }
        let lists = (0..<1000).map { TextTree.list([.text("\($0)"), .text("\($0 + 1000)"), .text("\($0 + 2000)")]) }
        #expect(members.map(\.name) == ["a0", "b", "c"] + (1..<1000).map { "a\($0)" })
        #expect(members[0].value == lists[0] && members.dropFirst(3).map(\.value) == Array(lists.dropFirst()))
        #expect(members[1].value == .list(lists.map { .members([TextMember(name: "x", value: $0)]) }))
        #expect(members[2].value == .members(lists.enumerated().map { TextMember(name: "y\($0)", value: $1) }))
    }

    /// What was sent is kept where the type has not read all of it, because a closed schema refuses such members.
    @Test(arguments: [("a=1&b=2", true), ("a=1&c=2", false), ("c=2", false), ("b[d]=1", true), ("b[c]=1", false), ("", true)])
    func whatWasSentIsKeptIfTheTypeLacksSomeOfIt(text: String, isRead: Bool) throws {
        let (_, sent) = try FormReader(encoding: []).read(Pair.self, from: Substring(text))
        #expect((sent == nil) == isRead)
        #expect(try sent == nil || sent == FormReader(encoding: []).read(Substring(text)))
    }

    private struct Pair: JSONCodable {
        var a: String?
        var b: Inner?
        private static let keys = JSONKeys("a? b?")

        init(reading json: inout JSONReader) throws(JSONError) {
            var object = try json.beginObject(Self.keys)
            while let key = json.nextKey(in: &object) {
                switch key {
                case 0: json.read(ifPresent: &a)
                case 1: json.read(ifPresent: &b)
                default: json.skip()
                }
            }
            guard !json.hasFailed else { throw json.failure(in: object) }
        }

        func write(to json: inout JSONWriter) {
            json.beginObject()
            json.member("a", ifPresent: a)
            json.member("b", ifPresent: b)
            json.endObject()
        }
    }

    private struct Inner: JSONCodable {
        var d: String?
        private var isText = false
        private static let keys = JSONKeys("d?")

        init(reading json: inout JSONReader) throws(JSONError) {
            guard try json.peekKind() == .object else {
                d = try json.string()
                isText = true
                return
            }
            var object = try json.beginObject(Self.keys)
            while let key = json.nextKey(in: &object) {
                if key == 0 { json.read(ifPresent: &d) } else { json.skip() }
            }
            guard !json.hasFailed else { throw json.failure(in: object) }
        }

        func write(to json: inout JSONWriter) {
            if isText, let d { return d.write(to: &json) }
            json.beginObject()
            json.member("d", ifPresent: d)
            json.endObject()
        }
    }

    @Test func anObjectWithoutEncodingIsJSONText() throws {
        let written = try FormWriter(encoding: []).write(["point": ["x": 2], "a b": nil, "text": "{}"])
        #expect(written == "point=%7B%22x%22%3A2%7D&text=%7B%7D")
    }

    @Test func aPartWithoutMediaTypeIsReadAsItsTypeSays() async throws {
        #expect(try await MultipartPart(name: "a", body: HTTPBody("{\"x\":1}")).value([String: Int].self) == ["x": 1])
        #expect(try await MultipartPart(name: "a", body: HTTPBody("{\"x\":1}")).value(String.self) == "{\"x\":1}")
        #expect(try await MultipartPart(name: "a", body: HTTPBody("7")).value(Int.self) == 7)
        await #expect(throws: (any Error).self) {
            try await MultipartPart(name: "a", mediaType: "text/plain", body: HTTPBody("{}")).value([String: Int].self)
        }
    }
}
