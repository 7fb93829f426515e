/// Text of a document made safe for Markdown: its own Markdown stays, HTML and dangerous links do not.
package enum MarkdownText {
    /// Text of a description, which is CommonMark in OpenAPI.
    package static func block(_ text: String) -> String {
        withoutScripts(withoutHTML(withoutControls(text)))
    }

    /// Text on one line, such as a heading.
    package static func line(_ text: String) -> String {
        onOneLine(block(text))
    }

    /// Text in a cell of a table.
    package static func cell(_ text: String) -> String {
        let line = line(text)
        guard line.utf8.contains(where: { $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: "\\") }) else { return line }
        var cell: [UInt8] = []
        var isEscaped = false
        for byte in line.utf8 {
            if byte == UInt8(ascii: "|"), !isEscaped { cell.append(UInt8(ascii: "\\")) }
            isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
            cell.append(byte)
        }
        return String(decoding: cell, as: UTF8.self) + (isEscaped ? "\\" : "")
    }

    /// Text that is printed as it is, between fences that it cannot close.
    ///
    /// - Parameter language: what it is written in; letters and digits of it are printed.
    package static func fenced(_ text: String, language: String = "") -> String {
        let text = withoutControls(text)
        let fence = String(repeating: "`", count: max(3, text.longestRun(of: UInt8(ascii: "`")) + 1))
        let language = language.lowercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
        return "\(fence)\(language)\n\(text)\n\(fence)"
    }

    /// An example between fences, cut after a readable length, with the number of omitted lines.
    package static func example(_ text: String, language: String = "") -> String {
        guard text.utf8.count > longestExample else { return fenced(text, language: language) }
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var bytes = 0
        let shown = lines.prefix { line in
            bytes += line.count + 1
            return bytes <= longestExample
        }
        let start = shown.last.map { String(text[..<$0.endIndex]) } ?? String(Substring(lines[0]).prefix(longestExample / 4))
        let rest = lines.count - max(1, shown.count)
        return fenced(start, language: language)
            + "\n\nThe example goes on\(rest == 0 ? "" : " for \(rest) more lines") in the OpenAPI document."
    }

    /// In bytes; sites show each with many tags around its words.
    private static let longestExample = 12_000

    /// A name or other text that is no Markdown, on one line: shown as it is.
    package static func name(_ text: String) -> String {
        let line = onOneLine(withoutControls(text))
        if line.utf8.allSatisfy(\.isPlain) { return line }
        var result = ""
        for character in line {
            switch character {
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            case "|": result += "&#124;"
            case "~": result += "&#126;"
            case "\\", "`", "*", "_", "[", "]", "#", "!", "{", "}": result += "\\" + String(character)
            default: result.append(character)
            }
        }
        return result
    }

    /// The title of a tab, between double quotes.
    package static func tabTitle(_ text: String) -> String {
        name(text).replacing(UInt8(ascii: "\""), with: "&quot;")
    }

    /// A value as code on one line, also in a cell of a table.
    package static func code(_ text: String, isHTMLAllowed: Bool) -> String {
        let text = onOneLine(withoutControls(text))
        guard !text.isEmpty else { return "the empty string" }
        let isPlain = !text.utf8.contains { "`|\\".utf8.contains($0) } && text.utf8.first != 0x20 && text.utf8.last != 0x20
        if isPlain { return "`\(text)`" }
        guard isHTMLAllowed else { return name(text) }
        let entities = text.unicodeScalars.map { scalar in
            scalar.value < 0x7F && !Character(scalar).isLetter && !Character(scalar).isNumber && scalar != " "
                ? "&#\(scalar.value);" : String(Character(scalar))
        }
        return "<code>" + entities.joined() + "</code>"
    }

    /// A scalar of YAML front matter: as it is where YAML reads it as the same string, else in quotes. Site generators
    /// print it into attributes unescaped, so that a character that would end one becomes its typographic neighbor.
    package static func frontMatter(_ text: String) -> String {
        let text = withoutMarkup(onOneLine(withoutControls(text)))
        return isPlainScalar(text) ? text : quoted(text)
    }

    /// A string of YAML in quotes.
    package static func quoted(_ text: String) -> String {
        let text = withoutMarkup(onOneLine(withoutControls(text)))
        return "\"" + text.replacing(UInt8(ascii: "\\"), with: "\\\\") + "\""
    }

    private static func withoutMarkup(_ text: String) -> String {
        guard text.utf8.contains(where: { "<>\"".utf8.contains($0) }) else { return text }
        return text.replacing("<", with: "‹").replacing(">", with: "›").replacing("\"", with: "”")
    }
}

private func isPlainScalar(_ text: String) -> Bool {
    guard let first = text.first, let last = text.last, first.isLetter, last != " ", last != ":" else { return false }
    let words: Set<String> = ["true", "false", "null", "yes", "no", "on", "off", "y", "n"]
    let mayBeSpecial = text.utf8.contains { $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "#") }
    return !(mayBeSpecial && (text.contains(": ") || text.contains(" #"))) && !words.contains(text.lowercased())
}

/// The lines of a text that has no control characters besides line feeds, with spaces between them.
private func onOneLine(_ text: String) -> String {
    // Most texts are one line, which a search for bytes finds in a fraction of the time: the line separator begins with 0xE2.
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == 0xE2 }) else { return text }
    return text.split(whereSeparator: \.isNewline).joined(separator: " ")
}

private func withoutControls(_ text: String) -> String {
    // The control characters beyond ASCII begin with 0xC2.
    let mayHaveControls = text.utf8.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A || $0 == 0x7F || $0 == 0xC2 }
    guard mayHaveControls else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let isKept = scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value) || scalar == "\n" || scalar == "\t"
        if isKept { result.append(scalar) }
    }
    return String(result)
}

/// A sign that would open a tag becomes its entity; a bare one, as in `a < b`, stays.
private func withoutHTML(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "<")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let character = rest.popFirst() {
        let opensTag = character == "<" && rest.first.map { $0.isLetter || $0 == "/" || $0 == "!" || $0 == "?" } == true
        result += opensTag ? "&lt;" : String(character)
    }
    return result
}

/// A link to anything but a page, a mail address or a place beside the document leads nowhere.
private func withoutScripts(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "]")) else { return text }
    var result = ""
    var rest = Substring(text)
    while let range = rest.firstLinkSigns {
        result += rest[..<range.upperBound]
        rest = rest[range.upperBound...]
        let target = rest.prefix { $0 != ")" && $0 != " " }.filter { !$0.isWhitespace && $0 != "<" }.lowercased()
        let scheme = target.prefix {
            $0.isLetter || $0.isNumber || $0 == "+" || $0 == "-" || $0 == "." || $0 == "&" || $0 == ";" || $0 == "#"
        }
        let hasScheme = target.dropFirst(scheme.count).first == ":" || scheme.contains("&")
        if hasScheme, !["http", "https", "mailto"].contains(scheme) { result += "#" }
    }
    return result + rest
}

extension UInt8 {
    /// Whether Markdown and HTML print the byte as it is, wherever it stands.
    fileprivate var isPlain: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ","):
            true
        default: false
        }
    }
}
