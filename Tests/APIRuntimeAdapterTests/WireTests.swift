#if StatusService
import APIRuntime
import APIRuntimeAsyncHTTPClient
import HTTPTypes
import Testing

/// What each client adapter writes to a socket and makes of the bytes that come back.
@Suite(.timeLimit(.minutes(1)))
struct WireTests {
    @Test(arguments: ClientAdapter.allCases) func aChallengeIsAResponse(adapter: ClientAdapter) async throws {
        let challenge = ScriptedServer.Answer.response(
            "401 Unauthorized", ["WWW-Authenticate: Basic realm=\"x\"", "Content-Type: text/plain"], body: "no")
        try await withScriptedServer({ _ in challenge }) { server in
            for _ in 0..<2 {
                let response = try await Wire.call(Wire.get("401"), server, adapter, timeout: .seconds(10)).send()
                #expect(response.status == 401)
                #expect(try response.text() == "no")
                #expect(try response.header("WWW-Authenticate", as: String.self) == "Basic realm=\"x\"")
            }
            #expect(server.requests.count == 2)
        }
    }

    @Test(arguments: ClientAdapter.allCases) func cookiesAreOneLineAndNoJarChangesThem(adapter: ClientAdapter) async throws {
        let answer = ScriptedServer.Answer.response("200 OK", ["Set-Cookie: SID=other; Path=/", "Content-Type: text/plain"])
        try await withScriptedServer({ _ in answer }) { server in
            let configuration = Wire.configuration(server, adapter)
            for _ in 0..<2 {
                var call = OperationCall(Wire.get(), configuration)
                call.cookie("theme", "dark")
                call.cookie("lang", "de")
                _ = try await call.send()
            }
            _ = try await OperationCall(Wire.send("POST"), configuration).send()
            #expect(
                server.requests.map { $0.values("Cookie") } == [
                    ["theme=dark; lang=de; SID=abc"], ["theme=dark; lang=de; SID=abc"], [],
                ])
        }
    }

    /// The lines of a field may be joined with commas, as RFC 9110, section 5.3, says.
    @Test(arguments: ClientAdapter.allCases) func repeatedFieldsSurvive(adapter: ClientAdapter) async throws {
        let cookies = ["a=1; Expires=Wed, 09 Jun 2027 10:18:14 GMT", "b=2,c=3; Path=/"]
        let answer = ScriptedServer.Answer.response("200 OK", cookies.map { "Set-Cookie: \($0)" } + ["X-Tags: one", "X-Tags: two"])
        try await withScriptedServer({ _ in answer }) { server in
            var request = RequestMessage(
                head: HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: "/"))
            let tags = try #require(HTTPField.Name("X-Tags"))
            request.head.headerFields[values: tags] = ["three", "four"]
            let response = try await adapter.transport.send(request)
            let received = response.head.headerFields
            #expect(received[values: .setCookie] == cookies)
            #expect(received[tags] == "one, two")
            let sent = server.requests[0].values("X-Tags").joined(separator: ",").replacing(" ", with: "")
            #expect(sent == "three,four")
        }
    }

    @Test(arguments: ClientAdapter.allCases, ["204 No Content", "205 Reset Content", "304 Not Modified"])
    func aStatusWithoutContentHasNone(adapter: ClientAdapter, status: String) async throws {
        let body = status.hasPrefix("205") ? "junk" : ""
        let answer = ScriptedServer.Answer(
            "HTTP/1.1 \(status)\r\nContent-Type: text/plain\r\n" + (status.hasPrefix("204") ? "" : "Content-Length: 4\r\n") + "\r\n"
                + body)
        try await withScriptedServer({ _ in answer }) { server in
            let response = try await Wire.call(Wire.get("204", "205", "304"), server, adapter).send()
            #expect(response.status == Int(status.prefix(3)))
            #expect(response.bytes.isEmpty)
            for try await _ in try await Wire.call(Wire.get("204", "205", "304"), server, adapter).stream().body {
                Issue.record("there is content")
            }
        }
    }

    @Test(arguments: ClientAdapter.allCases) func headHasNoContent(adapter: ClientAdapter) async throws {
        let head = ScriptedServer.Answer("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 123456789\r\n\r\n")
        try await withScriptedServer({ _ in head }) { server in
            for _ in 0..<2 {
                let response = try await Wire.call(Wire.send("HEAD"), server, adapter).send()
                #expect(response.status == 200)
                #expect(response.bytes.isEmpty)
            }
        }
    }

    @Test(arguments: ClientAdapter.allCases) func interimResponsesArePassedOver(adapter: ClientAdapter) async throws {
        let answer = ScriptedServer.Answer(
            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok"
        )
        try await withScriptedServer({ _ in answer }) { server in
            let response = try await Wire.call(Wire.get(), server, adapter).send()
            #expect(response.status == 200)
            #expect(try response.text() == "ok")
        }
    }

    /// Not what the server says it is: the bytes of a coding must not pass for the content.
    @Test func aBodyInAnUnknownCodingIsAnError() async throws {
        let answer = ScriptedServer.Answer.response("200 OK", ["Content-Type: text/plain", "Content-Encoding: br"], body: "coded")
        try await withScriptedServer({ _ in answer }) { server in
            let error = await #expect(throws: CallError.self) {
                try await Wire.call(Wire.get(), server, .asyncHTTPClient).send()
            }
            guard case .transport(let cause)? = error?.cause else { throw CancellationError() }
            #expect(cause as? AsyncHTTPClientTransportError == .unknownContentCoding("br"))
            let head = try await Wire.call(Wire.send("HEAD"), server, .asyncHTTPClient).send()
            #expect(head.status == 200)
        }
    }
}
#endif
