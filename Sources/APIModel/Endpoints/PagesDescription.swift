package import Diagnostics

/// How a document or a configuration describes the pages of a list.
package struct PagesDescription: Sendable {
    /// How the next page is requested. Members of the response are paths of names.
    package enum Style: Sendable {
        /// With the cursor that the response holds.
        case cursor(parameter: String, next: [String])
        /// With the number of items to skip.
        case offset(parameter: String)
        /// With the number of the page.
        case page(parameter: String)
        /// At the URL in the header field `Link` (RFC 8288).
        case link
        /// At the URL that the response holds.
        case url(next: [String])
    }

    package let style: Style
    /// The array of items; `nil` for the only array of the response.
    package let items: [String]?
    /// The boolean that says whether there is a next page.
    package let more: [String]?
    /// The number of all items, or of all pages if they are numbered.
    package let total: [String]?
    /// `nil` for one on the command line.
    package let position: Position?

    package init(_ style: Style, items: [String]?, more: [String]? = nil, total: [String]? = nil, at position: Position?) {
        self.style = style
        self.items = items
        self.more = more
        self.total = total
        self.position = position
    }
}

extension PagesDescription {
    /// Reads a description in one line, such as `cursor=after next=/paging/next items=/data`; `nil` if it is none.
    ///
    /// The keys are `cursor` with `next`, `offset`, `page`, `url` or the word `link`, and `items`, `more` and `total`.
    package init?(_ text: String, at position: Position? = nil) {
        var values: [String: String] = [:]
        for word in text.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
            let pair = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard Self.keys.contains(pair[0]), values.updateValue(pair.count == 2 ? pair[1] : "", forKey: pair[0]) == nil,
                (pair.count == 2) == (pair[0] != "link")
            else { return nil }
        }
        let styles = ["cursor", "offset", "page", "link", "url"].filter { values[$0] != nil }
        guard styles.count == 1, let value = values[styles[0]], value.isEmpty == (styles[0] == "link"),
            (values["next"] == nil) == (styles[0] != "cursor")
        else { return nil }
        let style: Style =
            switch styles[0] {
            case "cursor": .cursor(parameter: value, next: pointer(values["next"] ?? ""))
            case "offset": .offset(parameter: value)
            case "page": .page(parameter: value)
            case "url": .url(next: pointer(value))
            default: .link
            }
        self.init(
            style, items: values["items"].map(pointer), more: values["more"].map(pointer), total: values["total"].map(pointer),
            at: position)
    }

    private static let keys: Set<String> = ["cursor", "next", "offset", "page", "link", "url", "items", "more", "total"]
}

/// The names of a JSON Pointer (RFC 6901), of which the first slash may be missing.
private func pointer(_ text: String) -> [String] {
    (text.hasPrefix("/") ? text.dropFirst() : text[...]).split(separator: "/").map { token in
        String(token).replacing("~1", with: "/").replacing("~0", with: "~")
    }
}
