#if StatusService
import APIRuntime
import Testing

/// Timestamps that miss RFC 3339 by a little: clients read them, servers refuse them.
@Suite(.timeLimit(.minutes(1)))
struct TimestampTests {
    private static let spellings = [
        ("2020-01-02T03:04:05", "2020-01-02T03:04:05Z"), ("2020-01-02 03:04:05Z", "2020-01-02T03:04:05Z"),
        ("2020-01-02T03:04:05.25+0000", "2020-01-02T03:04:05.25Z"), ("2020-01-02 03:04:05 +0230", "2020-01-02T03:04:05+02:30"),
    ]
    private static let get = APIOperation(
        id: "get", method: "GET", path: "/", parameters: [Parameter("since", in: .query)],
        responses: [ResponseDescription("200", ["application/json"], headers: [Parameter("X-Since", in: .header)])])
    private static let lines = APIOperation(
        id: "lines", method: "GET", path: "/", responses: [ResponseDescription("200", ["application/jsonl"])])
    private static let put = APIOperation(
        id: "put", method: "PUT", path: "/", requestBody: RequestBodyDescription(["application/json"], required: true),
        responses: [ResponseDescription("204")])

    @Test(arguments: ClientAdapter.allCases, spellings)
    func aClientReadsThem(adapter: ClientAdapter, spelling: (sent: String, read: String)) async throws {
        let answer = ScriptedServer.Answer.response(
            "200 OK", ["Content-Type: application/json", "X-Since: \(spelling.sent)"], body: "\"\(spelling.sent)\"\n")
        try await withScriptedServer({ _ in answer }) { server in
            let response = try await Wire.call(Self.get, server, adapter).send()
            let value = try response.json(Timestamp.self)
            #expect(value.description == spelling.read)
            let header = try response.header("X-Since", as: Timestamp.self)
            #expect(header == value)
            for try await line in try await Wire.call(Self.lines, server, adapter).stream().lines(of: Timestamp.self) {
                #expect(line == value)
            }
        }
    }

    @Test(arguments: spellings.map(\.0) + ["2020-01-02", "2020-01-02X03:04:05Z", "2020-13-02 03:04:05"])
    func aServerRefusesThem(spelling: String) async throws {
        var router = Router()
        router.add(Self.put) { request in
            _ = try await request.json(Timestamp.self)
            return .empty(204)
        }
        router.add(Self.get) { request in .json(200, try request.query("since", ifPresent: Timestamp.self)) }
        try await withRunningServer(router) { url in
            let port = Int(url.split(separator: ":").last ?? "") ?? 0
            let escaped = spelling.replacing(" ", with: "%20").replacing("+", with: "%2B")
            for head in ["GET /?since=\(escaped)", "PUT /"] {
                let fields =
                    "Host: a\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: \(spelling.utf8.count + 2)"
                let answer = try await exchange("\(head) HTTP/1.1\r\n\(fields)\r\n\r\n\"\(spelling)\"", port: port)
                #expect(answer.hasPrefix(head.hasPrefix("PUT") ? "HTTP/1.1 400 " : "HTTP/1.1 4"))
            }
        }
    }
}
#endif
