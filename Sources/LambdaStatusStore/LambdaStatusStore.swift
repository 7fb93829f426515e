#if StatusService
internal import GRDB

/// The database of the status service: lambda instances, and the tokens that give access to them.
///
/// Any number of processes may have the same file open. What a call has returned from writing survives the end of the
/// process and of the machine.
package final class LambdaStatusStore: Sendable {
    let pool: DatabasePool
    let hash: TokenHash
    private let file: DatabaseFile

    /// Opens the database file at `path`, creating it or bringing it up to date where needed.
    package init(path: String) throws {
        DatabaseFile.create(path: path)
        try pool = openPool(path: path)
        try migrations.migrate(pool)
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

/// A request to the store that the database's content does not allow.
package enum StoreError: Error, Equatable, CustomStringConvertible {
    case uuidTaken(Int)
    case noInstance(uuid: Int)
    case noToken(id: Int)

    package var description: String {
        switch self {
        case .uuidTaken(let uuid): "there already is a lambda instance with the uuid \(uuid)"
        case .noInstance(let uuid): "there is no lambda instance with the uuid \(uuid)"
        case .noToken(let id): "there is no token with the id \(id)"
        }
    }
}
#endif
