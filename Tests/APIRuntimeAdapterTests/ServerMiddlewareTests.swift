#if StatusService
import APIRuntime
import APIRuntimeHummingbird
import HTTPTypes
import Testing

/// The middlewares and options of servers, with requests on a socket.
@Suite(.timeLimit(.minutes(1)))
struct ServerMiddlewareTests {
    private static let schemes = [SecurityScheme("key", .apiKey(in: .header, name: "X-Api-Key"))]
    private static let note = APIOperation(
        id: "note", method: "GET", path: "/notes/{id}", parameters: [Parameter("id", in: .path, required: true)],
        responses: [ResponseDescription("200", ["text/plain"]), ResponseDescription("429", ["text/plain"])])
    private static let put = APIOperation(
        id: "put", method: "PUT", path: "/notes/{id}",
        parameters: [Parameter("id", in: .path, required: true), Parameter("X-Reason", in: .header)],
        requestBody: RequestBodyDescription(["application/octet-stream"]), responses: [ResponseDescription("204")],
        security: [[RequiredScheme("key")], []])
    private static let streamed = APIOperation(
        id: "streamed", method: "GET", path: "/streamed", responses: [ResponseDescription("200", ["application/octet-stream"])])
    private static let slow = APIOperation(id: "slow", method: "GET", path: "/slow", responses: [ResponseDescription("204")])

    private static func router(_ middlewares: [any Middleware] = []) -> Router {
        var router = Router(securitySchemes: schemes)
        router.middlewares = middlewares
        router.add(note, failureResponse: { .text($0.status, "documented: \($0.message)") }) { request in
            .text(200, "note \(try request.path("id", as: String.self))")
        }
        router.add(put) { request in
            var count = 0
            for try await chunk in try request.bytesIfPresent() ?? HTTPBody() { count += chunk.count }
            return .empty(204)
        }
        router.add(streamed) { _ in
            let chunks = Counting(count: 10).map { Array("\($0)".utf8) }
            return .bytes(200, HTTPBody(chunks, length: 10))
        }
        router.add(slow) { _ in
            try await Task.sleep(for: .seconds(300))
            return .empty(204)
        }
        return router
    }

    /// The status, the field lines and the body of a response.
    private struct Answer {
        let status: String
        let fields: [String]
        let body: String

        init(_ text: String) {
            let parts = text.split(separator: "\r\n\r\n", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let lines = parts[0].split(separator: "\r\n").map(String.init)
            status = lines.first?.split(separator: " ").dropFirst().first.map(String.init) ?? ""
            fields = Array(lines.dropFirst())
            body = parts.count > 1 ? parts[1] : ""
        }

        subscript(name: String) -> String? {
            fields.first { $0.lowercased().hasPrefix(name.lowercased() + ": ") }.map { String($0.dropFirst(name.count + 2)) }
        }
    }

    private func answer(_ router: Router, _ lines: String..., body: String = "") async throws -> Answer {
        Answer(try await rawResponse(router, lines, body: body))
    }

    @Test func handlersSeeTheRequest() async throws {
        var router = Router()
        router.middlewares = [RequestIDMiddleware()]
        router.add(Self.note) { request in
            let context = try #require(RequestContext.current)
            let inChild = await Task { RequestContext.current?.requestID }.value
            let framework = context.framework(ConnectionContext.self) != nil
            return .text(
                200, "\(context.operation.id) \(context.head.path ?? "") \(context.peer ?? "") \(inChild ?? "") \(framework)")
        }
        let answer = try await answer(router, "GET /notes/1?a=b HTTP/1.1", "X-Request-Id: abc-1")
        #expect(answer.body == "note /notes/1?a=b 127.0.0.1 abc-1 true")
        #expect(RequestContext.current == nil)
    }

    @Test(arguments: [("abc-1", true), ("", false), ("a b", false), (String(repeating: "x", count: 129), false)])
    func requestsHaveAnIdentifier(_ sent: String, _ isKept: Bool) async throws {
        let answer = try await answer(Self.router([RequestIDMiddleware()]), "GET /notes/1 HTTP/1.1", "X-Request-Id: \(sent)")
        let identifier = try #require(answer["x-request-id"])
        #expect((identifier == sent) == isKept)
        #expect(isKept || UniqueID(identifier) != nil)
        let refused = try await self.answer(Self.router([RequestIDMiddleware()]), "DELETE /notes/1 HTTP/1.1")
        #expect(refused.status == "405")
        #expect(refused["x-request-id"] != nil)
    }

