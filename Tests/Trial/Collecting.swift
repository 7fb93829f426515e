import OpenAPI

extension InstanceGenerator {
    /// Everything that a value of all the schemas has to fit; nil where no value can.
    mutating func requirements(of schemas: [SchemaID]) -> Requirements? {
        var requirements = Requirements()
        for schema in schemas { guard collect(schema, into: &requirements, seen: []) else { return nil } }
        for name in Set(requirements.parts.flatMap { $0.properties.map(\.name) }) {
            let parts = parts(of: requirements.schemas(of: name))
            let isUnsent =
                switch direction {
                case .requests: parts.contains(where: \.isReadOnly)
                case .responses: parts.contains(where: \.isWriteOnly)
                case .undirected: false
                }
            if isUnsent { requirements.unsent.insert(name) }
        }
        return requirements
    }

    /// The schemas, what they refer to, and the parts of their `allOf`.
    func parts(of schemas: [SchemaID]) -> [Schema] {
        var parts: [Schema] = []
        var seen: Set<SchemaID> = []
        var open = schemas
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            let schema = document[next]
            parts.append(schema)
            open += (schema.reference.map { [$0] } ?? []) + schema.allOf
        }
        return parts
    }

    /// Adds a schema and what it brings with it; false where no value can fit.
    ///
    /// - Parameter isPart: whether the schema is one of the parts of `allOf`.
    private mutating func collect(
        _ id: SchemaID, into requirements: inout Requirements, seen: Set<SchemaID>, isPart: Bool = false
    ) -> Bool {
        guard !seen.contains(id) else { return true }
        let seen = seen.union([id])
        let schema = document[id]
        requirements.parts.append(schema)
        if let next = schema.reference, !collect(next, into: &requirements, seen: seen, isPart: isPart) { return false }
        for part in schema.allOf {
            guard collect(part, into: &requirements, seen: seen, isPart: true) else { return false }
        }
        // A parent's discriminator tells which child is meant, unless the child brought the parent.
        let children =
            isPart || !schema.oneOf.isEmpty || !schema.anyOf.isEmpty ? [] : schema.discriminator?.mapping.compactMap(\.schema) ?? []
        for alternatives in [schema.oneOf, schema.anyOf, children] where !alternatives.isEmpty {
            // A child that names its parent is one of the parent's alternatives already.
            if alternatives.contains(where: { seen.contains(document.schemas.resolved($0)) }) { continue }
            requirements.hasAlternatives = true
            if schema.discriminator == nil { requirements.areTold = false }
            let chosen = chosen.flatMap { $0.union == id && alternatives.contains($0.alternative) ? $0.alternative : nil }
            guard let choice = chosen ?? alternatives.randomElement(using: &random) else { return false }
            if let discriminator = schema.discriminator { discriminate(choice, by: discriminator, in: &requirements) }
            guard collectAlternative(choice, into: &requirements, seen: seen) else { return false }
        }
        return true
    }

    private mutating func collectAlternative(_ id: SchemaID, into requirements: inout Requirements, seen: Set<SchemaID>) -> Bool {
        guard document.isNullAlone(id) else { return collect(id, into: &requirements, seen: seen) }
        // Schemas are shared: another one, not a changed one.
        let null = Schema(at: document[id].position)
        null.isNullable = true
        null.types = .null
        requirements.parts.append(null)
        return true
    }

    /// An explicit mapping decides; else what the alternative says of the member, else its component's name.
    private func discriminate(_ choice: SchemaID, by discriminator: Discriminator, in requirements: inout Requirements) {
        guard let values = discriminatorValues(of: choice, by: discriminator) else { return }
        requirements.discriminated.append((discriminator.propertyName, values))
    }

    /// The values that a discriminator gives an alternative; nil where the alternative itself says what they are.
    func discriminatorValues(of choice: SchemaID, by discriminator: Discriminator) -> [String]? {
        let target = document.schemas.resolved(choice)
        let mapped = discriminator.mapping.filter { $0.schema.map { document.schemas.resolved($0) } == target }.map(\.value)
        if !mapped.isEmpty { return mapped }
        let members = parts(of: [choice]).flatMap(\.properties).filter { $0.name == discriminator.propertyName }
        if parts(of: members.map(\.schema)).contains(where: { $0.const != nil || $0.enumeration != nil }) { return nil }
        return document[target].componentName.map { [$0] }
    }
}

extension OpenAPIDocument {
    /// Whether authors of OpenAPI 3.0 let a schema be null, whatever its parts say.
    func takesNull(_ id: SchemaID) -> Bool {
        version <= .v3_0 && (self[id].isNullable || self[schemas.resolved(id)].isNullable)
    }

    /// Whether an alternative says `nullable: true` and nothing else, as authors of OpenAPI 3.0 spell null.
    func isNullAlone(_ id: SchemaID) -> Bool {
        let schema = self[id]
        return schema.isNullable && schema.types.isEmpty && schema.reference == nil && schema.properties.isEmpty
            && schema.enumeration == nil
            && schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty && schema.items == nil
    }
}
