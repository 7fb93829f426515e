import Diagnostics
import OpenAPI
import YAMLTree

extension TypeBuilder {
    /// Warns where an object can be two alternatives at once, whose first one is then taken.
    mutating func warnOfAmbiguity(among alternatives: [SchemaID], position: Position) {
        // Few alternatives are meant to be told apart by hand; the pairs of hundreds would be a list that nobody reads.
        let objects = alternatives.prefix(50).compactMap { objectMembers(of: $0) }
        for (index, second) in objects.enumerated() {
            guard let first = objects[..<index].first(where: { $0.overlaps(second) }) else { continue }
            warnings.append(.ambiguousAlternatives(first, second, at: position))
            return
        }
    }

    private mutating func objectMembers(of id: SchemaID) -> ObjectMembers? {
        let flat = schemas.flattened(id)
        guard flat.schema.meaningfulTypes == [.object], schemas.alternatives(of: flat) == nil, !flat.schema.properties.isEmpty
        else { return nil }
        var values: [String: Set<String>] = [:]
        for property in flat.schema.properties {
            let named = schemas.flattened(property.schema).schema.namedValues ?? []
            if !named.isEmpty { values[property.name] = Set(named.compactMap(\.text)) }
        }
        return ObjectMembers(
            position: schemas[schemas.target(of: id)].position, required: Set(flat.schema.required.map(\.value)),
            known: Set(flat.schema.properties.map(\.name)), values: values)
    }
}

/// What tells an alternative from others.
private struct ObjectMembers {
    let position: Position
    let required: Set<String>
    let known: Set<String>
    /// The values of members that have but few.
    let values: [String: Set<String>]

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
    fileprivate static func ambiguousAlternatives(
        _ first: ObjectMembers, _ second: ObjectMembers, at position: Position
    ) -> Diagnostic {
        Diagnostic(
            .warning, "an object can be two of these alternatives at once; the first one that knows all its members is taken",
            at: position,
            notes: [.init("one is here", at: first.position), .init("the other is here", at: second.position)])
    }
}