    @Test func preflightRequestsAreAnsweredFromTheDocument() async throws {
        var router = Self.router([RateLimitMiddleware { _ in .rejected(retryAfter: .seconds(1)) }])
        router.crossOrigin = CrossOriginPolicy(["https://app.test"], allowsCredentials: true, requestHeaders: ["X-Trace"])
        let answer = try await answer(
            router, "OPTIONS /notes/1 HTTP/1.1", "Origin: https://app.test", "Access-Control-Request-Method: PUT")
        #expect(answer.status == "204")
        #expect(answer["access-control-allow-origin"] == "https://app.test")
        #expect(answer["access-control-allow-methods"] == "GET, PUT, HEAD, OPTIONS")
        #expect(answer["access-control-allow-headers"] == "X-Reason, Content-Type, X-Api-Key, X-Trace")
        #expect(answer["access-control-allow-credentials"] == "true")
        #expect(answer["access-control-max-age"] == "600")
        #expect(answer["vary"] == "Origin, Access-Control-Request-Method, Access-Control-Request-Headers")
    }

    @Test func otherOriginsGetNothing() async throws {
        var router = Self.router()
        router.crossOrigin = CrossOriginPolicy(["https://app.test"])
        let preflight = try await answer(
            router, "OPTIONS /notes/1 HTTP/1.1", "Origin: https://evil.test", "Access-Control-Request-Method: PUT")
        #expect(preflight["access-control-allow-origin"] == nil)
        #expect(preflight["access-control-allow-methods"] == nil)
        let simple = try await answer(router, "GET /notes/1 HTTP/1.1", "Origin: https://evil.test")
        #expect(simple.body == "note 1")
        #expect(simple["access-control-allow-origin"] == nil)
        #expect(simple["vary"] == "Origin")
    }

    @Test func pagesOfAllowedOriginsReadResponsesAndFailures() async throws {
        var router = Self.router([RequestIDMiddleware()])
        router.crossOrigin = .anyOrigin
        let answer = try await answer(router, "GET /notes/1 HTTP/1.1", "Origin: https://app.test")
        #expect(answer["access-control-allow-origin"] == "*")
        #expect(answer["access-control-expose-headers"] == "X-Request-Id")
        #expect(answer["vary"] == nil)
        let refused = try await self.answer(router, "DELETE /notes/1 HTTP/1.1", "Origin: https://app.test")
        #expect(refused.status == "405")
        #expect(refused["access-control-allow-origin"] == "*")
        let without = try await self.answer(Self.router(), "GET /notes/1 HTTP/1.1", "Origin: https://app.test")
        #expect(without["access-control-allow-origin"] == nil)
    }

    @Test func whatTheCallerHasIsNotSentAgain() async throws {
        let router = Self.router([ETagMiddleware()])
        let first = try await answer(router, "GET /notes/1 HTTP/1.1")
        let tag = try #require(first["etag"])
        for condition in [tag, "W/\(tag)", "\"other\", \(tag)", "*"] {
            let second = try await answer(router, "GET /notes/1 HTTP/1.1", "If-None-Match: \(condition)")
            #expect(second.status == "304")
            #expect(second.body.isEmpty)
            #expect(second["etag"] == tag)
            #expect(second["content-type"] == nil)
        }
        let other = try await answer(router, "GET /notes/2 HTTP/1.1", "If-None-Match: \(tag)")
        #expect(other.status == "200")
        #expect(other["etag"] != tag)
    }

    @Test func responsesHaveFieldsForBrowsers() async throws {
        let middleware = SecurityHeadersMiddleware(
            transportSecurity: .seconds(60), replacing: ["X-Frame-Options": "", "Referrer-Policy": "origin"])
        let answer = try await answer(Self.router([middleware]), "GET /notes/1 HTTP/1.1")
        #expect(answer["x-content-type-options"] == "nosniff")
        #expect(answer["cache-control"] == "no-store")
        #expect(answer["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'")
        #expect(answer["strict-transport-security"] == "max-age=60; includeSubDomains")
        #expect(answer["referrer-policy"] == "origin")
        #expect(answer["x-frame-options"] == nil)
    }

    @Test func eachExchangeIsALine() async throws {
        let lines = ReceivedTexts()
        let router = Self.router([RequestIDMiddleware(), AccessLogMiddleware { lines.add("\($0)") }])
        _ = try await answer(router, "GET /notes/%22x?key=secret HTTP/1.1", "X-Request-Id: r1")
        _ = try await answer(router, "DELETE /notes/1 HTTP/1.1", "X-Request-Id: r2")
        let first = try #require(lines.texts.first)
        #expect(first.hasPrefix("127.0.0.1 - - [2"))
        #expect(first.contains("] \"GET /notes/%22x\" 200 7 note "))
        #expect(first.hasSuffix("ms r1"))
        #expect(!first.contains("secret"))
        let second = try #require(lines.texts.last)
        #expect(second.contains("\"DELETE /notes/1\" 405 "))
        #expect(second.hasSuffix("ms r2"))
    }

    @Test func tooManyRequestsAreRejectedAsDocumented() async throws {
        let router = Self.router([RateLimitMiddleware(requests: 2, per: .seconds(3600))])
        let texts = ReceivedTexts()
        try await withRunningServer(router) { url in
            let port = Int(url.split(separator: ":").last ?? "") ?? 0
            for _ in 0..<3 {
                texts.add(try await exchange("GET /notes/1 HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", port: port))
            }
        }
        let answers = texts.texts.map(Answer.init)
        #expect(answers.map(\.status) == ["200", "200", "429"])
        #expect(answers[2].body == "documented: too many requests; try again later")
        #expect(try #require(answers[2]["retry-after"].flatMap { Int($0) }) > 1000)
    }

