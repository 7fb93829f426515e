#if StatusService
import APIRuntime
import Features
import HTTPTypes
import Testing

/// `Specs/Features/forms.yaml` on sockets: what the generated client writes, and what the generated server reads and refuses.
@Suite(.timeLimit(.minutes(1)))
struct FormsWireTests {
    private static let order = FormsService.order
    private static let writtenOrder = [
        "name=a+%26+b", "address=%7B%22street%22%3A%22x%22%2C%22zip%22%3A%221%22%7D", "tags=a", "tags=b", "words=x%20y",
        "parts=%7B%22number%22%3A1%7D", "parts=%7B%22number%22%3A2%7D", "matrix=%5B1%2C2%5D", "matrix=%5B3%5D",
        "size%5Bwidth%5D=2", "size%5Bheight%5D=3", "red=1",
    ]

    /// OpenAPI 3.1.1, section 4.8.14.4: objects as JSON text, arrays as repeated pairs, brackets only where the document has `deepObject`.
    @Test(arguments: ClientAdapter.allCases) func aFormHasTheDefaultsOfTheSpecification(adapter: ClientAdapter) async throws {
        let answer = ScriptedServer.Answer.response(
            "200 OK", ["Content-Type: application/json"], body: #"{"name":"a","address":{"street":"x"}}"#)
        try await withScriptedServer({ _ in answer }) { server in
            _ = try await Forms.Client(serverURL: "http://127.0.0.1:\(server.port)", transport: adapter.transport)
                .addOrder(body: Self.order)
            let pairs = server.requests.first?.body.split(separator: "&").map(String.init)
            #expect(pairs == Self.writtenOrder)
        }
        try await withRunningServer(FormsService().router()) { url in
            let read = try await Forms.Client(serverURL: url, transport: adapter.transport).addOrder(body: Self.order)
            #expect(read == Self.order)
        }
    }

    @Test(arguments: ClientAdapter.allCases) func aFormInAResponseHasItsStyles(adapter: ClientAdapter) async throws {
        let answer = try await answer("GET /orders")
        #expect(answer.split(separator: "\r\n").last == Substring(Self.writtenOrder.joined(separator: "&")))
        try await withRunningServer(FormsService().router()) { url in
            let read = try await Forms.Client(serverURL: url, transport: adapter.transport).order()
            #expect(read == Self.order)
        }
    }

    @Test(arguments: [
        ("name=a&address=%7B%22street%22%3A%22x%22%7D", 200), ("name=a&address[street]=x", 200),
        ("name=a&address=%7B%22street%22%3A%22x%22%2C%22town%22%3A%22y%22%7D", 400),
        ("name=a&address[street]=x&address[town]=y", 400),
        ("name=a&address=%7B%22street%22%3A%22x%22%7D&parts=%7B%22number%22%3A1%2C%22more%22%3A2%7D", 400),
        ("name=a&address=x", 400), ("name=a&address[street]=x&tags=one&matrix=[1]", 200),
    ])
    func aMemberOfAFormIsReadAsItsSchemaSays(body: String, status: Int) async throws {
        let answer = try await answer(
            "POST /orders", ["Content-Type: application/x-www-form-urlencoded"], body: body)
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer)")
    }

    /// OpenAPI 3.1.1, section 4.8.15.1.2: styles in a multipart body.
    @Test(arguments: ClientAdapter.allCases) func aStyleOfAPartIsFollowed(adapter: ClientAdapter) async throws {
        let form = Forms.UploadBodyForm(
            image: .init(file: MultipartFile(HTTPBody("png"), filename: "a.png"), xWidth: 7, xRatios: [0.5, 2]),
            parts: [.init(number: 1), .init(number: 2)],
            notes: [.init(value: "eins", contentLanguage: "de"), .init(value: "one")], title: "t", tags: ["a", " b&c"],
            words: ["x", "y"],
            size: .init(width: 2, height: 3), color: .init(red: 1, blue: 4), flags: [true, false], matrix: [[1, 2], [3]],
            additionalProperties: ["z": 1, "y": 2])
        try await withScriptedServer({ _ in .response("200 OK", ["Content-Type: text/plain"], body: "ok") }) { server in
            _ = try await Forms.Client(serverURL: "http://127.0.0.1:\(server.port)", transport: adapter.transport)
                .upload(body: form)
            #expect(partsOf(server.requests.first?.body ?? "") == Self.writtenParts)
        }
        try await withRunningServer(FormsService().router()) { url in
            let read = try await Forms.Client(serverURL: url, transport: adapter.transport).upload(body: form)
            #expect(read == "a.png 7 [0.5, 2.0] 1,2 eins=de,one=- t a, b&c x,y 2x3 1/4 true,false [[1, 2], [3]] y=2,z=1")
        }
    }

