import APIModel
import Testing

/// Names of texts in ASCII, which are made from their bytes, and of all others, which are made from their scalars.
struct PlainNameTests {
    /// Texts from parts that names are cut at, or that are spelled in a way of their own.
    private static let texts: [String] = {
        let parts = [
            "a", "b", "X", "O", "i", "ID", "IDs", "id", "ids", "Auth", "oauth2", "IPv4", "ipv6", "HTTP", "HTTPServer", "URLs",
            "user",
            "User", "TO_DO", "STATUS", "open", "API", "openapi", "9", "24h", "2fa", "md5", "sha256s", "UTF8", "Pv4", "s", "Es", "-",
            "_", " ", ".", "/", "+1", "-1", "$ref", "@", "x86",
        ]
        var number: UInt64 = 1
        func next(_ count: Int) -> Int {
            number = number &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(truncatingIfNeeded: number >> 33) % count
        }
        return (0..<20_000).map { _ in (0...next(5)).map { _ in parts[next(parts.count)] }.joined() }
    }()

    @Test func theyAreMadeByTheSameRules() {
        for text in Self.texts {
            // A character that nobody sees is no part of a name.
            let other = text + "\u{200B}"
            guard text.contains(where: { $0.isLetter || $0.isNumber }) else { continue }
            #expect(Identifier(typeFrom: text) == Identifier(typeFrom: other), "\(text)")
            #expect(Identifier(memberFrom: text, kind: "query") == Identifier(memberFrom: other, kind: "query"), "\(text)")
            let type = Identifier(typeFrom: text)
            #expect(type.appending(wordsOf: text) == type.appending(wordsOf: other), "\(text)")
        }
    }
}
