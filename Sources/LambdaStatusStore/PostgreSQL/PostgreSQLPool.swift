#if PostgreSQL
/// Connections that are opened when they are needed and used by one caller at a time.
actor PostgreSQLPool {
    private let url: String
    private let limit: Int
    private var idle: [PostgreSQLConnection] = []
    private var count = 0
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// - Parameters:
    ///   - url: The URL of the database, as libpq reads it.
    ///   - limit: The greatest number of connections, positive.
    init(url: String, limit: Int) {
        self.url = url
        self.limit = limit
    }

    /// Runs statements on a connection of the pool, and waits for one if all are in use.
    func write<Value: Sendable>(_ body: @escaping @Sendable (PostgreSQLSession) throws -> Value) async throws -> Value {
        let connection = try await take()
        do {
            let value = try await connection.run(body)
            give(connection)
            return value
        } catch {
            if (error as? PostgreSQLError)?.isLost ?? false { discard() } else { give(connection) }
            throw error
        }
    }

    /// Runs statements that change nothing; once more on a new connection if the server has closed the first one.
    func read<Value: Sendable>(_ body: @escaping @Sendable (PostgreSQLSession) throws -> Value) async throws -> Value {
        do {
            return try await write(body)
        } catch let error as PostgreSQLError where error.isLost {
            // The others are from the same server, which has ended or was restarted.
            closeIdle()
            return try await write(body)
        }
    }

    /// Closes the connections that nobody uses.
    func closeIdle() {
        count -= idle.count
        idle = []
    }

    private func take() async throws -> PostgreSQLConnection {
        while idle.isEmpty, count >= limit { await withCheckedContinuation { waiting.append($0) } }
        if let connection = idle.popLast() { return connection }
        count += 1
        do {
            return try await PostgreSQLConnection.open(url: url)
        } catch {
            discard()
            throw error
        }
    }

    private func give(_ connection: PostgreSQLConnection) {
        idle.append(connection)
        wakeOne()
    }

    private func discard() {
        count -= 1
        wakeOne()
    }

    private func wakeOne() {
        if !waiting.isEmpty { waiting.removeFirst().resume() }
    }
}
#endif