    private static let writtenParts = [
        "image; filename=\"a.png\"|content-type: image/png|x-width: 7|x-ratios: 0.5,2|png",
        "parts|content-type: application/json|{\"number\":1}", "parts|content-type: application/json|{\"number\":2}",
        "notes|content-language: de|eins", "notes|one", "title|content-type: application/json|\"t\"", "tags|a, b&c", "words|x|y",
        "size[width]|2", "size[height]|3", "red|1", "blue|4", "flags|true", "flags|false",
        "matrix|content-type: application/json|[1,2]", "matrix|content-type: application/json|[3]", "y|2", "z|1",
    ]

    /// Each part as its name, its other header fields, and its body.
    private func partsOf(_ body: String) -> [String] {
        let boundary = body.prefix { $0 != "\r\n" }
        return body.split(separator: boundary).dropLast().map { part in
            let lines = part.split(separator: "\r\n", omittingEmptySubsequences: true)
            let name = lines[0].replacing("content-disposition: form-data; name=\"", with: "").replacing(
                "\"", with: "", maxReplacements: 1)
            return ([String(name)] + lines.dropFirst().map { String($0) }).joined(separator: "|")
        }
    }

    private static let image = part("image", "png", ["X-Width: 7"])
    private static let one = part("parts", "{\"number\":1}")
    private static let more = part("parts", "{\"number\":1,\"more\":2}")

    private static let uploads: [(parts: [String], status: Int)] = [
        ([image, one], 200), ([image, one, part("tags", "a,b"), part("count", "3")], 200),
        ([image, one, part("size[width]", "2"), part("red", "1")], 200), ([one], 400), ([part("image", "png"), one], 400),
        ([part("image", "png", ["X-Width: wide"]), one], 400), ([image, one, part("count", "three")], 400),
        ([image, one, part("count", "3"), part("count", "4")], 400), ([image, more], 400), ([image, one, more], 400),
        ([image, one, part("size[depth]", "2")], 200), ([part("image", "png", ["X-Width: 10"]), one], 400),
        ([image, one, part("files", "1"), part("files", "2")], 200),
        ([image, one, part("files", "1"), part("files", "2"), part("files", "3")], 400),
        ([image, one, part("pages", "7"), part("first", "{\"number\":1}")], 200), ([image, one, part("pages", "many")], 400),
        ([image, one, part("pages", "null"), part("first", "null")], 200),
        ([image, one, part("first", "null", ["Content-Type: application/json"])], 200), ([image, one, part("title", "null")], 200),
    ]

    @Test(arguments: uploads) func partsAreReadAsTheirSchemasSay(upload: (parts: [String], status: Int)) async throws {
        let answer = try await answer("POST /uploads", [Self.multipart], body: Self.body(upload.parts))
        #expect(answer.hasPrefix("HTTP/1.1 \(upload.status) "), "\(answer)")
    }

    @Test func furtherPartsAreKept() async throws {
        let parts = Self.body([
            Self.part("subject", "s"), Self.part("b", "1", ["X-A: 1"]), Self.part("a", "2"), Self.part("b", "3"),
        ])
        let attached = try await answer("POST /attachments", [Self.multipart], body: parts)
        #expect(attached.hasSuffix(#"["b","a","b"]"#), "\(attached)")
        let files = try await answer("POST /files", [Self.multipart], body: parts)
        #expect(files.hasSuffix(#"["a","b","b","subject"]"#), "\(files)")
    }

    @Test(arguments: ClientAdapter.allCases) func furtherPartsAreSent(adapter: ClientAdapter) async throws {
        try await withRunningServer(FormsService().router()) { url in
            let client = Forms.Client(serverURL: url, transport: adapter.transport)
            let more = [
                MultipartPart(name: "b", filename: "b.txt", body: HTTPBody("1")), MultipartPart(name: "a", body: HTTPBody("2")),
            ]
            let attached = try await client.attach(body: .init(subject: "s", additionalProperties: more))
            #expect(attached == ["b", "a"])
            let files = ["x": [MultipartFile(HTTPBody("1")), MultipartFile(HTTPBody("2"))], "w": [MultipartFile(HTTPBody("3"))]]
            let names = try await client.addFiles(body: .init(additionalProperties: files))
            #expect(names == ["w", "x", "x"])
        }
    }

    private static let multipart = "Content-Type: multipart/form-data; boundary=b"

    private static func part(_ name: String, _ body: String, _ fields: [String] = []) -> String {
        (["--b", "Content-Disposition: form-data; name=\"\(name)\""] + fields + ["", body, ""]).joined(separator: "\r\n")
    }

    private static func body(_ parts: [String]) -> String {
        parts.joined() + "--b--\r\n"
    }

