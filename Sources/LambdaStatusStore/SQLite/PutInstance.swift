#if StatusService
internal import GRDB

extension SQLiteStore {
    package func put(_ instance: Instance) async throws {
        try await pool.write { database in
            try database.execute(
                sql: """
                    INSERT INTO instance (id, uuid, name, status) VALUES (?, ?, ?, ?)
                    ON CONFLICT (uuid) DO UPDATE SET id = excluded.id, name = excluded.name, status = excluded.status
                    """,
                arguments: [instance.id, instance.uuid, instance.name, instance.status])
        }
    }
}
#endif
