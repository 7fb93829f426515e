package import Diagnostics

/// What a locked name is the name of: something in a scope of the document.
package struct NameKey: Hashable, Sendable {
    package enum Scope: Hashable, Sendable {
        case types, operations
        /// The members of a type or the parameters of an operation, which the text names.
        case members(String)
    }

    package let scope: Scope
    /// The name of a component, property or parameter, the value of an enum, or a place in the document.
    package let thing: String

    package init(_ scope: Scope, _ thing: String) {
        self.scope = scope
        self.thing = thing
    }
}

/// The types that are made of an operation's responses, as things that have names.
enum OutcomeType: String {
    case error = "(error)"
    case success = "(success)"
}

/// The Swift names that an earlier run gave, which the same things of the document keep.
///
/// Names are held before the first one is claimed, so that nothing new takes them.
package struct NameLock: Sendable {
    private let known: [NameKey: Identifier]
    private let place: @Sendable (Position) -> String
    /// The names of this run, those of nested types included.
    package private(set) var given: [NameKey: String] = [:]

    /// - Parameters:
    ///   - names: Swift identifiers, as an earlier run gave them.
    ///   - place: Returns the place of an inline schema in the document, which reordering does not change.
    package init(_ names: [NameKey: String], place: @escaping @Sendable (Position) -> String) {
        known = names.mapValues { Identifier(chosen: $0) }
        self.place = place
    }

    /// The names in the document's namespace that something keeps.
    ///
    /// - Parameter isPresent: Whether the document has a component of the name, or a schema of its own at the place.
    func typeNames(where isPresent: (String) -> Bool) -> [Identifier] {
        known.compactMap { key, name in
            switch key.scope {
            case .types: isPresent(key.thing) ? name : nil
            case .members: OutcomeType(rawValue: key.thing).map { _ in name }
            case .operations: nil
            }
        }
    }

    subscript(key: NameKey) -> Identifier? { known[key] }

    mutating func record(_ name: Identifier, for key: NameKey) {
        if given[key] == nil { given[key] = name.name }
    }

    func place(of position: Position) -> String { place(position) }
}

extension NameOverrides {
    /// Holds the locked names of things that are about to claim names from a scope.
    func hold(_ keys: some Sequence<NameKey>, in scope: inout NameScope) {
        guard let lock else { return }
        for key in keys { if let name = lock[key] { scope.hold(name) } }
    }

    /// Claims the locked name of a thing, or a name for it.
    ///
    /// - Parameter documentName: The name of the thing in the document, by which a user can choose another one.
    mutating func claim(
        _ key: NameKey, _ preferred: Identifier, alternative: Identifier? = nil, for documentName: String? = nil,
        in scope: inout NameScope
    ) -> Identifier {
        guard let lock else { return scope.claim(preferred, alternative: alternative) }
        let locked = documentName.map { hasOverride(for: $0) } == true ? nil : lock[key].flatMap { scope.claimHeld($0) }
        let name = locked ?? scope.claim(preferred, alternative: alternative)
        self.lock?.record(name, for: key)
        return name
    }

    /// Claims the locked name of a type, or the first free one of several.
    mutating func claim(_ key: NameKey, _ candidates: [TypeName.Candidate], in scope: inout NameScope) -> TypeName.Candidate {
        guard let lock else { return scope.claim(candidates) }
        let locked = lock[key].flatMap { scope.claimHeld($0) }.map { name in
            candidates.first { $0.name == name } ?? TypeName.Candidate(name: name, path: TypeName(name))
        }
        let candidate = locked ?? scope.claim(candidates)
        self.lock?.record(candidate.name, for: key)
        return candidate
    }
}
