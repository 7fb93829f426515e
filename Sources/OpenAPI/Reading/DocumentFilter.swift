package import Diagnostics

/// The part of a document to read: what is included, or else everything, except what is excluded.
package struct DocumentFilter: Sendable {
    /// A kind of object and a pattern for its name.
    package struct Rule: Hashable, Sendable {
        package enum Kind: String, CaseIterable, Sendable {
            case tag, path, operation, schema
        }

        package let kind: Kind
        /// A name in which `*` matches any characters but slashes and `**` matches any characters.
        package let pattern: String
        /// The rule's position in a configuration file; `nil` for rules of the command line.
        package let position: Position?

        package init(kind: Kind, pattern: String, at position: Position? = nil) {
            self.kind = kind
            self.pattern = pattern
            self.position = position
        }

        /// Parses a rule as users write it: a kind, a colon and a pattern.
        package init?(_ text: String, at position: Position? = nil) {
            let parts = text.split(separator: ":", maxSplits: 1)
            guard parts.count == 2, let kind = Kind(rawValue: String(parts[0])) else { return nil }
            self.init(kind: kind, pattern: String(parts[1]), at: position)
        }

        func matches(_ name: String) -> Bool {
            matchesGlob(Array(name.utf8), Array(pattern.utf8))
        }
    }

    package var included: [Rule] = []
    package var excluded: [Rule] = []

    package init() {}

    package var isEmpty: Bool { included.isEmpty && excluded.isEmpty }
}

/// Returns whether a text matches a pattern; it backtracks to the last star only, so the cost is bounded by the product of both lengths.
private func matchesGlob(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
    let star = UInt8(ascii: "*")
    var (textIndex, patternIndex) = (0, 0)
    // The position after the last star and how far it matches: one that stops at slashes and one that does not.
    var single: (pattern: Int, text: Int)?
    var double: (pattern: Int, text: Int)?
    while true {
        if patternIndex < pattern.count, pattern[patternIndex] == star {
            if patternIndex + 1 < pattern.count, pattern[patternIndex + 1] == star {
                patternIndex += 2
                (double, single) = ((patternIndex, textIndex), nil)
            } else {
                patternIndex += 1
                single = (patternIndex, textIndex)
            }
        } else if textIndex < text.count, patternIndex < pattern.count, pattern[patternIndex] == text[textIndex] {
            patternIndex += 1
            textIndex += 1
        } else if textIndex == text.count, patternIndex == pattern.count {
            return true
        } else if let last = single, last.text < text.count, text[last.text] != UInt8(ascii: "/") {
            single = (last.pattern, last.text + 1)
            (patternIndex, textIndex) = (last.pattern, last.text + 1)
        } else if let last = double, last.text < text.count {
            (double, single) = ((last.pattern, last.text + 1), nil)
            (patternIndex, textIndex) = (last.pattern, last.text + 1)
        } else {
            return false
        }
    }
}
