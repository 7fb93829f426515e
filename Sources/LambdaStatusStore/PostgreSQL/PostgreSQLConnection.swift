#if PostgreSQL
internal import Dispatch

/// A connection to a PostgreSQL server. Calls of libpq block, so each connection has a queue for them.
final class PostgreSQLConnection: Sendable {
    private let queue = DispatchQueue(label: "lambda-status.postgresql")
    private let box: SessionBox

    /// A session, which is only used on the connection's queue.
    private final class SessionBox: @unchecked Sendable {
        let session: PostgreSQLSession

        init(url: String) throws {
            session = try PostgreSQLSession(url: url)
        }
    }

    private init(_ box: SessionBox) {
        self.box = box
    }

    /// Connects to a server.
    ///
    /// - Throws: ``PostgreSQLError`` if there is no connection within five seconds.
    static func open(url: String) async throws -> PostgreSQLConnection {
        try await withCheckedThrowingContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(with: Result { PostgreSQLConnection(try SessionBox(url: url)) })
            }
        }
    }

    /// Runs statements on the connection's queue, one caller after the other.
    func run<Value: Sendable>(_ body: @escaping @Sendable (PostgreSQLSession) throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            queue.async { [box] in continuation.resume(with: Result { try body(box.session) }) }
        }
    }
}
#endif