    @Test func callersAreCountedApart() async throws {
        let limit = RateLimitMiddleware(requests: 1, per: .seconds(3600)) { $0.head.headerFields[.userAgent] }
        let router = Self.router([limit])
        var statuses: [Int] = []
        for agent in ["a", "b", "a"] {
            let head = HTTPRequest(method: .get, scheme: nil, authority: nil, path: "/notes/1", headerFields: [.userAgent: agent])
            statuses.append(await router.respond(to: RequestMessage(head: head)).head.status.code)
        }
        #expect(statuses == [200, 200, 429])
    }

    @Test func operationsHaveTheirOwnLimits() async throws {
        var router = Self.router()
        router.bodyLimits = [Self.put.id: 4]
        func put(_ fields: [String], _ body: String) async throws -> String {
            Answer(
                try await rawResponse(
                    router, ["PUT /notes/1 HTTP/1.1", "Content-Type: application/octet-stream"] + fields, body: body)
            ).status
        }
        #expect(try await put(["Content-Length: 4"], "1234") == "204")
        #expect(try await put(["Content-Length: 5"], "12345") == "413")
        #expect(try await put(["Transfer-Encoding: chunked"], "2\r\n12\r\n2\r\n34\r\n0\r\n\r\n") == "204")
        #expect(try await put(["Transfer-Encoding: chunked"], "2\r\n12\r\n3\r\n345\r\n0\r\n\r\n") == "413")
    }

    @Test(arguments: [
        ("bytes=2-4", "206", "234", "bytes 2-4/10"), ("bytes=7-", "206", "789", "bytes 7-9/10"),
        ("bytes=-2", "206", "89", "bytes 8-9/10"), ("bytes=0-99", "206", "0123456789", "bytes 0-9/10"),
        ("bytes=10-", "416", "", "bytes */10"), ("bytes=-0", "416", "", "bytes */10"), ("bytes=4-2", "200", "0123456789", nil),
        ("bytes=1-2,4-5", "200", "0123456789", nil), ("lines=1-2", "200", "0123456789", nil),
        ("bytes=a-b", "200", "0123456789", nil),
        ("bytes=99999999999999999999-", "200", "0123456789", nil),
    ])
    func partsAreSent(_ range: String, _ status: String, _ body: String, _ contentRange: String?) async throws {
        let answer = try await answer(Self.router([RangeMiddleware()]), "GET /streamed HTTP/1.1", "Range: \(range)")
        #expect(answer.status == status)
        #expect(answer.body == body)
        #expect(answer["content-range"] == contentRange)
        #expect(status == "416" || answer["accept-ranges"] == "bytes")
        #expect(status == "416" || answer["content-length"] == String(body.utf8.count))
    }

    @Test func aPartOfAnotherVersionIsNotSent() async throws {
        let router = Self.router([RangeMiddleware(), ETagMiddleware()])
        let tag = try #require(try await answer(router, "GET /notes/1 HTTP/1.1")["etag"])
        let same = try await answer(router, "GET /notes/1 HTTP/1.1", "Range: bytes=5-", "If-Range: \(tag)")
        #expect(same.status == "206")
        #expect(same.body == "1")
        let changed = try await answer(router, "GET /notes/1 HTTP/1.1", "Range: bytes=5-", "If-Range: \"old\"")
        #expect(changed.body == "note 1")
    }

    @Test(arguments: ["0.05", "50ms"])
    func nobodyWaitsLongerThanTheCaller(_ limit: String) async throws {
        let answer = try await answer(
            Self.router([DeadlineMiddleware(longest: .seconds(100))]), "GET /slow HTTP/1.1", "X-Request-Timeout: \(limit)")
        #expect(answer.status == "503")
        let fast = try await self.answer(
            Self.router([DeadlineMiddleware()]), "GET /notes/1 HTTP/1.1", "X-Request-Timeout: soon")
        #expect(fast.status == "200")
    }

    /// The handler would run for five minutes.
    @Test func aHandlerIsCancelledWhenItsCallerLeaves() async throws {
        let (begun, begin) = AsyncStream<Void>.makeStream()
        let (ended, end) = AsyncStream<Bool>.makeStream()
        var router = Router()
        router.add(Self.slow) { _ in
            begin.finish()
            try? await Task.sleep(for: .seconds(300))
            end.yield(Task.isCancelled)
            end.finish()
            return .empty(204)
        }
        try await withRunningServer(router) { url in
            let socket = try Socket.connected(to: Int(url.split(separator: ":").last ?? "") ?? 0)
            socket.write("GET /slow HTTP/1.1\r\nHost: a\r\n\r\n")
            for await _ in begun {}
            socket.closeDescriptor()
            for await isCancelled in ended { #expect(isCancelled) }
        }
    }
}
#endif
