#if StatusService
import APIRuntime
import APIRuntimeAsyncHTTPClient
import Foundation
import Lambda
import LambdaStatusStore
import Testing

/// Services on several machines behind one database; skipped where PostgreSQL is not installed.
@Suite(.enabled(if: PostgreSQLServer.isInstalled, "PostgreSQL is not installed"), .serialized)
struct PostgreSQLTests {
    let folder: Folder
    let location: String

    init() throws {
        folder = try Folder()
        location = try Database.postgreSQL.create(in: folder)
    }

    /// Of two services that write and answer, one is killed: the other one answers on, and has all that was acknowledged.
    @Test func killedServiceLosesNothingThatItAcknowledged() async throws {
        let killed = try RunningService(in: folder, database: location, [])
        let survivor = try RunningService(in: folder, database: location, [])
        let surviving = client(of: survivor)
        async let acknowledged = killedImport(of: 1000..<9000, after: 200, in: folder, "--database", location)
        async let answers = withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { try await statuses(of: surviving, count: 50) } }
            return try await group.reduce(0, +)
        }
        _ = try await statuses(of: client(of: killed), count: 10)
        kill(killed.identifier, SIGKILL)
        let answered = try await answers
        #expect(answered == 400)
        let written = try await acknowledged
        #expect(!written.isEmpty && written.count < 8000, "the import was not killed in the middle")
        let stored = try await surviving.lambdaInstanceList().data.map(\.uuid)
        #expect(written.subtracting(stored) == [])
        #expect(survivor.stop() == 0)
    }

    @Test func serviceGoesOnAfterARestartOfTheDatabase() async throws {
        let service = try RunningService(in: folder, database: location, [])
        #expect(try await statuses(of: client(of: service), count: 1) == 1)
        try PostgreSQLServer.shared().restart()
        #expect(try await statuses(of: client(of: service), count: 20) == 20)
        #expect(try service.curl("/health").status == 200)
        #expect(service.stop() == 0)
    }

    @Test func programsThatStartAtOnceMakeTheTablesOnce() async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 { group.addTask { try await openStore(at: location).addInstance(uuid: nil, name: nil, status: nil) } }
            try await group.waitForAll()
        }
        #expect(try await openStore(at: location).instances().map(\.uuid) == Array(1...8))
    }

    @Test func passwordOfAnUnreachableDatabaseIsNotShown() throws {
        let url = "postgres://ada:secret1@127.0.0.1:1/none?password=secret2"
        let outcome = try run(in: folder, "instance", "list", "--database", url)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("the database 'postgres://127.0.0.1:1/none' cannot be opened"))
        #expect(!outcome.errors.contains("secret"))
    }
}

private func client(of service: RunningService) -> Lambda.Client {
    Lambda.Client(
        serverURL: service.url, credentials: .init(token: .apiKey("Token " + RunningService.token)),
        transport: AsyncHTTPClientTransport())
}

/// The number of requests that the service answers as its documentation says.
private func statuses(of client: Lambda.Client, count: Int) async throws -> Int {
    let client = client.with { $0.retries = .off }
    var answered = 0
    for _ in 0..<count where try await client.lambdaInstanceStatus(uuid: 3).data.status == .started { answered += 1 }
    return answered
}
#endif
