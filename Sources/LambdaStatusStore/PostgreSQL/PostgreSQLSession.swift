#if PostgreSQL
internal import CLibPQ
internal import Foundation

/// What libpq knows of a connection; used by one thread at a time.
final class PostgreSQLSession {
    private let connection: OpaquePointer
    /// The names of the statements that the server has parsed and planned, by their text.
    private var prepared: [String: String] = [:]

    /// - Throws: ``PostgreSQLError`` if there is no connection.
    init(url: String) throws {
        // What stands in the URL replaces what is set here.
        let settings = [
            ("connect_timeout", "5"), ("tcp_user_timeout", "15000"), ("keepalives_idle", "30"),
            ("application_name", "lambda-status"), ("options", "-c statement_timeout=30s"), ("dbname", url),
            ("client_encoding", "UTF8"),
        ]
        let opened = withCStrings(settings.map(\.0)) { names in
            withCStrings(settings.map(\.1)) { values in PQconnectdbParams(names, values, 1) }
        }
        guard let opened else { throw PostgreSQLError("there is not enough memory for a connection") }
        connection = opened
        guard isUsable else { throw PostgreSQLError(message: PQerrorMessage(connection), isLost: true) }
    }

    deinit {
        PQfinish(connection)
    }

    /// Whether the connection is open, as far as its last use has shown.
    var isUsable: Bool { PQstatus(connection) == CONNECTION_OK }

    /// Runs a statement, which is prepared when it runs for the first time.
    ///
    /// - Parameters:
    ///   - sql: One statement, with `$1` for the first value.
    ///   - values: The values as text; `nil` for `NULL`.
    /// - Returns: The columns of each row as text.
    /// - Throws: ``PostgreSQLError``.
    @discardableResult
    func rows(_ sql: String, _ values: String?...) throws -> [[String?]] {
        if values.contains(where: { $0?.utf8.contains(0) ?? false }) {
            throw PostgreSQLError("a text with the character U+0000 cannot be stored")
        }
        let name = try preparedName(of: sql)
        return try read(withCStrings(values) { PQexecPrepared(connection, name, Int32(values.count), $0, nil, nil, 0) })
    }

    /// Runs statements without values.
    ///
    /// - Throws: ``PostgreSQLError``.
    func execute(_ sql: String) throws {
        _ = try read(PQexec(connection, sql))
    }

    /// Runs statements that take effect together or not at all.
    func transaction<Value>(_ body: () throws -> Value) throws -> Value {
        try execute("BEGIN")
        do {
            let value = try body()
            try execute("COMMIT")
            return value
        } catch {
            // Without a connection there is nothing left to undo.
            try? execute("ROLLBACK")
            throw error
        }
    }

    private func preparedName(of sql: String) throws -> String {
        if let known = prepared[sql] { return known }
        let name = "statement\(prepared.count)"
        _ = try read(PQprepare(connection, name, sql, 0, nil))
        prepared[sql] = name
        return name
    }

    private func read(_ result: OpaquePointer?) throws -> [[String?]] {
        defer { PQclear(result) }
        switch PQresultStatus(result) {
        case PGRES_COMMAND_OK: return []
        case PGRES_TUPLES_OK:
            return (0..<PQntuples(result)).map { row in
                (0..<PQnfields(result)).map { column in
                    PQgetisnull(result, row, column) == 1 ? nil : String(cString: PQgetvalue(result, row, column))
                }
            }
        default: throw PostgreSQLError(message: PQerrorMessage(connection), isLost: !isUsable)
        }
    }
}

/// Why a statement failed.
struct PostgreSQLError: Error, CustomStringConvertible {
    let description: String
    /// Whether the connection was lost, so that nobody knows whether the statement took effect.
    let isLost: Bool

    init(_ description: String, isLost: Bool = false) {
        self.description = description
        self.isLost = isLost
    }

    /// - Parameter message: The message of libpq, which ends with a line break.
    fileprivate init(message: UnsafePointer<CChar>?, isLost: Bool) {
        let text = message.map { String(cString: $0) } ?? ""
        self.init(text.trimmingCharacters(in: .whitespacesAndNewlines), isLost: isLost)
    }
}

/// Calls a function with an array of C strings, which `nil` ends.
private func withCStrings<Result>(
    _ texts: [String?], _ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> Result
) -> Result {
    let copies = texts.map { $0.map { strdup($0) } ?? nil }
    defer { for copy in copies { free(copy) } }
    let pointers = copies.map { UnsafePointer($0) } + [nil]
    return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
}
#endif
