#if StatusService
internal import GRDB

extension SQLiteStore {
    package func instance(uuid: Int) async throws -> Instance? {
        try await pool.read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT \(Instance.columns) FROM instance WHERE uuid = ?")
            return try Instance.fetchOne(statement, arguments: [uuid])
        }
    }

    package func instances() async throws -> [Instance] {
        try await pool.read { database in
            try Instance.fetchAll(database, sql: "SELECT \(Instance.columns) FROM instance ORDER BY id")
        }
    }

    package func instances(limit: Int, offset: Int) async throws -> [Instance] {
        try await pool.read { database in
            let statement = try database.cachedStatement(
                sql: "SELECT \(Instance.columns) FROM instance ORDER BY id LIMIT ? OFFSET ?")
            return try Instance.fetchAll(statement, arguments: [limit, offset])
        }
    }

    package func addInstance(uuid: Int?, name: String?, status: InstanceStatus?) async throws -> Instance {
        try await pool.write { database in
            if let uuid, try Instance.exists(uuid: uuid, in: database) { throw StoreError.uuidTaken(uuid) }
            let added = try Instance.fetchOne(
                database,
                sql: """
                    INSERT INTO instance (uuid, name, status)
                    VALUES (
                        ?,
                        coalesce(?, 'Lambda Instance'),
                        coalesce(?, 'PENDING'))
                    RETURNING \(Instance.columns)
                    """,
                arguments: [uuid ?? Instance.freeUUID(in: database), name, status])
            guard let added else { throw DatabaseError(message: "an added instance was not returned") }
            return added
        }
    }

    package func setStatus(_ status: InstanceStatus, ofInstance uuid: Int) async throws {
        try await pool.write { database in
            try database.execute(
                sql: "UPDATE instance SET status = ? WHERE uuid = ?", arguments: [status, uuid])
            guard database.changesCount == 1 else { throw StoreError.noInstance(uuid: uuid) }
        }
    }
}

extension Instance {
    fileprivate static func freeUUID(in database: Database) throws -> Int {
        let greatest = try Int.fetchOne(database, sql: "SELECT max(uuid) FROM instance") ?? 0
        guard greatest == .max else { return greatest + 1 }
        if try !exists(uuid: 1, in: database) { return 1 }
        let free = try Int.fetchOne(
            database,
            sql: """
                SELECT min(uuid) + 1 FROM instance AS used WHERE uuid > 0 AND uuid < ?
                AND NOT EXISTS (SELECT 1 FROM instance WHERE uuid = used.uuid + 1)
                """, arguments: [Int.max])
        guard let free else { throw DatabaseError(message: "all positive uuids are taken") }
        return free
    }

    fileprivate static func exists(uuid: Int, in database: Database) throws -> Bool {
        try Bool.fetchOne(
            database, sql: "SELECT EXISTS (SELECT 1 FROM instance WHERE uuid = ?)", arguments: [uuid]) ?? false
    }
}
#endif
