#if PostgreSQL
extension PostgreSQLStore {
    package func instance(uuid: Int) async throws -> Instance? {
        try await pool.read { session in
            try session.rows("SELECT \(Instance.fields) FROM instance WHERE uuid = $1", String(uuid)).first.map(Instance.init)
        }
    }

    package func instances() async throws -> [Instance] {
        try await pool.read { try $0.rows("SELECT \(Instance.fields) FROM instance ORDER BY id").map(Instance.init) }
    }

    package func instances(limit: Int, offset: Int) async throws -> [Instance] {
        try await pool.read { session in
            try session.rows(
                "SELECT \(Instance.fields) FROM instance ORDER BY id LIMIT $1 OFFSET $2", String(limit), String(offset)
            ).map(Instance.init)
        }
    }

    package func addInstance(uuid: Int?, name: String?, status: InstanceStatus?) async throws -> Instance {
        try await pool.write { session in
            if let uuid {
                guard let added = try session.add(uuid, name, status) else { throw StoreError.uuidTaken(uuid) }
                return added
            }
            return try session.transaction {
                try session.rows("SELECT pg_advisory_xact_lock($1::bigint)", AdvisoryLock.freeUUID)
                // Another transaction may add an instance with the uuid that is about to be used.
                for _ in 0..<100 {
                    if let added = try session.add(session.freeUUID(), name, status) { return added }
                }
                throw PostgreSQLError("no free uuid was found while others added instances")
            }
        }
    }

    package func put(_ instance: Instance) async throws {
        try await pool.write { session in
            try session.transaction {
                try session.rows(
                    """
                    INSERT INTO instance (id, uuid, name, status) VALUES ($1, $2, $3, $4)
                    ON CONFLICT (uuid) DO UPDATE SET id = excluded.id, name = excluded.name, status = excluded.status
                    """,
                    String(instance.id), String(instance.uuid), instance.name, instance.status.rawValue)
                // An id that is given does not count for the next one by itself.
                try session.rows(
                    "SELECT setval(pg_get_serial_sequence('instance', 'id'), greatest((SELECT max(id) FROM instance), 1))")
            }
        }
    }

    package func setStatus(_ status: InstanceStatus, ofInstance uuid: Int) async throws {
        let changed = try await pool.write { session in
            try session.rows("UPDATE instance SET status = $1 WHERE uuid = $2 RETURNING id", status.rawValue, String(uuid)).count
        }
        guard changed == 1 else { throw StoreError.noInstance(uuid: uuid) }
    }
}

extension PostgreSQLSession {
    /// Adds an instance; returns `nil` if its uuid is taken.
    fileprivate func add(_ uuid: Int, _ name: String?, _ status: InstanceStatus?) throws -> Instance? {
        try rows(
            """
            INSERT INTO instance (uuid, name, status)
            VALUES ($1, coalesce($2, 'Lambda Instance'), coalesce($3, 'PENDING'))
            ON CONFLICT (uuid) DO NOTHING
            RETURNING \(Instance.fields)
            """, String(uuid), name, status?.rawValue
        ).first.map(Instance.init)
    }

    fileprivate func freeUUID() throws -> Int {
        let greatest = try integer("SELECT max(uuid) FROM instance") ?? 0
        if greatest < .max { return greatest + 1 }
        let free = try integer(
            """
            SELECT min(candidate) FROM (SELECT 1 AS candidate UNION ALL SELECT uuid + 1 FROM instance
                WHERE uuid > 0 AND uuid < \(Int.max)) AS candidates
            WHERE NOT EXISTS (SELECT 1 FROM instance WHERE uuid = candidate)
            """)
        guard let free else { throw PostgreSQLError("all positive uuids are taken") }
        return free
    }

    private func integer(_ sql: String) throws -> Int? {
        try rows(sql).first?.first?.flatMap { Int($0) }
    }
}

extension Instance {
    fileprivate static let fields = "id, uuid, name, status"

    /// - Parameter row: The columns of ``fields``.
    fileprivate init(_ row: [String?]) throws {
        guard row.count == 4, let id = row[0].flatMap({ Int($0) }), let uuid = row[1].flatMap({ Int($0) }), let name = row[2],
            let status = row[3].flatMap(InstanceStatus.init)
        else { throw PostgreSQLError("a row of the table 'instance' cannot be read") }
        self.init(id: id, uuid: uuid, name: name, status: status)
    }
}
#endif
