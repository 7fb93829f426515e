#if StatusService
internal import Foundation
internal import GRDB

/// A database in a file of SQLite. Any number of processes may have the same file open.
package final class SQLiteStore: StatusStore {
    let pool: DatabasePool
    let hash: TokenHash
    private let file: DatabaseFile

    /// Opens the database file at `path`, creating it or bringing it up to date where needed.
    package init(path: String) throws {
        DatabaseFile.create(path: path)
        try pool = openPool(path: path)
        do {
            try migrations.migrate(pool)
        } catch {
            // Another process may have brought a new file up to date at the same time.
            guard try pool.read(migrations.hasCompletedMigrations) else { throw error }
        }
        file = DatabaseFile(path: path)
        try hash = TokenHash(key: pool.read(TokenHash.fetchKey))
    }

    /// Finishes what is under way and gives the file back.
    package func close() throws {
        // While another process reads, what is in the log stays there for the next one to open the file.
        try? pool.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) }
        try pool.close()
    }

    /// Returns what keeps the database from being used, or `nil` if all is well.
    package func problem() async -> String? {
        if let problem = file.problem { return problem }
        let isReadable = try? await pool.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM tokenHashKey") } == 1
        return isReadable == true ? nil : "the database cannot be read"
    }

    /// What SQLite's own check of the file finds wrong with it, nothing if all is well.
    package func integrityProblems() throws -> [String] {
        try pool.read { try String.fetchAll($0, sql: "PRAGMA integrity_check") }.filter { $0 != "ok" }
    }
}

extension TokenHash {
    fileprivate static func fetchKey(_ database: Database) throws -> [UInt8] {
        guard let key = try Data.fetchOne(database, sql: "SELECT key FROM tokenHashKey") else {
            throw DatabaseError(message: "the database has lost the key of its tokens")
        }
        return [UInt8](key)
    }
}
#endif
