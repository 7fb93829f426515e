/// A media type or range with its parameters (RFC 9110, section 8.3).
package struct MediaType {
    package let type: String
    package let subtype: String
    let parameters: [(name: String, value: String)]

    /// Reads `type/subtype; name=value`; `nil` where the text is none.
    package init?(_ text: some StringProtocol) {
        let pieces = Self.split(text, at: UInt8(ascii: ";"))
        let names = (pieces.first ?? "").trimmingHTTPWhitespace.split(separator: "/", omittingEmptySubsequences: false)
        guard names.count == 2, names.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(Self.isTokenByte) }) else { return nil }
        type = names[0].lowercased()
        subtype = names[1].lowercased()
        parameters = pieces.dropFirst().compactMap { piece in
            guard let equal = piece.firstIndex(of: "=") else { return nil }
            let name = String(piece[..<equal]).trimmingHTTPWhitespace.lowercased()
            return (name, Self.unquoted(String(piece[piece.index(after: equal)...]).trimmingHTTPWhitespace))
        }
    }

    func parameter(_ name: String) -> String? {
        parameters.first { $0.name == name }?.value
    }

    var isJSON: Bool {
        subtype == "json" || subtype.hasSuffix("+json")
    }

    /// Whether this range, which may have stars, covers a media type; its parameters have to be those of the type.
    func covers(_ other: MediaType) -> Bool {
        guard type == "*" || type == other.type, coversSubtype(other.subtype) else { return false }
        return parameters.allSatisfy { mine in
            mine.name == "charset" || mine.name == "q" || other.parameter(mine.name)?.lowercased() == mine.value.lowercased()
        }
    }

    var isRange: Bool {
        type == "*" || subtype == "*" || subtype.hasPrefix("*+")
    }

    /// Some documents use ranges of all subtypes with a suffix, such as `application/*+json`. `application/json` is their default.
    private func coversSubtype(_ other: String) -> Bool {
        if subtype == "*" || subtype == other { return true }
        return subtype.hasPrefix("*+") && (other.hasSuffix(subtype.dropFirst()) || other == subtype.dropFirst(2))
    }

    /// How narrow the range is: the narrowest that covers a type decides about it (RFC 9110, section 12.5.1).
    var specificity: Int {
        (type == "*" ? 0 : 1) + (subtype == "*" ? 0 : subtype.hasPrefix("*+") ? 1 : 2) + 4
            * parameters.filter { $0.name != "q" && $0.name != "charset" }.count
    }

    /// The `Content-Type` for content that is described by `text`: itself, or the default media type of a range.
    static func label(for text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "*")), let range = MediaType(text), range.isRange else { return text }
        if range.isJSON { return "application/json" }
        switch range.type {
        case "text": return "text/plain"
        case "image": return "image/png"
        case "audio": return "audio/mpeg"
        case "video": return "video/mp4"
        case "font": return "font/ttf"
        case "multipart": return "multipart/form-data"
        default: return "application/octet-stream"
        }
    }

    /// A media type without a `charset` that is another one than UTF-8, in which all text is written.
    static func inUTF8(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: ";")), let mediaType = MediaType(text), let charset = mediaType.parameter("charset"),
            !readableCharsets.contains(charset.lowercased())
        else { return text }
        let kept = split(text, at: UInt8(ascii: ";")).filter { !$0.trimmingHTTPWhitespace.lowercased().hasPrefix("charset") }
        return kept.joined(separator: ";")
    }

    /// The label of text, which is written in UTF-8.
    static func textLabel(for text: String) -> String {
        let label = inUTF8(label(for: text))
        guard label.hasPrefix("text/"), MediaType(label)?.parameter("charset") == nil else { return label }
        return label + "; charset=utf-8"
    }

    /// Whether a text is a media type without parameters that is no range, such as `application/json`.
    static func isPlain(_ text: String) -> Bool {
        var slashes = 0
        for byte in text.utf8 {
            if byte == UInt8(ascii: "/") {
                slashes += 1
            } else if !isTokenByte(byte) || byte == UInt8(ascii: "*") {
                return false
            }
        }
        return slashes == 1 && text.utf8.first != UInt8(ascii: "/") && text.utf8.last != UInt8(ascii: "/")
    }

    /// Splits at a separator, but not within quoted strings.
    static func split(_ text: some StringProtocol, at separator: UInt8) -> [String] {
        var pieces: [String] = []
        var piece: [UInt8] = []
        var isQuoted = false
        var isEscaped = false
        for byte in text.utf8 {
            if byte == separator, !isQuoted {
                pieces.append(String(decoding: piece, as: UTF8.self))
                piece = []
                continue
            }
            if byte == UInt8(ascii: "\""), !isEscaped { isQuoted.toggle() }
            isEscaped = isQuoted && !isEscaped && byte == UInt8(ascii: "\\")
            piece.append(byte)
        }
        pieces.append(String(decoding: piece, as: UTF8.self))
        return pieces
    }

    static func unquoted(_ text: String) -> String {
        guard text.utf8.count >= 2, text.utf8.first == UInt8(ascii: "\""), text.utf8.last == UInt8(ascii: "\"") else { return text }
        var result: [UInt8] = []
        var isEscaped = false
        for byte in text.utf8.dropFirst().dropLast() {
            isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
            if !isEscaped { result.append(byte) }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
        }
    }
}
