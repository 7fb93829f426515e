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
        let killed = try RunningService(in: folder, database: location, ["--log-level", "error"])
        let survivor = try RunningService(in: folder, database: location, ["--log-level", "error"])
        async let acknowledged = imported(1000..<9000, killedAfter: 200)
        async let answers = withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { try await statuses(of: survivor, count: 50) } }
            return try await group.reduce(0, +)
        }
        _ = try await statuses(of: killed, count: 10)
        kill(killed.identifier, SIGKILL)
        #expect(try await answers == 400)
        let written = try await acknowledged
        #expect(!written.isEmpty && written.count < 8000, "the import was not killed in the middle")
        let stored = try await client(of: survivor).lambdaInstanceList().data.map(\.uuid)
        #expect(written.subtracting(stored) == [])
        #expect(survivor.stop() == 0)
    }

    @Test func serviceGoesOnAfterARestartOfTheDatabase() async throws {
        let service = try RunningService(in: folder, database: location, ["--log-level", "error"])
        #expect(try await statuses(of: service, count: 1) == 1)
        try PostgreSQLServer.shared().restart()
        #expect(try await statuses(of: service, count: 20) == 20)
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

    private func client(of service: RunningService) -> Lambda.Client {
        Lambda.Client(
            serverURL: service.url, credentials: .init(token: .apiKey("Token " + RunningService.token)),
            transport: AsyncHTTPClientTransport())
    }

    /// The number of requests that the service answers as its documentation says.
    private func statuses(of service: RunningService, count: Int) async throws -> Int {
        let client = client(of: service).with { $0.retries = .off }
        var answered = 0
        for _ in 0..<count where try await client.lambdaInstanceStatus(uuid: 3).data.status == .started { answered += 1 }
        return answered
    }

    private func imported(_ uuids: Range<Int>, killedAfter count: Int) async throws -> Set<Int> {
        try killedImport(of: uuids, after: count, in: folder, "--database", location)
    }
}
#endif
