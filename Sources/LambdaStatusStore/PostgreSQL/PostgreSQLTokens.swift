#if PostgreSQL
extension PostgreSQLStore {
    package func tokenID(of token: String) async throws -> Int? {
        let hashed = hash(token)
        return try await pool.read { session in
            let rows = try session.rows("SELECT id, hash FROM token WHERE lookup = $1", String(hashed.lookup))
            let match = rows.first { row in row[1].flatMap(bytes).map(hashed.matches) ?? false }
            return match?[0].flatMap { Int($0) }
        }
    }

    package func tokens() async throws -> [Token] {
        try await pool.read { session in
            let time = #"to_char(added_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')"#
            return try session.rows("SELECT id, label, hint, \(time) FROM token ORDER BY id").map { row in
                guard let id = row[0].flatMap({ Int($0) }), let label = row[1], let hint = row[2], let addedAt = row[3] else {
                    throw PostgreSQLError("a row of the table 'token' cannot be read")
                }
                return Token(id: id, label: label, hint: hint, addedAt: addedAt)
            }
        }
    }

    package func revokeToken(id: Int) async throws {
        let revoked = try await pool.write { try $0.rows("DELETE FROM token WHERE id = $1 RETURNING id", String(id)).count }
        guard revoked == 1 else { throw StoreError.noToken(id: id) }
    }

    package func add(_ token: String, label: String) async throws {
        let hashed = hash(token)
        try await pool.write { session in
            _ = try session.rows(
                "INSERT INTO token (lookup, hash, label, hint) VALUES ($1, $2::bytea, $3, $4) ON CONFLICT DO NOTHING",
                String(hashed.lookup), hexadecimal(hashed.bytes), label, String(token.prefix(6)))
        }
    }
}
#endif
