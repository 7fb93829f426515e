#if StatusService
internal import GRDB

extension LambdaStatusStore {
    /// The token in the curl line of the page that describes the status call.
    package static let demoToken = "tJ3b3f32f23ceuqdoS_TH7m0d6yxmlWL1r2ralKcttY"

    /// Makes the example of the page that describes the status call true: its instance and its token.
    @discardableResult
    package func seedDemo() async throws -> Instance {
        try await add(Self.demoToken, label: "demo")
        let demo = Instance(id: 14, uuid: 3, name: "Lambda Instance 2", status: .started)
        try await pool.write { database in
            try database.execute(
                sql: """
                    INSERT INTO instance (id, uuid, name, status) VALUES (?, ?, ?, ?)
                    ON CONFLICT (uuid) DO UPDATE SET id = excluded.id, name = excluded.name, status = excluded.status
                    """,
                arguments: [demo.id, demo.uuid, demo.name, demo.status])
        }
        return demo
    }
}
#endif