    private static let closedBodies: [(mediaType: String, body: String, status: Int)] = [
        ("application/json", "{\"a\":\"1\"}", 204), ("application/json", "{\"a\":\"1\",\"x\":\"2\"}", 400),
        ("application/json", "{}", 400),
        ("application/x-www-form-urlencoded", "a=1", 204), ("application/x-www-form-urlencoded", "a=1&x=2", 400),
        ("application/x-www-form-urlencoded", "a=1&b=2&c=3", 400), ("application/x-www-form-urlencoded", "x=2", 400),
        ("multipart/form-data; boundary=b", body([part("a", "1")]), 204),
        ("multipart/form-data; boundary=b", body([part("a", "1"), part("x", "2")]), 400),
        ("multipart/form-data; boundary=b", body([part("a", "1"), part("b", "2"), part("c", "3")]), 400),
        ("multipart/form-data; boundary=b", body([part("x", "1")]), 400),
        ("multipart/form-data; boundary=b", "--b--\r\n", 400),
        ("application/xml", "<Closed><a>1</a></Closed>", 204), ("application/xml", "<Closed><a>1</a><x>2</x></Closed>", 400),
        ("application/xml", "<Closed/>", 400),
    ]

    @Test(arguments: closedBodies)
    func aClosedObjectIsClosedInEveryBody(example: (mediaType: String, body: String, status: Int)) async throws {
        let answer = try await answer("POST /closed", ["Content-Type: \(example.mediaType)"], body: example.body)
        #expect(answer.hasPrefix("HTTP/1.1 \(example.status) "), "\(answer)")
    }

    @Test(arguments: [
        ("/closed", "", 204), ("/closed?deep[a]=1", "", 204), ("/closed?deep[a]=1&deep[x]=2", "", 400),
        ("/closed?deep[a]=1&deep[b]=2&deep[c]=3", "", 400), ("/closed?deep[x]=1", "", 400), ("/closed?pairs=a,1", "", 204),
        ("/closed?pairs=a,1,x,2", "", 400), ("/closed?offset=1&pairs=a,1", "", 204), ("/closed?offset=1&x=2", "", 400),
        ("/closed?x=2", "", 400), ("/closed?json=%7B%22a%22:%221%22%7D", "", 204),
        ("/closed?json=%7B%22a%22:%221%22,%22x%22:1%7D", "", 400), ("/closed", "X-Pairs: a,1", 204),
        ("/closed", "X-Pairs: a,1,x,2", 400),
        ("/closed", "Cookie: pairs=a,1", 204), ("/closed", "Cookie: pairs=a,1,x,2", 400), ("/closed/a,1", "", 204),
        ("/closed/a,1,x,2", "", 404),
    ])
    func aClosedObjectIsClosedInEveryParameter(target: String, field: String, status: Int) async throws {
        let answer = try await answer("GET \(target)", field.isEmpty ? [] : [field])
        #expect(answer.hasPrefix("HTTP/1.1 \(status) "), "\(answer)")
    }

    @Test(arguments: [
        ("x=1&page%5Bwidth%5D=2&limit=3&y%5Bz%5D=5", #"["x=1","y[z]=5","2","3","-","-"]"#), ("quick", #"["-","-","true","-"]"#),
        ("quick=&limit=1", #"["-","1","true","-"]"#), ("quick=false", #"["-","-","false","-"]"#),
        ("ids=", #"["-","-","-","[]"]"#), ("ids=1&ids=2", #"["-","-","-","[1, 2]"]"#),
    ])
    func aFreeObjectLeavesWhatOthersOwn(query: String, end: String) async throws {
        let answer = try await answer("GET /things?\(query)")
        #expect(answer.hasSuffix(end), "\(answer)")
    }

    @Test(arguments: ClientAdapter.allCases) func anEmptyArrayIsAnEmptyValue(adapter: ClientAdapter) async throws {
        try await withRunningServer(FormsService().router()) { url in
            let client = Forms.Client(serverURL: url, transport: adapter.transport)
            let empty = try await client.listThings(ids: [])
            #expect(empty == ["-", "-", "-", "[]"])
            let absent = try await client.listThings()
            #expect(absent == ["-", "-", "-", "-"])
        }
    }

    /// RFC 9110, section 5.3: lines of `Set-Cookie` cannot be joined.
    @Test(arguments: ClientAdapter.allCases) func eachCookieIsALine(adapter: ClientAdapter) async throws {
        let raw = try await answer("POST /login")
        #expect(raw.lowercased().components("\r\nset-cookie: ") == FormsService.cookies.map { $0.lowercased() })
        try await withRunningServer(FormsService().router()) { url in
            let cookies = try await Forms.Client(serverURL: url, transport: adapter.transport).login().setCookie
            #expect(cookies == FormsService.cookies)
        }
    }

    private func answer(_ line: String, _ fields: [String] = [], body: String = "") async throws -> String {
        let length = line.hasPrefix("GET") || body.isEmpty ? [] : ["Content-Length: \(body.utf8.count)"]
        return try await rawResponse(FormsService().router(), ["\(line) HTTP/1.1"] + length + fields, body: body)
    }
}

extension String {
    /// What stands behind each occurrence of a text, to the end of its line.
    fileprivate func components(_ mark: String) -> [String] {
        split(separator: mark, omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != "\r\n" }) }
    }
}
#endif
