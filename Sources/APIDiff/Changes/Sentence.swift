/// One sentence about a change, in which names and values of the document are kept apart from the words around them.
package struct Sentence: Hashable, Sendable {
    package enum Part: Hashable, Sendable {
        case words(String)
        /// A name or value of the document.
        case code(String)
    }

    package let parts: [Part]

    /// Fills the placeholders of a rule's template, such as `{name}`.
    ///
    /// - Parameter values: The parts for each placeholder; those of unknown ones are left out.
    init(_ template: String, _ values: [String: [Part]]) {
        var parts: [Part] = []
        for piece in template.split(separator: "{", omittingEmptySubsequences: false) {
            guard let end = piece.firstIndex(of: "}") else {
                parts.append(.words(String(piece)))
                continue
            }
            parts += values[String(piece[..<end])] ?? []
            parts.append(.words(String(piece[piece.index(after: end)...])))
        }
        self.parts = parts.filter { $0 != .words("") }
    }

    /// The sentence with names in single quotes.
    package var plain: String {
        parts.map { part in
            switch part {
            case .words(let words): words
            case .code(let code): "'\(code)'"
            }
        }.joined()
    }
}

extension Sentence.Part {
    /// A name or value of a document, cut where it is long.
    static func value(_ text: String) -> Sentence.Part {
        let limit = 80
        return .code(text.count > limit ? text.prefix(limit) + "…" : text)
    }
}
