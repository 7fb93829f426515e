import Diagnostics

extension StringProtocol {
    /// Whether the text is a media type or a media range, with any parameters; RFC 9110, sections 8.3.1 and 5.6.6.
    var isMediaType: Bool {
        var rest = Substring(self).utf8
        guard takeToken(from: &rest), rest.popFirst() == UInt8(ascii: "/"), takeToken(from: &rest) else { return false }
        while !rest.isEmpty {
            skipSpace(in: &rest)
            guard rest.popFirst() == UInt8(ascii: ";") else { return false }
            skipSpace(in: &rest)
            if rest.isEmpty || rest.first == UInt8(ascii: ";") { continue }
            guard takeToken(from: &rest), rest.popFirst() == UInt8(ascii: "="), takeValue(from: &rest) else { return false }
        }
        return true
    }
}

private func takeToken(from rest: inout Substring.UTF8View) -> Bool {
    let end = rest.firstIndex { !isTokenByte($0) } ?? rest.endIndex
    let isToken = end > rest.startIndex
    rest = rest[end...]
    return isToken
}

/// Takes a token or a quoted string.
private func takeValue(from rest: inout Substring.UTF8View) -> Bool {
    guard rest.first == UInt8(ascii: "\"") else { return takeToken(from: &rest) }
    rest.removeFirst()
    while let byte = rest.popFirst() {
        if byte == UInt8(ascii: "\"") { return true }
        if byte == UInt8(ascii: "\\") { _ = rest.popFirst() }
    }
    return false
}

private func skipSpace(in rest: inout Substring.UTF8View) {
    rest = rest.drop { $0 == 0x20 || $0 == 0x09 }
}

/// Returns the end of a message about a text that is not a media type: the likely fix, if there is one.
func mediaTypeSuggestion(for text: String) -> String {
    let items = text.split(separator: ",").map(trimmed)
    if items.count > 1, items.allSatisfy(\.isMediaType) {
        return "; use one entry for each of " + items.map { "'\($0)'" }.joined(separator: " and ")
    }
    let likely = [trimmed(text), items.joined(separator: "; "), text.filter { $0 != " " }].first(where: \.isMediaType)
    return suggestion(likely ?? shortNames[trimmed(text).lowercased()] ?? closestMatch(to: text, in: shortNames.values.sorted()))
}

private func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0.isWhitespace }
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
}

private let shortNames = [
    "json": "application/json", "xml": "application/xml", "pdf": "application/pdf", "binary": "application/octet-stream",
    "form": "application/x-www-form-urlencoded", "multipart": "multipart/form-data", "text": "text/plain", "html": "text/html",
    "csv": "text/csv", "png": "image/png", "jpeg": "image/jpeg",
]
