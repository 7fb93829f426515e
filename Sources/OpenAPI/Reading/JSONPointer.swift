/// A JSON Pointer; RFC 6901.
struct JSONPointer {
    var tokens: [String]

    init(tokens: [String]) {
        self.tokens = tokens
    }

    /// Parses a URI fragment (section 6), or returns `nil` if it has an invalid escape or does not start with a slash.
    init?(fragment: String) {
        guard fragment.isEmpty || fragment.hasPrefix("/") || fragment.hasPrefix("%2F") else { return nil }
        let decoded = removingPercentEncoding(fragment)
        tokens = []
        for token in decoded.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).dropFirst() {
            guard let token = unescaped(Substring(token)) else { return nil }
            tokens.append(token)
        }
    }
}

private func unescaped(_ token: Substring) -> String? {
    guard token.utf8.contains(UInt8(ascii: "~")) else { return String(token) }
    var text = String.UnicodeScalarView()
    var rest = token.unicodeScalars
    while let scalar = rest.popFirst() {
        guard scalar == "~" else {
            text.append(scalar)
            continue
        }
        switch rest.popFirst() {
        case "0"?: text.append("~")
        case "1"?: text.append("/")
        default: return nil
        }
    }
    return String(text)
}

func removingPercentEncoding(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Substring(text).utf8
    while let byte = rest.popFirst() {
        let digits = String(rest.prefix(2)) ?? ""
        if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let value = UInt8(digits, radix: 16) {
            bytes.append(value)
            rest = rest.dropFirst(2)
        } else {
            bytes.append(byte)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
