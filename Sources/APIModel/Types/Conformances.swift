package import Diagnostics

/// The protocols that types with certain names conform to.
package struct ChosenConformances: Sendable {
    /// A Swift name in which `*` matches any characters.
    package let pattern: String
    /// The names of protocols, with their module where that is another one: `Tracking.Trackable`.
    package let protocols: [String]
    /// The position in a configuration file; `nil` for those of the command line.
    package let position: Position?

    package init(pattern: String, protocols: [String], position: Position? = nil) {
        self.pattern = pattern
        self.protocols = protocols
        self.position = position
    }

    /// Whether a type conforms to the protocols. Another name for a type is no type of its own.
    package func applies(to declaration: TypeDeclaration) -> Bool {
        if case .alias = declaration.shape { return false }
        return matchesGlob(Array(declaration.name.name.utf8), Array(pattern.utf8))
    }
}

/// Lets types conform to the protocols that were chosen for their names, and to `Identifiable` where an object always has an `id`.
func addingConformances(to declarations: [TypeDeclaration], _ options: TypeOptions) -> [TypeDeclaration] {
    var result = declarations
    for index in result.indices {
        for chosen in options.conformances where chosen.applies(to: declarations[index]) {
            result[index].addProtocols(chosen.protocols)
        }
        result[index].isIdentifiable =
            result[index].hasIdentity(in: declarations, options) && !result[index].protocols.contains { $0.isIdentifiable }
    }
    return result
}

extension TypeDeclaration {
    fileprivate mutating func addProtocols(_ names: [String]) {
        for name in names.map({ TypeReference.custom(Identifier(chosen: $0)) }) where !protocols.contains(name) {
            protocols.append(name)
        }
    }

    /// Whether each value has a property `id` that can be compared with those of others.
    fileprivate func hasIdentity(in declarations: [TypeDeclaration], _ options: TypeOptions) -> Bool {
        guard case .structure(let structure) = shape, let property = structure.properties.first(where: { $0.name.name == "id" })
        else { return false }
        return property.isRequired && property.type.isIdentity(in: declarations, options)
    }
}

extension TypeReference {
    fileprivate var isIdentifiable: Bool {
        [.custom(Identifier(verbatim: "Identifiable")), .custom(Identifier(verbatim: "Swift.Identifiable"))].contains(self)
    }

    /// Whether values identify something: they are there, are no collection, and can be hashed.
    fileprivate func isIdentity(in declarations: [TypeDeclaration], _ options: TypeOptions) -> Bool {
        var type = self
        for _ in declarations.indices {
            guard case .declared(let id) = type, case .alias(let target) = declarations[id.index].shape else { break }
            type = target
        }
        switch type {
        case .standard, .foundation: return true
        case .runtime(let runtime): return runtime != .body
        // A struct that can be hashed has only members that can be.
        case .custom: return options.isHashable
        case .declared(let id):
            if case .enumeration = declarations[id.index].shape { return true }
            return options.isHashable
        case .array, .dictionary, .optional, .nullable: return false
        }
    }
}
