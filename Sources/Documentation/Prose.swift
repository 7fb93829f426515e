import Printing

/// Text and links of one page: descriptions escaped for their context, with links resolved.
struct Prose {
    let pages: Pages
    /// The folder of the page.
    let folder: String

    /// A description, which may have paragraphs.
    func block(_ text: String?) -> String {
        guard let text else { return "" }
        return closingFences(MarkdownText.block(followed(text)).trimmed)
    }

    /// A description below a heading of the page, where its own headings are smaller ones.
    func section(_ text: String?) -> String {
        loweringHeadings(block(text))
    }

    func line(_ text: String?) -> String {
        MarkdownText.line(followed(text ?? ""))
    }

    func cell(_ text: String?) -> String {
        MarkdownText.cell(followed(text ?? ""))
    }

    func link(_ text: String, to page: Page) -> String {
        let address = pages.address(of: page, from: folder)
        // DocC shows the page's own title.
        return pages.dialect == .docC ? "<\(address)>" : "[\(MarkdownText.name(text))](\(address))"
    }

    /// A value or a name of the document as code.
    func code(_ text: String) -> String {
        MarkdownText.code(text, isHTMLAllowed: pages.dialect != .docC)
    }

    /// A name as code with an anchor.
    ///
    /// - Parameter anchor: The name of the place, which no other place of the page has.
    func place(_ name: String, anchor: String) -> String {
        guard pages.dialect == .site else { return code(name) }
        let id = URLText.fragment(anchor)
        return "<a class=\"place\" id=\"\(id)\" href=\"#\(id)\">\(code(name))</a>"
    }

    /// The text with each link to a page written from where this one stands, and dead ones reduced to their words.
    private func followed(_ text: String) -> String {
        guard text[...].firstLinkSigns != nil else { return text }
        return rewritingLinks(in: text) { target in
            if isExternal(target) { return .keep }
            return pages.page(linkedAs: target).flatMap { pages.isLinkable($0) ? $0 : nil }.map {
                .replace(pages.address(of: $0, from: folder))
            } ?? .drop
        }
    }
}

/// Whether a link leads out of the docs.
func isExternal(_ target: String) -> Bool {
    target.hasPrefix("//") || target.prefix { $0 != "/" && $0 != "#" && $0 != "?" }.contains(":")
}

enum LinkDecision {
    case keep, drop
    case replace(String)
}

/// The text with what `decide` makes of the target of each inline link.
func rewritingLinks(in text: String, _ decide: (String) -> LinkDecision) -> String {
    var result = ""
    var rest = Substring(text)
    while let range = rest.firstLinkSigns {
        let before = rest[..<range.lowerBound]
        let behind = rest[range.upperBound...]
        guard let end = behind.utf8.firstIndex(where: { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "\n") }),
            behind.utf8[end] == UInt8(ascii: ")"), let start = openingBracket(of: before)
        else {
            result += rest[..<range.upperBound]
            rest = behind
            continue
        }
        let inside = behind[..<end]
        let target = inside.prefix { $0 != " " }
        switch decide(target.filter { $0 != "<" && $0 != ">" }) {
        case .keep: result += rest[..<behind.utf8.index(after: end)]
        case .replace(let address): result += rest[..<range.upperBound] + address + inside.dropFirst(target.count) + ")"
        case .drop:
            let label = before[before.utf8.index(after: start)...]
            let opening = before[..<start]
            result += (opening.last == "!" ? opening.dropLast() : opening) + label
        }
        rest = behind[behind.utf8.index(after: end)...]
    }
    return result + rest
}

/// The bracket that a link's words begin behind.
private func openingBracket(of text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.utf8.indices.reversed() {
        switch text.utf8[index] {
        case UInt8(ascii: "]"): depth += 1
        case UInt8(ascii: "[") where depth == 0: return index
        case UInt8(ascii: "["): depth -= 1
        case UInt8(ascii: "\n") where depth > 2: return nil
        default: break
        }
    }
    return nil
}

/// A block of code that the text leaves open would swallow what stands behind it.
private func closingFences(_ text: String) -> String {
    guard text.longestRun(of: UInt8(ascii: "`")) >= 3 || text.longestRun(of: UInt8(ascii: "~")) >= 3 else { return text }
    var open: Substring?
    for line in text.split(separator: "\n") {
        let line = line.drop { $0 == " " }
        if let fence = open {
            if line.hasPrefix(fence), line.allSatisfy({ $0 == fence.first || $0 == " " }) { open = nil }
        } else if line.hasPrefix("```") || line.hasPrefix("~~~") {
            open = line.prefix { $0 == line.first }
        }
    }
    return open.map { text + "\n" + $0 } ?? text
}

private func loweringHeadings(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "#")), text.hasPrefix("#") || text.contains("\n#") else { return text }
    var isCode = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        if line.hasPrefix("```") || line.hasPrefix("~~~") { isCode.toggle() }
        let level = line.prefix { $0 == "#" }.count
        guard !isCode, 1...6 ~= level, line.dropFirst(level).first == " " else { return String(line) }
        return String(repeating: "#", count: min(6, level + 2)) + line.dropFirst(level)
    }.joined(separator: "\n")
}

extension [String] {
    /// The words as a list in a sentence, such as "a, b and c".
    func listed(with conjunction: String) -> String {
        guard count > 1, let last else { return first ?? "" }
        return dropLast().joined(separator: ", ") + " \(conjunction) " + last
    }
}
