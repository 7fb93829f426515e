import APIRuntime
import APIRuntimeTesting
import HTTPTypes
import Testing

struct TokenTests {
    @Test func aThousandCallsFetchOneToken() async throws {
        let told = ReceivedTexts()
        let transport = MockTransport { request in
            told.add(request.head.headerFields[.authorization] ?? "none")
            let body = try await request.body?.collect(upTo: 1000) ?? []
            #expect(String(decoding: body, as: UTF8.self) == "grant_type=client_credentials&scope=read+write")
            try await Task.sleep(for: .milliseconds(20))
            return ResponseMessage(
                head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
                body: HTTPBody("{\"access_token\":\"good\",\"token_type\":\"bearer\",\"expires_in\":3600}"))
        }
        let credential = Credential<BearerScheme>.clientCredentials(
            id: "me", secret: "p:w", tokenURL: "http://example.org/token", scopes: ["read", "write"], transport: transport)
        let configuration = ClientConfiguration(
            serverURL: "http://example.org", securitySchemes: Things.schemes, credentials: ["bearer": credential],
            transport: InProcessTransport(Things.router))
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<1000 {
                group.addTask {
                    var call = OperationCall(Things.secret, configuration)
                    call.path("id", 1)
                    return try await call.send().status
                }
            }
            for try await status in group { #expect(status == 200) }
        }
        #expect(told.texts == ["Basic bWU6cCUzQXc="])
    }

    @Test func aTokenThatEndsIsFetchedAgain() async throws {
        let told = ReceivedTexts()
        let credential = Credential<BearerScheme>.renewed(margin: .seconds(30)) {
            told.add("fetched")
            return AccessToken(value: "good", lifetime: .seconds(29))
        }
        for _ in 0..<3 {
            var call = OperationCall(
                Things.secret,
                ClientConfiguration(
                    serverURL: "http://example.org", securitySchemes: Things.schemes, credentials: ["bearer": credential],
                    transport: InProcessTransport(Things.router)))
            call.path("id", 1)
            #expect(try await call.send().status == 200)
        }
        #expect(told.texts.count == 3)
    }

    @Test func aRefusedTokenIsAnErrorOfTheCredential() async throws {
        let credential = Credential<BearerScheme>.clientCredentials(
            id: "me", secret: "s3cret", tokenURL: "http://example.org/token", transport: MockTransport(status: 401))
        var call = OperationCall(
            Things.secret,
            ClientConfiguration(
                serverURL: "http://example.org", securitySchemes: Things.schemes, credentials: ["bearer": credential],
                transport: MockTransport(status: 200)))
        call.path("id", 1)
        do {
            _ = try await call.send()
            Issue.record("the call succeeded")
        } catch {
            #expect(
                error.description == "secret: no credential could be obtained: the authorization server responded with status 401"
            )
        }
    }
}
