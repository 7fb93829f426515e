#if StatusService
import APIRuntime
import APIRuntimeAsyncHTTPClient
import APIRuntimeURLSession
import Lambda
import Testing

/// The running service, seen through the generated client.
@Suite struct ClientTests {
    let service: RunningService

    init() throws { service = try RunningService() }

    static let transports: [Transport] = [
        Transport(name: "AsyncHTTPClient", transport: AsyncHTTPClientTransport()),
        Transport(name: "URLSession", transport: URLSessionTransport()),
    ]

    struct Transport: CustomTestStringConvertible, Sendable {
        let name: String
        let transport: any ClientTransport
        var testDescription: String { name }
    }

    private func client(over transport: Transport, token: String = RunningService.token) -> Lambda.Client {
        Lambda.Client(
            serverURL: service.url, credentials: .init(token: .apiKey("Token " + token)), transport: transport.transport)
    }

    @Test(arguments: transports) func statusOfThePage(transport: Transport) async throws {
        let status = try await client(over: transport).lambdaInstanceStatus(uuid: 3)
        #expect(status.data == .init(name: "Lambda Instance 2", uuid: 3, id: 14, status: .started))
    }

    @Test(arguments: transports) func absentInstanceIsATypedError(transport: Transport) async throws {
        let error = await #expect(throws: Lambda.LambdaInstanceStatusError.self) {
            try await client(over: transport).lambdaInstanceStatus(uuid: 4)
        }
        guard case .notFound(let body, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(body.errors.map(\.message) == ["Lambda instance not found"])
    }

    @Test(arguments: transports) func wrongTokenIsATypedError(transport: Transport) async throws {
        let error = await #expect(throws: Lambda.AuthenticationError.self) {
            try await client(over: transport, token: "wrong").authentication()
        }
        guard case .unauthorized(let body, _) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(body.errors == [.init(message: "Invalid token", code: 401, details: "unauthorized")])
    }

    @Test(arguments: transports) func listHasPages(transport: Transport) async throws {
        let client = client(over: transport)
        #expect(try await client.lambdaInstanceList().data.map(\.uuid) == [3])
        #expect(try await client.lambdaInstanceList(pagination: .init(limit: 1, page: 1)).data.map(\.id) == [14])
        let error = await #expect(throws: Lambda.LambdaInstanceListError.self) {
            try await client.lambdaInstanceList(pagination: .init(limit: 0, page: 1))
        }
        guard case .badRequest = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test(arguments: transports) func manyCallsAtOnce(transport: Transport) async throws {
        let client = client(over: transport)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<100 { group.addTask { try await client.lambdaInstanceStatus(uuid: 3).data.id } }
            for try await id in group { #expect(id == 14) }
        }
    }
}
#endif
