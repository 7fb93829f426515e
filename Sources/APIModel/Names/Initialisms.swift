/// Abbreviations that are written in capitals wherever they stand in a name but at the start of a member's.
///
/// A word that also is an ordinary one, such as `pin` or `it`, is not among them.
let initialisms: Set<String> = [
    "acl", "ai", "api", "aws", "cdn", "cidr", "cli", "cors", "cpu", "crc", "css", "csv", "db", "dns", "fqdn", "ftp", "gif", "gpu",
    "guid", "hmac", "html", "http", "https", "iban", "id", "imei", "imsi", "ip", "isbn", "jpeg", "json", "jwk", "jwks", "jwt",
    "kms",
    "ldap", "md5", "mfa", "mime", "ml", "nfc", "oidc", "otp", "pdf", "png", "qr", "rpc", "rsa", "saml", "sdk", "sha1", "sha256",
    "sha512", "sku", "sms", "smtp", "sql", "ssh", "ssl", "sso", "svg", "tcp", "tls", "totp", "ttl", "udp", "ui", "uri", "url",
    "urn",
    "utc", "utf", "utf8", "uuid", "vm", "vpc", "vpn", "xml", "yaml",
]

/// Words that are written in a way of their own, with the way they start a member's name.
let ownSpellings: [(word: String, inside: String, atStart: String)] = [
    ("oauth", "OAuth", "oAuth"), ("openapi", "OpenAPI", "openAPI"), ("ipv4", "IPv4", "ipv4"), ("ipv6", "IPv6", "ipv6"),
]

private func ownSpelling(of word: String) -> (word: String, inside: String, atStart: String)? {
    ownSpellings.first { $0.word == word }
}

/// A word that is spelled alike in all names, whatever its case in the document.
struct KnownWord {
    /// The spelling at the start of a type's name and inside all names.
    let inside: String
    /// The spelling at the start of a member's name.
    let atStart: String

    /// Returns nil for an ordinary word. Digits can follow a known one, as in `oauth2`, and the `s` of a plural, as in `ids`.
    init?(_ word: String) {
        let lower = word.lowercased()
        let stem = lower.withoutLastDigits
        if let own = ownSpelling(of: lower) ?? ownSpelling(of: stem) {
            let digits = own.word == lower ? "" : lower.dropFirst(stem.count)
            inside = own.inside + digits
            atStart = own.atStart + digits
        } else if initialisms.contains(lower) || initialisms.contains(stem) {
            inside = lower.uppercased()
            atStart = lower
        } else if lower.hasSuffix("s"), initialisms.contains(String(lower.dropLast())) {
            inside = lower.dropLast().uppercased() + "s"
            atStart = lower
        } else {
            return nil
        }
    }
}

/// Joins what a capital inside it separated, as in `OAuth` and `IPv6`.
func joiningOwnSpellings(_ words: [String]) -> [String] {
    var joined: [String] = []
    for word in words {
        if let last = joined.last, last.unicodeScalars.count == 1,
            ownSpelling(of: (last + word).lowercased()) ?? ownSpelling(of: (last + word).lowercased().withoutLastDigits) != nil
        {
            joined[joined.count - 1] = last + word
        } else {
            joined.append(word)
        }
    }
    return joined
}

extension String {
    /// The text before the digits that it ends with.
    fileprivate var withoutLastDigits: String {
        var text = Substring(self)
        while let last = text.unicodeScalars.last, ("0"..."9").contains(last) { text.unicodeScalars.removeLast() }
        return String(text)
    }
}
