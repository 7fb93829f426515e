#if PostgreSQL
internal import Foundation

/// A database of a PostgreSQL server, which any number of services on any number of machines may share.
package final class PostgreSQLStore: StatusStore {
    let pool: PostgreSQLPool
    let hash: TokenHash

    /// Connects to the database and brings its tables up to date.
    ///
    /// - Parameters:
    ///   - url: A connection URI of PostgreSQL (section 34.1.1.2 of its documentation).
    ///   - connections: The greatest number of connections, positive.
    /// - Throws: An error if the server does not answer within five seconds or refuses the connection.
    package init(url: String, connections: Int = 8) async throws {
        pool = PostgreSQLPool(url: url, limit: connections)
        let key = try await pool.write { session in
            try session.migrate()
            return try session.rows("SELECT key FROM token_key").first?.first ?? nil
        }
        guard let key = key.flatMap(bytes) else { throw PostgreSQLError("the database has lost the key of its tokens") }
        hash = TokenHash(key: [UInt8](key))
    }

    package func close() async {
        await pool.closeIdle()
    }

    package func problem() async -> String? {
        let keys = try? await pool.read { try $0.rows("SELECT count(*) FROM token_key").first?.first ?? nil }
        return keys == "1" ? nil : "the database cannot be read"
    }
}

/// Bytes as PostgreSQL writes them.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    "\\x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// The bytes of PostgreSQL's hexadecimal format; `nil` for other text.
func bytes(_ text: String) -> Data? {
    let digits = text.utf8.dropFirst(2).compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    guard text.hasPrefix("\\x"), digits.count == text.utf8.count - 2, digits.count % 2 == 0 else { return nil }
    return Data(stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) })
}
#endif
