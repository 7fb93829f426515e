import APIRuntime
import APIRuntimeTesting
import HTTPTypes

/// A small API as generated code would describe it, for the tests of what every API has in common.
enum Things {
    static let schemes: [SecurityScheme] = [
        SecurityScheme("key", .apiKey(in: .header, name: "X-Key")),
        SecurityScheme("query", .apiKey(in: .query, name: "api_key")),
        SecurityScheme("cookie", .apiKey(in: .cookie, name: "session")),
        SecurityScheme("basic", .http("basic")),
        SecurityScheme("bearer", .http("bearer")),
    ]

    static let get = APIOperation(
        id: "getThing", method: "GET", path: "/things/{id}",
        parameters: [
            Parameter("id", in: .path, required: true),
            Parameter("limit", in: .query),
            Parameter("tags", in: .query, shape: .array),
            Parameter("filter", in: .query, style: .deepObject, shape: .object),
            Parameter("where", in: .query, content: "application/json"),
            Parameter("X-Ids", in: .header, shape: .array),
            Parameter("visit", in: .cookie),
        ],
        responses: [ResponseDescription("200", ["application/json"]), ResponseDescription("4XX", ["text/plain"])])

    static let put = APIOperation(
        id: "putThing", method: "PUT", path: "/things/{id}",
        parameters: [Parameter("id", in: .path, required: true)],
        requestBody: RequestBodyDescription(["application/json"], required: true, maximumBytes: 64),
        responses: [ResponseDescription("200", ["application/json"])])

    static let secret = APIOperation(
        id: "secret", method: "GET", path: "/secret/{id}",
        parameters: [Parameter("id", in: .path, required: true)],
        responses: [ResponseDescription("200", ["application/json"])],
        security: [
            [RequiredScheme("key")], [RequiredScheme("query"), RequiredScheme("cookie")], [RequiredScheme("basic")],
            [RequiredScheme("bearer", scopes: ["read"])],
        ])

    static let broken = APIOperation(id: "broken", method: "POST", path: "/broken")

    enum Failure: OperationError, ErrorResponse {
        case refused(String, FailedResponse? = nil)
        case failed(CallError)

        init(_ response: ClientResponse) throws(CallError) {
            guard (400..<500).contains(response.status) else { throw response.undocumented() }
            self = .refused(try response.text(), response.failed)
        }

        var callError: CallError {
            switch self {
            case .refused(_, let response): CallError(documented: response)
            case .failed(let error): error
            }
        }

        var serverResponse: ServerResponse {
            switch self {
            case .refused(let text, _): .text(409, text)
            case .failed(let error): ServerResponse(describing: error)
            }
        }
    }

    static var router: Router {
        var router = Router(securitySchemes: schemes)
        router.add(get) { request in
            let id = try request.path("id", as: Int.self)
            var texts = ["\(id)"]
            if let limit = try request.query("limit", ifPresent: Int.self) { texts.append("limit \(limit)") }
            if let tags = try request.query("tags", ifPresent: [String].self) { texts.append("tags \(tags)") }
            if let filter = try request.query("filter", ifPresent: [String: Int].self) {
                texts.append("filter \(filter["a"] ?? 0)")
            }
            if let value = try request.query("where", ifPresent: [String: [Int]].self) { texts.append("where \(value)") }
            if let ids = try request.header("X-Ids", ifPresent: [Int].self) { texts.append("ids \(ids)") }
            if let visit = try request.cookie("visit", ifPresent: String.self) { texts.append("visit \(visit)") }
            var response = ServerResponse.json(200, texts)
            response.header("X-Total", texts.count)
            return response
        }
        router.add(put) { request in
            let id = try request.path("id", as: String.self)
            let value = try await request.json([String: Int].self)
            guard id != "taken" else { throw Failure.refused("it is taken") }
            return .json(200, [id: value.count])
        }
        router.add(secret) { request in
            let principal = try await request.authenticate { scheme, credential in
                switch scheme {
                case "basic": credential.basic.username == "ada" && credential.basic.password == "pass:word" ? "ada" : nil
                case "bearer": credential.bearer.value == "good" ? "bearer \(credential.bearer.scopes)" : nil
                default: credential.apiKey.value == "good" ? scheme : nil
                }
            }
            _ = try request.path("id", as: Int.self)
            return .json(200, principal)
        }
        router.add(broken) { _ in throw Unspeakable() }
        return router
    }

    struct Unspeakable: Error {}

    /// What the router answers, in one line.
    static func answer(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = HTTPFields(), body: String? = nil
    ) async throws -> (status: Int, headers: HTTPFields, text: String) {
        var head = HTTPRequest(method: method, scheme: "http", authority: "example.org", path: path)
        head.headerFields = headers
        let response = await router.respond(to: RequestMessage(head: head, body: body.map { HTTPBody($0) }))
        let bytes = try await response.body.collect(upTo: 1 << 20)
        return (response.head.status.code, response.head.headerFields, String(decoding: bytes, as: UTF8.self))
    }
}
