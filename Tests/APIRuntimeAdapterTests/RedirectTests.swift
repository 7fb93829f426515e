#if StatusService
import APIRuntime
import HTTPTypes
import Testing

/// Redirects, which the client follows over every adapter in the same way.
@Suite(.timeLimit(.minutes(1)))
struct RedirectTests {
    private static func redirect(_ status: String, to location: String) -> ScriptedServer.Answer {
        .response(status, ["Location: \(location)", "Content-Type: text/plain"], body: "moved")
    }

    @Test(arguments: ClientAdapter.allCases) func anotherOriginGetsNoCredential(adapter: ClientAdapter) async throws {
        try await withScriptedServer({ _ in .response("200 OK", ["Content-Type: text/plain"], body: "there") }) { other in
            let location = "http://127.0.0.1:\(other.port)/elsewhere?page=2#part"
            try await withScriptedServer({ _ in Self.redirect("302 Found", to: location) }) { server in
                var call = Wire.call(Wire.get(), server, adapter)
                call.cookie("theme", "dark")
                call.header("X-Tags", ["a"])
                let text = try await call.send().text()
                #expect(text == "there")
                let sent = try #require(server.requests.first)
                #expect(sent.target == "/thing?key=qu3ry")
                #expect(sent.values("Authorization") == ["Bearer s3cret"])
                #expect(sent.values("X-Api-Key") == ["k3y"])
                let followed = try #require(other.requests.first)
                #expect(followed.target == "/elsewhere?page=2")
                for name in ["Authorization", "X-Api-Key", "Cookie", "X-Tags"] { #expect(followed.values(name).isEmpty) }
                #expect(followed.values("Accept") == ["text/plain"])
            }
        }
    }

    @Test(arguments: ClientAdapter.allCases) func theSameOriginGetsAll(adapter: ClientAdapter) async throws {
        let script: @Sendable (ScriptedServer.Request) -> ScriptedServer.Answer = {
            $0.target.hasPrefix("/thing")
                ? Self.redirect("301 Moved Permanently", to: "../other") : .response("200 OK", body: "there")
        }
        try await withScriptedServer(script) { server in
            let text = try await Wire.call(Wire.get(), server, adapter).send().text()
            #expect(text == "there")
            #expect(server.requests.map(\.target) == ["/thing?key=qu3ry", "/other"])
            #expect(server.requests.last?.values("Authorization") == ["Bearer s3cret"])
            #expect(server.requests.last?.values("Cookie") == ["SID=abc"])
        }
    }

    @Test(arguments: ClientAdapter.allCases, ["307 Temporary Redirect", "308 Permanent Redirect"])
    func aBodyIsSentAgain(adapter: ClientAdapter, status: String) async throws {
        let script: @Sendable (ScriptedServer.Request) -> ScriptedServer.Answer = {
            $0.target == "/thing" ? Self.redirect(status, to: "/other") : .response("200 OK", body: "got \($0.body)")
        }
        try await withScriptedServer(script) { server in
            var call = Wire.call(Wire.send("POST"), server, adapter)
            call.body(text: "hello")
            let text = try await call.send().text()
            #expect(text == "got hello")
            #expect(server.requests.map(\.line) == ["POST /thing HTTP/1.1", "POST /other HTTP/1.1"])
            #expect(server.requests.last?.values("Content-Type") == ["text/plain; charset=utf-8"])
            // A stream was read once and is gone; the caller decides.
            var stream = Wire.call(Wire.send("POST"), server, adapter)
            stream.body(bytes: HTTPBody(Counting(count: 3).map { _ in [UInt8(ascii: "x")] }), as: "text/plain")
            let refused = try await stream.send()
            #expect(refused.status == Int(status.prefix(3)))
        }
    }

    @Test(arguments: ClientAdapter.allCases) func aPostBecomesAGetWhereItMay(adapter: ClientAdapter) async throws {
        let script: @Sendable (ScriptedServer.Request) -> ScriptedServer.Answer = {
            $0.target == "/thing" ? Self.redirect("303 See Other", to: "/other") : .response("200 OK", body: "there")
        }
        try await withScriptedServer(script) { server in
            var call = Wire.call(Wire.send("POST"), server, adapter)
            call.body(text: "hello")
            let text = try await call.send().text()
            #expect(text == "there")
            #expect(server.requests.last?.line == "GET /other HTTP/1.1")
            #expect(server.requests.last?.values("Content-Type") == [])
        }
    }

    @Test(arguments: ClientAdapter.allCases, ["302", "3XX"])
    func aDocumentedRedirectIsDelivered(adapter: ClientAdapter, documented: String) async throws {
        try await withScriptedServer({ _ in Self.redirect("302 Found", to: "/other") }) { server in
            let response = try await Wire.call(Wire.get(documented), server, adapter).send()
            #expect(response.status == 302)
            #expect(try response.text() == "moved")
            #expect(try response.header("Location", as: String.self) == "/other")
            #expect(server.requests.count == 1)
        }
    }

    @Test(arguments: ClientAdapter.allCases, ["https://[", "mailto:a@b", "http://user:pw@127.0.0.1/", "/thing", ""])
    func whatCannotBeFollowedIsDelivered(adapter: ClientAdapter, location: String) async throws {
        try await withScriptedServer({ _ in Self.redirect("302 Found", to: location) }) { server in
            do {
                let response = try await Wire.call(Wire.get(), server, adapter).send()
                #expect(response.status == 302)
            } catch {
                guard case .transport? = cause(of: error) else { throw error }
            }
            #expect(server.requests.count <= 6)
        }
    }
}
#endif
