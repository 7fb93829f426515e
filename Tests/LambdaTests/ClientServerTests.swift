import APIRuntime
import APIRuntimeTesting
import HTTPTypes
import Lambda
import Testing

/// The generated client calling the generated server in one process.
struct ClientServerTests {
    private func client(_ credentials: Lambda.Client.Credentials = .init(token: "Token valid")) -> Lambda.Client {
        Lambda.Client(
            serverURL: "http://localhost", credentials: credentials, transport: InProcessTransport(Service().router()))
    }

    @Test func aCallReturnsTheSuccessBody() async throws {
        let status = try await client().lambdaInstanceStatus(uuid: 3)
        #expect(status.data.status == .started)
        #expect(status.data.name == "Lambda Instance 2")
        #expect(status.data.id == 14)
    }

    @Test func eachOfThePagesHeadersLetsTheCallerIn() async throws {
        for credentials: Lambda.Client.Credentials in [
            .init(token: "Token valid"), .init(authenticationHeader: "Token valid"), .init(apiKeyHeader: "valid"),
        ] {
            #expect(try await client(credentials).authentication().result == .success)
        }
    }

    @Test func aWrongTokenIsTheDocumentedErrorEvenForAnInstanceThatDoesNotExist() async throws {
        for credentials: Lambda.Client.Credentials in [.init(token: "Token wrong"), .init()] {
            do {
                _ = try await client(credentials).lambdaInstanceStatus(uuid: 99)
                Issue.record("the call must not succeed")
            } catch {
                guard case .unauthorized(let body, _) = error else { throw error }
                #expect(body.errors.first?.code == 401)
            }
        }
    }

    @Test func anInstanceThatDoesNotExistIsTheDocumentedError() async throws {
        do {
            _ = try await client().lambdaInstanceStatus(uuid: 99)
            Issue.record("the call must not succeed")
        } catch {
            guard case .notFound(let body, _) = error else { throw error }
            #expect(body.errors.map(\.message) == ["No such instance"])
        }
    }

    @Test func aValueThatTheDocumentDoesNotNameIsKept() async throws {
        var client = client()
        client.configuration.validatesResponses = false
        let status = try await client.lambdaInstanceStatus(uuid: 4)
        #expect(status.data.status == .unknown("HIBERNATING"))
        #expect(status.data.name == "Lambda Instance")
    }

    @Test func aBodyThatDoesNotFitSaysWhere() async throws {
        let transport = MockTransport(status: 200, json: #"{"data": {"name": "x", "uuid": "three", "id": 1, "status": "FAILED"}}"#)
        let client = Lambda.Client(serverURL: "http://localhost", transport: transport)
        do {
            _ = try await client.lambdaInstanceStatus(uuid: 3)
            Issue.record("the call must not succeed")
        } catch {
            guard case .failed(let error) = error else { throw error }
            #expect(error.description.contains("/data/uuid"))
        }
    }

    @Test func anUnexpectedErrorOfTheServiceTellsNothing() async throws {
        do {
            _ = try await client().lambdaInstanceStatus(uuid: 5)
            Issue.record("the call must not succeed")
        } catch {
            guard case .failed(let error) = error else { throw error }
            #expect(error.description.contains("500"))
            #expect(!error.description.contains("password"))
        }
    }

    @Test func limitAndPageTravelTogether() async throws {
        let list = try await client().lambdaInstanceList(pagination: .init(limit: 1, page: 1))
        #expect(list.data.map(\.uuid) == [3])
        do {
            _ = try await client().lambdaInstanceList(pagination: .init(limit: 1, page: 2))
            Issue.record("the call must not succeed")
        } catch {
            guard case .notFound(let body, _) = error else { throw error }
            #expect(body.errors.first?.message == "No such page")
        }
    }
}

/// Requests that no generated client would send.
struct RefusalTests {
    private func status(_ method: HTTPRequest.Method, _ path: String, _ headers: HTTPFields = [.authorization: "Token valid"])
        async -> ResponseMessage
    {
        let head = HTTPRequest(method: method, scheme: "http", authority: "localhost", path: path, headerFields: headers)
        return await Service().router().respond(to: RequestMessage(head: head))
    }

    @Test(arguments: [
        ("/backend/lambda-instances/3/status", 200), ("/backend/lambda-instances/3/status/", 200),
        ("/backend/lambda-instances/three/status", 404), ("/backend/lambda-instances/99999999999999999999/status", 404),
        ("/backend/lambda-instances?limit=2", 400), ("/backend/lambda-instances?limit=x&page=1", 400), ("/nowhere", 404),
    ])
    func aPathAnswersWith(path: String, code: Int) async {
        #expect(await status(.get, path).head.status.code == code)
    }

    @Test func aWrongMethodNamesTheRightOnes() async {
        let response = await status(.delete, "/backend/authenticate")
        #expect(response.head.status.code == 405)
        #expect(response.head.headerFields[.allow]?.contains("GET") == true)
    }

    @Test func refusalsHaveTheDocumentsErrorBody() async throws {
        let response = await status(.get, "/backend/lambda-instances/three/status")
        let errors = try Lambda.Errors(json: try await response.body.collect(upTo: 1 << 16))
        #expect(errors.errors.first?.code == 404)
    }

    @Test func theTokenIsLookedAtBeforeTheRest() async {
        #expect(await status(.get, "/backend/lambda-instances/three/status", [:]).head.status.code == 401)
    }
}
