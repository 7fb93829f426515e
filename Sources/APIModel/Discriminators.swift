import OpenAPI
import YAMLTree

extension TypeBuilder {
    /// A discriminator decides only when every alternative is an object with values of its own.
    func isUsable(_ discriminator: Discriminator?, for members: [UnionAlternative]) -> Bool {
        guard let discriminator else { return false }
        let values = members.flatMap(\.discriminatorValues)
        let areNamed = members.enumerated().allSatisfy { index, member in
            member.kinds == .object && (!member.discriminatorValues.isEmpty || index == discriminator.defaultAlternative)
        }
        return areNamed && Set(values).count == values.count
    }

    /// A member that is one fixed string in each alternative, a different one in each.
    mutating func inferredDiscriminator(of alternatives: [SchemaID]) -> Discriminator? {
        guard let first = alternatives.first else { return nil }
        let candidates = schemas.flattened(first).schema.properties.map(\.name)
        for candidate in candidates {
            var seen: Set<String> = []
            let separates = alternatives.allSatisfy { alternative in
                let schema = schemas.flattened(alternative).schema
                guard schema.required.contains(where: { $0.value == candidate }) else { return false }
                let values = fixedValues(of: candidate, in: alternative)
                return !values.isEmpty && values.allSatisfy { seen.insert($0).inserted }
            }
            if separates { return Discriminator(propertyName: candidate) }
        }
        return nil
    }

    /// The values that stand for an alternative: those that the mapping and its own schema name, and without any the name of its
    /// schema, which goes on to count beside a mapping.
    ///
    /// OpenAPI, section 4.8.25.3 (Mapping Options).
    ///
    /// - Parameter shared: the values that stand beside the alternatives, which say nothing about one of them.
    mutating func discriminatorValues(
        of id: SchemaID, by discriminator: Discriminator, mapping: OpenAPI.Discriminator?, shared: Set<String>
    ) -> [String] {
        let entries = mapping?.mapping ?? []
        let id = schemas.subtypes.parent(behind: id)
        var values = entries.filter { entry in entry.schema.map { schemas.isSame($0, id) } ?? false }.map(\.value)
        func add(_ value: String) {
            if !values.contains(value) { values.append(value) }
        }
        let known = fixedValues(of: discriminator.propertyName, in: id)
        let fixed = Set(known) == shared ? [] : known
        fixed.forEach(add)
        if fixed.isEmpty { nestedValues(of: id, by: discriminator).forEach(add) }
        let isTaken = { (name: String) in entries.contains { $0.value == name } }
        if fixed.isEmpty, let name = schemas[schemas.namedTarget(of: id)].componentName, !isTaken(name) { add(name) }
        return values
    }

    /// The values of an alternative that is a choice by the same member in turn.
    private mutating func nestedValues(of id: SchemaID, by discriminator: Discriminator) -> [String] {
        let flat = schemas.flattened(id)
        guard let inner = flat.schema.discriminator, inner.propertyName == discriminator.propertyName,
            let alternatives = schemas.alternatives(of: flat)
        else { return [] }
        return inner.mapping.map(\.value)
            + alternatives.flatMap { fixedValues(of: discriminator.propertyName, in: $0) }
    }

    /// The strings that a member of an object is limited to.
    private mutating func fixedValues(of member: String, in id: SchemaID) -> [String] {
        fixedValues(of: member, in: schemas.flattened(id).schema)
    }

    /// The strings that a member is limited to by what stands beside the alternatives.
    mutating func sharedValues(of member: String, in schema: Schema) -> Set<String> {
        Set(fixedValues(of: member, in: schema))
    }

    private mutating func fixedValues(of member: String, in schema: Schema) -> [String] {
        guard let property = schema.properties.first(where: { $0.name == member }),
            let values = schemas.flattened(property.schema).schema.namedValues
        else { return [] }
        let texts = values.compactMap(\.string)
        return texts.count == values.count ? texts : []
    }
}

extension SchemaSet {
    fileprivate func namedTarget(of id: SchemaID) -> SchemaID {
        let target = target(of: id)
        // An alternative that was merged with what stands beside the list is still called by its own name.
        guard self[target].componentName == nil, let first = self[target].allOf.first else { return target }
        return self.target(of: first)
    }

    func isSame(_ one: SchemaID, _ other: SchemaID) -> Bool {
        one == other || target(of: one) == namedTarget(of: other)
    }
}
