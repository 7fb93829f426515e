/// The lines of `Set-Cookie` that Foundation joined with commas.
enum SetCookieLines {
    /// Splits at the commas with a space before `name=`, as Foundation writes them. The comma of `Expires=Wed, 09 Jun 2027 10:18:14 GMT` is not one of them.
    static func split(_ joined: String) -> [String] {
        var lines: [String] = []
        for piece in joined.split(separator: ",", omittingEmptySubsequences: false) {
            if let last = lines.indices.last, !startsCookie(piece) {
                lines[last] += "," + piece
            } else {
                lines.append(String(piece.drop { $0 == " " }))
            }
        }
        return lines
    }

    /// Whether the text begins with the name of a cookie, which is a token (RFC 6265, section 4.1.1), and an equals sign.
    private static func startsCookie(_ text: Substring) -> Bool {
        guard text.first == " " else { return false }
        let text = text.drop { $0 == " " }
        guard let equals = text.firstIndex(of: "="), equals != text.startIndex else { return false }
        return text[..<equals].utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"()<>@,;:\\\"/[]?={}".utf8.contains($0) }
    }
}
