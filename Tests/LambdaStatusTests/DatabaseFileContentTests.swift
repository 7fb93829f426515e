#if StatusService
import Foundation
import LambdaStatusStore
import Testing

@Suite struct DatabaseFileContentTests {
    let folder: Folder
    let store: SQLiteStore

    init() throws {
        folder = try Folder()
        store = try SQLiteStore(path: folder.file("store.sqlite"))
    }

    @Test func databaseFileDoesNotHoldTheToken() async throws {
        let token = try await store.addToken(label: "")
        try store.close()
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let bytes = try Data(contentsOf: URL(filePath: folder.file(file)))
            #expect(bytes.range(of: Data(token.utf8)) == nil)
        }
    }

    @Test func fileThatIsNoDatabaseIsRefusedAndLeftAlone() throws {
        let path = folder.file("text")
        try Data("not a database, but more than a hundred bytes of text \(String(repeating: "x", count: 200))".utf8)
            .write(to: URL(filePath: path))
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(throws: (any Error).self) { try SQLiteStore(path: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
}
#endif
