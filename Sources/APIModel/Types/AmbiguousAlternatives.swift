import Diagnostics

extension TypeBuilder {
    /// Warns where an object can be two alternatives at once, whose first one is then taken.
    func warnOfAmbiguity(among alternatives: [Alternative], position: Position) {
        // The pairs of hundreds of alternatives would make an unreadable list.
        let objects = alternatives.prefix(50).compactMap { objectMembers(of: $0.schema) }
        for (index, second) in objects.enumerated() {
            guard let first = objects[..<index].first(where: { $0.overlaps(second) }) else { continue }
            warnings.append(.ambiguousAlternatives(first, second, at: position))
            return
        }
    }

    private func objectMembers(of id: SchemaID) -> ObjectMembers? {
        let form = schemas.form(id)
        let described = form.object.members.filter(\.isDescribed)
        guard form.typedKinds == [.object], form.alternatives?.origin != .lists, !described.isEmpty else { return nil }
        var values: [String: Set<JSONValue>] = [:]
        for member in described {
            let named = schemas.form(member.schema).values ?? []
            if !named.isEmpty { values[member.name] = Set(named.map(\.value)) }
        }
        return ObjectMembers(
            position: schemas[schemas.target(of: id)].position,
            required: Set(form.object.members.filter(\.isRequired).map(\.name)), known: Set(described.map(\.name)), values: values)
    }
}

/// The members that distinguish an alternative from others.
private struct ObjectMembers {
    let position: Position
    let required: Set<String>
    let known: Set<String>
    /// The values of members that have only a few.
    let values: [String: Set<JSONValue>]

    /// Whether one object can have what both must have, and nothing that one of them does not know.
    func overlaps(_ other: ObjectMembers) -> Bool {
        guard required.isSubset(of: other.known), other.required.isSubset(of: known) else { return false }
        return !required.union(other.required).contains { member in
            guard let own = values[member], let others = other.values[member] else { return false }
            return own.isDisjoint(with: others)
        }
    }
}

extension Diagnostic {
    static func unusedDiscriminator(_ propertyName: String, at position: Position) -> Diagnostic {
        let rule = "not every alternative is an object with a value of its own for it"
        let result = "a value is read as the first alternative that defines all of its members"
        return Diagnostic(.warning, "the discriminator '\(propertyName)' is not used, as \(rule); \(result)", at: position)
    }

    fileprivate static func ambiguousAlternatives(
        _ first: ObjectMembers, _ second: ObjectMembers, at position: Position
    ) -> Diagnostic {
        Diagnostic(
            .warning, "an object can match two of these alternatives; the first that defines all of the object's members is used",
            at: position,
            notes: [.init("one is here", at: first.position), .init("the other is here", at: second.position)])
    }
}
