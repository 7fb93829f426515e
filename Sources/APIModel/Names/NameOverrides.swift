/// Swift names that a user chose for names of the document.
package struct NameOverrides: Sendable {
    /// Keyed by the document's name: of a component schema, an operation, a property or a parameter.
    private let names: [String: Identifier]
    /// The document's names that were looked for and are overridden.
    package private(set) var used: Set<String> = []
    /// The names of an earlier run; nil where none are kept.
    package var lock: NameLock?

    /// - Parameter names: Swift identifiers by the document's names.
    package init(_ names: [String: String] = [:]) {
        self.names = names.mapValues { Identifier(verbatim: $0) }
    }

    /// The name of a type for a name of the document.
    mutating func type(for name: String) -> Identifier {
        override(name) ?? Identifier(typeFrom: name)
    }

    /// The name of a function or parameter for a name of the document.
    mutating func member(for name: String, kind: String) -> Identifier {
        override(name) ?? Identifier(memberFrom: name, kind: kind)
    }

    /// The name of a property for a name of the document.
    mutating func member(for name: String, of type: Identifier) -> Identifier {
        override(name) ?? Identifier(memberFrom: name, of: type)
    }

    func hasOverride(for name: String) -> Bool { names[name] != nil }

    private mutating func override(_ name: String) -> Identifier? {
        guard !names.isEmpty, let identifier = names[name] else { return nil }
        used.insert(name)
        return identifier
    }
}

extension Identifier {
    /// Whether a text is a name that Swift source can spell, perhaps in backticks.
    package static func isValid(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, text != "_" else { return false }
        return (first == "_" || first.properties.isXIDStart) && text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
    }

    /// A name that its user is responsible for; ``isValid(_:)`` says whether it is one.
    package init(chosen name: String) {
        self.init(verbatim: name)
    }
}
