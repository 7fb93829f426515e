#if StatusService
import Foundation
import Testing

/// The database file, which holds the key of the tokens.
@Suite struct DatabaseFileTests {
    private func permissions(_ file: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    }

    @Test func onlyTheOwnerHasAccess() throws {
        let service = try RunningService()
        _ = try service.curl("/backend/authenticate")
        for name in ["lambda-status.sqlite", "lambda-status.sqlite-wal", "lambda-status.sqlite-shm"] {
            #expect(try permissions(service.folder.file(name)) == 0o600)
        }
    }

    @Test func accessToAnOlderFileIsRestricted() throws {
        let folder = try Folder()
        try run(in: folder, "seed-demo")
        let file = folder.file("lambda-status.sqlite")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file)
        try run(in: folder, "instance", "list")
        #expect(try permissions(file) == 0o600)
    }

    @Test func replacedFileIsNoticed() throws {
        let service = try RunningService()
        #expect(try service.curl("/health").body == "ok\n")
        let file = service.folder.file("lambda-status.sqlite")
        try FileManager.default.moveItem(atPath: file, toPath: file + ".old")
        let removed = try service.curl("/health")
        #expect(removed.status == 503)
        #expect(removed.body == "the database file was removed; restart the service\n")
        try FileManager.default.copyItem(atPath: file + ".old", toPath: file)
        let replaced = try service.curl("/health")
        #expect(replaced.status == 503)
        #expect(replaced.body == "the database file was replaced; restart the service\n")
        try FileManager.default.removeItem(atPath: file)
        try FileManager.default.moveItem(atPath: file + ".old", toPath: file)
        #expect(try service.curl("/health").status == 200)
    }

    @Test func uuidAfterTheGreatestOneIsTheLeastFreeOne() throws {
        let folder = try Folder()
        for uuid in ["1", "2", "4", "\(Int.max)"] { try run(in: folder, "instance", "add", "--uuid", uuid) }
        #expect(try run(in: folder, "instance", "add").lines == ["3"])
        #expect(try run(in: folder, "instance", "add").lines == ["5"])
    }
}
#endif
