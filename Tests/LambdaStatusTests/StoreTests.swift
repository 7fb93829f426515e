#if StatusService
import LambdaStatusStore
import Testing

/// What both databases of the service do.
@Suite struct StoreTests {
    let folder: Folder

    init() throws {
        folder = try Folder()
    }

    @Test(arguments: Database.all) func addedTokenIsKnownUntilItIsRevoked(database: Database) async throws {
        let store = try await openStore(at: database.create(in: folder))
        let token = try await store.addToken(label: "")
        #expect(try await store.tokenID(of: token) == 1)
        try await store.revokeToken(id: 1)
        #expect(try await store.tokenID(of: token) == nil)
    }

    @Test(
        arguments: Database.all,
        [
            "", "Token", "tJ3b3f32f23ceuqdoS_TH7m0d6yxmlWL1r2ralKctty", "tJ3b3f", "' OR 1 = 1", "\u{0}",
        ])
    func otherTextIsNoToken(database: Database, text: String) async throws {
        let store = try await openStore(at: database.create(in: folder))
        try await store.seedDemo()
        #expect(try await store.tokenID(of: text) == nil)
        #expect(try await store.tokenID(of: demoToken) != nil)
    }

    @Test(arguments: Database.all) func sameTokenHasAnotherHashInAnotherDatabase(database: Database) async throws {
        let store = try await openStore(at: database.create(in: folder))
        let other = try await openStore(at: database.create(in: folder))
        try await other.seedDemo()
        #expect(try await store.tokenID(of: demoToken) == nil)
    }

    @Test(arguments: Database.all) func pagesFollowTheOrderOfIDsAndEnd(database: Database) async throws {
        let store = try await openStore(at: database.create(in: folder))
        for uuid in [30, 10, 20] { try await store.addInstance(uuid: uuid, name: nil, status: nil) }
        #expect(try await store.instances(limit: 2, page: 1)?.map(\.uuid) == [30, 10])
        #expect(try await store.instances(limit: 2, page: 2)?.map(\.uuid) == [20])
        #expect(try await store.instances(limit: 2, page: 3) == nil)
        #expect(try await store.instances(limit: .max, page: .max) == nil)
    }

    @Test(arguments: Database.all) func firstPageOfNothingIsEmpty(database: Database) async throws {
        let store = try await openStore(at: database.create(in: folder))
        #expect(try await store.instances(limit: 10, page: 1) == [])
    }

    @Test(arguments: Database.all, [Int.min, -1, 0, .max]) func uuidMayBeAnyInteger(database: Database, uuid: Int) async throws {
        let store = try await openStore(at: database.create(in: folder))
        try await store.addInstance(uuid: uuid, name: "edge", status: .failed)
        #expect(try await store.instance(uuid: uuid)?.name == "edge")
    }

    @Test(arguments: Database.all) func whatIsWrittenIsThereWhenTheDatabaseIsOpenedAgain(database: Database) async throws {
        let location = try database.create(in: folder)
        let store = try await openStore(at: location)
        let added = try await store.addInstance(uuid: 8, name: "kept", status: .stopping)
        try await store.close()
        #expect(try await openStore(at: location).instance(uuid: 8) == added)
    }

    @Test(arguments: Database.all) func writersDoNotGetIntoEachOthersWay(database: Database) async throws {
        let location = try database.create(in: folder)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let store = try await openStore(at: location)
                    for _ in 0..<10 { try await store.addInstance(uuid: nil, name: nil, status: nil) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await openStore(at: location).instances().map(\.uuid) == Array(1...80))
    }

    @Test(arguments: Database.all) func instancesAreChangedAndCountedFromWhatIsFree(database: Database) async throws {
        let store = try await openStore(at: database.create(in: folder))
        try await store.seedDemo()
        let added = try await store.addInstance(uuid: nil, name: "a 'quoted' \u{1F600} name", status: nil)
        #expect(added == Instance(id: 15, uuid: 4, name: "a 'quoted' \u{1F600} name", status: .pending))
        await #expect(throws: StoreError.uuidTaken(4)) { try await store.addInstance(uuid: 4, name: nil, status: nil) }
        try await store.setStatus(.scalingUp, ofInstance: 4)
        #expect(try await store.instance(uuid: 4)?.status == .scalingUp)
        await #expect(throws: StoreError.noInstance(uuid: 9)) { try await store.setStatus(.failed, ofInstance: 9) }
        for uuid in [1, .max] { try await store.addInstance(uuid: uuid, name: nil, status: nil) }
        #expect(try await store.addInstance(uuid: nil, name: nil, status: nil).uuid == 2)
        #expect(try await store.addInstance(uuid: nil, name: nil, status: nil).uuid == 5)
    }

    @Test(arguments: Database.all) func tokensAreListedWithoutThemselves(database: Database) async throws {
        let store = try await openStore(at: database.create(in: folder))
        try await store.seedDemo()
        try await store.seedDemo()
        let tokens = try await store.tokens()
        #expect(tokens.map(\.label) == ["demo"] && tokens.map(\.hint) == ["tJ3b3f"])
        #expect(tokens.allSatisfy { $0.addedAt.wholeMatch(of: /20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil })
        await #expect(throws: StoreError.noToken(id: 7)) { try await store.revokeToken(id: 7) }
        #expect(await store.problem() == nil)
    }
}
#endif
