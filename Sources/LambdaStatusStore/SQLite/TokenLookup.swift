#if StatusService
internal import Foundation
internal import GRDB

extension SQLiteStore {
    package func tokenID(of token: String) async throws -> Int? {
        let hashed = hash(token)
        return try await pool.read { database in
            let statement = try database.cachedStatement(sql: "SELECT id, hash FROM token WHERE lookup = ?")
            let rows = try Row.fetchCursor(statement, arguments: [hashed.lookup])
            while let row = try rows.next() {
                if hashed.matches(try row.decode(Data.self, atIndex: 1)) { return try row.decode(Int.self, atIndex: 0) }
            }
            return nil
        }
    }

    package func tokens() async throws -> [Token] {
        try await pool.read { database in
            try Token.fetchAll(database, sql: "SELECT id, label, hint, addedAt FROM token ORDER BY id")
        }
    }

    package func revokeToken(id: Int) async throws {
        try await pool.write { database in
            try database.execute(sql: "DELETE FROM token WHERE id = ?", arguments: [id])
            guard database.changesCount == 1 else { throw StoreError.noToken(id: id) }
        }
    }

    package func add(_ token: String, label: String) async throws {
        let hashed = hash(token)
        try await pool.write { database in
            try database.execute(
                sql: "INSERT INTO token (lookup, hash, label, hint) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                arguments: [hashed.lookup, hashed.bytes, label, String(token.prefix(6))])
        }
    }
}
#endif
