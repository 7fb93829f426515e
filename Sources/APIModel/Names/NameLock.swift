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

/// Things of the document that are no members of a schema or an operation.
enum LockedGroup: String {
    /// Header fields and media types, each at its place in the document.
    case headers = "(headers)"
    case mediaTypes = "(media types)"
    /// By the name of the security scheme.
    case credentials = "(credentials)"
    /// By the URL, with the name of the variable behind it.
    case servers = "(servers)"
    /// The protocols of tags.
    case protocols = "(protocols)"
}

extension NameKey {
    init(_ group: LockedGroup, _ thing: String) {
        self.init(.members(group.rawValue), thing)
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
            case .members(LockedGroup.protocols.rawValue): name
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
    ///
    /// - Parameter keys: What the things are, which is not asked for where no names are kept.
    func hold<Keys: Sequence<NameKey>>(_ keys: @autoclosure () -> Keys, in scope: inout NameScope) {
        guard let lock else { return }
        for key in keys() { if let name = lock[key] { scope.hold(name) } }
    }

    /// Claims the locked name of a thing, or a name for it.
    ///
    /// - Parameter documentName: The name of the thing in the document, by which a user can choose another one.
    mutating func claim(
        _ key: NameKey, _ preferred: Identifier, alternative: Identifier? = nil, for documentName: String? = nil,
        in scope: inout NameScope
    ) -> Identifier {
        // A copy of the lock here would make each record copy all names.
        let locked = documentName.map { hasOverride(for: $0) } == true ? nil : lock?[key].flatMap { scope.claimHeld($0) }
        let name = locked ?? scope.claim(preferred, alternative: alternative)
        lock?.record(name, for: key)
        return name
    }

    /// Returns the keys of things that are known by their places in the document; none where no names are kept.
    func keys(_ group: LockedGroup, at positions: [Position]) -> [NameKey?] {
        positions.map { position in lock.map { NameKey(group, $0.place(of: position)) } }
    }

    /// Claims the locked name of a thing, or a name for it; without a key no name is kept.
    mutating func claim(
        _ key: NameKey?, _ preferred: Identifier, alternative: Identifier? = nil, in scope: inout NameScope
    ) -> Identifier {
        guard let key else { return scope.claim(preferred, alternative: alternative) }
        return claim(key, preferred, alternative: alternative, for: nil, in: &scope)
    }

    /// Claims the locked name of a type, or the first free one of several.
    mutating func claim(_ key: NameKey, _ candidates: [TypeName.Candidate], in scope: inout NameScope) -> TypeName.Candidate {
        let locked = lock?[key].flatMap { scope.claimHeld($0) }.map { name in
            candidates.first { $0.name == name } ?? TypeName.Candidate(name: name, path: TypeName(name))
        }
        let candidate = locked ?? scope.claim(candidates)
        lock?.record(candidate.name, for: key)
        return candidate
    }
}
