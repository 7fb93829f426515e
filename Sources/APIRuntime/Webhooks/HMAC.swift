/// Message authentication codes with SHA-256 (RFC 2104).
enum HMAC {
    /// Returns the code of a message.
    ///
    /// - Parameters:
    ///   - message: The message in pieces, which are not joined.
    ///   - key: The key.
    static func code(of message: [[UInt8]], key: [UInt8]) -> [UInt8] {
        let short = key.count > SHA256.blockSize ? SHA256.digest(of: key) : key
        let block = short + [UInt8](repeating: 0, count: SHA256.blockSize - short.count)
        var inner = SHA256()
        inner.update(block.map { $0 ^ 0x36 })
        for piece in message { inner.update(piece) }
        var outer = SHA256()
        outer.update(block.map { $0 ^ 0x5C })
        outer.update(inner.finish())
        return outer.finish()
    }

    /// Whether two codes are equal, decided in a time that does not depend on where they differ.
    static func areEqual(_ first: [UInt8], _ second: [UInt8]) -> Bool {
        guard first.count == second.count else { return false }
        var difference: UInt8 = 0
        for index in first.indices { difference |= first[index] ^ second[index] }
        return difference == 0
    }
}
