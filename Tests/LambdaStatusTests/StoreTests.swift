#if StatusService
import Foundation
import LambdaStatusStore
import Testing

@Suite struct StoreTests {
    let folder: Folder
    let store: LambdaStatusStore

    init() throws {
        folder = try Folder()
        store = try LambdaStatusStore(path: folder.file("store.sqlite"))
    }

    @Test func addedTokenIsKnownUntilItIsRevoked() async throws {
        let token = try await store.addToken(label: "")
        #expect(try await store.tokenID(of: token) == 1)
        try await store.revokeToken(id: 1)
        #expect(try await store.tokenID(of: token) == nil)
    }

    @Test(arguments: ["", "Token", "tJ3b3f32f23ceuqdoS_TH7m0d6yxmlWL1r2ralKctty", "tJ3b3f", "' OR 1 = 1", "\u{0}"])
    func otherTextIsNoToken(text: String) async throws {
        try await store.seedDemo()
        #expect(try await store.tokenID(of: text) == nil)
        #expect(try await store.tokenID(of: LambdaStatusStore.demoToken) != nil)
    }

    @Test func databaseFileDoesNotHoldTheToken() async throws {
        let token = try await store.addToken(label: "")
        try store.close()
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let bytes = try Data(contentsOf: URL(filePath: folder.file(file)))
            #expect(bytes.range(of: Data(token.utf8)) == nil)
        }
    }

    @Test func sameTokenHasAnotherHashInAnotherDatabase() async throws {
        let other = try LambdaStatusStore(path: folder.file("other.sqlite"))
        try await other.seedDemo()
        #expect(try await store.tokenID(of: LambdaStatusStore.demoToken) == nil)
    }

    @Test func pagesFollowTheOrderOfIDsAndEnd() async throws {
        for uuid in [30, 10, 20] { try await store.addInstance(uuid: uuid, name: nil, status: nil) }
        #expect(try await store.instances(limit: 2, page: 1)?.map(\.uuid) == [30, 10])
        #expect(try await store.instances(limit: 2, page: 2)?.map(\.uuid) == [20])
        #expect(try await store.instances(limit: 2, page: 3) == nil)
        #expect(try await store.instances(limit: .max, page: .max) == nil)
    }

    @Test func firstPageOfNothingIsEmpty() async throws {
        #expect(try await store.instances(limit: 10, page: 1) == [])
    }

    @Test(arguments: [Int.min, -1, 0, .max]) func uuidMayBeAnyInteger(uuid: Int) async throws {
        try await store.addInstance(uuid: uuid, name: "edge", status: .failed)
        #expect(try await store.instance(uuid: uuid)?.name == "edge")
    }

    @Test func whatIsWrittenIsThereWhenTheFileIsOpenedAgain() async throws {
        let added = try await store.addInstance(uuid: 8, name: "kept", status: .stopping)
        try store.close()
        #expect(try await LambdaStatusStore(path: folder.file("store.sqlite")).instance(uuid: 8) == added)
    }

    @Test func writersDoNotGetIntoEachOthersWay() async throws {
        let path = folder.file("store.sqlite")
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    let store = try LambdaStatusStore(path: path)
                    for _ in 0..<10 { try await store.addInstance(uuid: nil, name: nil, status: nil) }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await store.instances().map(\.uuid) == Array(1...80))
    }

    @Test func fileThatIsNoDatabaseIsRefusedAndLeftAlone() throws {
        let path = folder.file("text")
        try Data("not a database, but more than a hundred bytes of text \(String(repeating: "x", count: 200))".utf8)
            .write(to: URL(filePath: path))
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(throws: (any Error).self) { try LambdaStatusStore(path: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
}
#endif
