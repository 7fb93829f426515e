#if StatusService
internal import Crypto
internal import Foundation

/// The keyed hash under which a database knows its tokens: HMAC-SHA256 with a key that every database draws for itself.
///
/// Tokens are long and random, so a slow password hash would cost time at every request and add nothing.
struct TokenHash {
    private let key: SymmetricKey

    init(key: [UInt8]) {
        self.key = SymmetricKey(data: key)
    }

    /// A new key of 256 random bits.
    static func randomKey() -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
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
