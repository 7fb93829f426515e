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
