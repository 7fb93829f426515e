#if StatusService
internal import Crypto
internal import Foundation
internal import GRDB

/// The keyed hash under which a database knows its tokens: HMAC-SHA256 with a key that every database draws for itself.
///
/// Tokens are long and random, so a slow password hash would cost time at every request and add nothing.
struct TokenHash {
    private let key: SymmetricKey

    init(key: [UInt8]) {
        self.key = SymmetricKey(data: key)
    }

    static func fetchKey(_ database: Database) throws -> [UInt8] {
        guard let key = try Data.fetchOne(database, sql: "SELECT key FROM tokenHashKey") else {
            throw DatabaseError(message: "the database has lost the key of its tokens")
        }
        return [UInt8](key)
    }

    func callAsFunction(_ token: String) -> HashedToken {
        HashedToken(code: HMAC<SHA256>.authenticationCode(for: Data(token.utf8), using: key))
    }
}

/// A token as the database may see it.
struct HashedToken: Sendable {
    fileprivate let code: HMAC<SHA256>.MAC

    var bytes: Data { Data(code) }

    /// The part in the index: too short to reveal the token, long enough to find one row.
    var lookup: Int {
        code.withUnsafeBytes { Int($0.loadUnaligned(as: Int64.self).littleEndian) }
    }

    /// Whether the stored hash is this one, in a time that does not depend on where they differ.
    func matches(_ stored: Data) -> Bool {
        code == stored
    }
}
#endif
