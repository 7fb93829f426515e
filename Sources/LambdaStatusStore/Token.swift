#if StatusService
internal import GRDB

/// What the database remembers of a token, which is not the token.
package struct Token: Hashable, Sendable {
    package var id: Int
    /// What the operator calls it.
    package var label: String
    /// Its first characters.
    package var hint: String
    /// When it was added, in RFC 3339.
    package var addedAt: String
}

extension Token: FetchableRecord {
    init(row: Row) throws {
        try id = row.decode(atIndex: 0)
        try label = row.decode(atIndex: 1)
        try hint = row.decode(atIndex: 2)
        try addedAt = row.decode(atIndex: 3)
    }
}

/// A new token of 256 random bits, in the alphabet of base64url.
func randomToken() -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    var generator = SystemRandomNumberGenerator()
    let characters = (0..<43).map { _ in alphabet[Int(generator.next(upperBound: UInt(alphabet.count)))] }
    return String(decoding: characters, as: UTF8.self)
}
#endif
