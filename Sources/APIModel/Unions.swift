import OpenAPI
import YAMLTree

extension TypeBuilder {
    mutating func union(of alternatives: [SchemaID], in schema: Schema, named name: Identifier) -> Union {
        var scope = NameScope(reserved: unusableMemberNames)
        let discriminator = schema.discriminator.map { Discriminator(propertyName: $0.propertyName) }
            ?? inferredDiscriminator(of: alternatives)
        var members: [UnionAlternative] = []
        for (index, id) in alternatives.enumerated() {
            let wish = alternativeName(id, index: index)
            let type = type(of: id, named: name.appending(Identifier(typeFrom: wish).name))
            if members.contains(where: { $0.type == type.type }) { continue }
            let values = discriminator.map { discriminatorValues(of: id, by: $0, mapping: schema.discriminator) } ?? []
            let flat = schemas.flattened(id)
            members.append(
                UnionAlternative(
                    name: scope.claim(caseName(of: type.type, wish: wish)), type: type.type, discriminatorValues: values,
                    kinds: kinds(of: flat), requiredKeys: flat.schema.required.map(\.value),
                    documentation: schemas[id].description ?? "", isIndirect: false))
        }
        let usable = isUsable(discriminator, for: members)
        let unknown = scope.claim(Identifier(memberFrom: "unknown"), alternative: Identifier(memberFrom: "unknownValue"))
        return Union(discriminator: usable ? discriminator : nil, alternatives: members, unknownCase: unknown)
    }

    /// A discriminator decides only when every alternative is an object with values of its own.
    private func isUsable(_ discriminator: Discriminator?, for members: [UnionAlternative]) -> Bool {
        guard discriminator != nil else { return false }
        let values = members.flatMap(\.discriminatorValues)
        return members.allSatisfy { !$0.discriminatorValues.isEmpty && $0.kinds == .object } && Set(values).count == values.count
    }

    /// A member that is one fixed string in each alternative, a different one in each.
    private mutating func inferredDiscriminator(of alternatives: [SchemaID]) -> Discriminator? {
        guard let first = alternatives.first else { return nil }
        let candidates = schemas.flattened(first).schema.properties.map(\.name)
        for candidate in candidates {
            var seen: Set<String> = []
            let separates = alternatives.allSatisfy { alternative in
                let values = fixedValues(of: candidate, in: alternative)
                return !values.isEmpty && values.allSatisfy { seen.insert($0).inserted }
            }
            if separates { return Discriminator(propertyName: candidate) }
        }
        return nil
    }

    private mutating func discriminatorValues(
        of id: SchemaID, by discriminator: Discriminator, mapping: OpenAPI.Discriminator?
    ) -> [String] {
        let target = schemas.target(of: id)
        let mapped = mapping?.mapping.filter { entry in
            entry.schema.map { schemas.target(of: $0) == target || $0 == id } ?? false
        }.map(\.value) ?? []
        if !mapped.isEmpty { return mapped }
        let fixed = fixedValues(of: discriminator.propertyName, in: id)
        if !fixed.isEmpty { return fixed }
        return schemas[target].componentName.map { [$0] } ?? []
    }

    /// The strings that a member of an object is limited to.
    private mutating func fixedValues(of member: String, in id: SchemaID) -> [String] {
        let schema = schemas.flattened(id).schema
        guard let property = schema.properties.first(where: { $0.name == member }),
            let values = schemas.flattened(property.schema).schema.namedValues
        else { return [] }
        let texts = values.compactMap(\.string)
        return texts.count == values.count ? texts : []
    }

    private func alternativeName(_ id: SchemaID, index: Int) -> String {
        let target = schemas.target(of: id)
        if let name = schemas[target].componentName { return name }
        if let title = schemas[target].title, !Identifier(typeFrom: title).name.isEmpty { return title }
        // A merged schema is named after the alternative that it came from.
        if let first = schemas[target].allOf.first, let name = schemas[schemas.target(of: first)].componentName {
            return name
        }
        return "Alternative\(index + 1)"
    }

    private func caseName(of type: TypeReference, wish: String) -> Identifier {
        switch type {
        case .standard(let standard): Identifier(memberFrom: standard == .bool ? "boolean" : standard.rawValue)
        case .runtime(let runtime): Identifier(memberFrom: runtime.rawValue)
        case .array(.standard(let element)): Identifier(memberFrom: element.rawValue + "s")
        case .array(.declared(let id)): Identifier(memberFrom: declarations[id.index].name.name + "s")
        case .array: Identifier(memberFrom: "array")
        case .dictionary: Identifier(memberFrom: "dictionary")
        default: Identifier(memberFrom: wish)
        }
    }

    private mutating func kinds(of flat: FlatSchema) -> JSONKinds {
        if let alternatives = schemas.alternatives(of: flat) {
            var kinds: JSONKinds = []
            // One level is enough to tell alternatives apart, and cannot run in circles.
            for alternative in alternatives { kinds.formUnion(Self.kinds(of: schemas.flattened(alternative).schema)) }
            return kinds
        }
        return Self.kinds(of: flat.schema)
    }

    private static func kinds(of schema: Schema) -> JSONKinds {
        var kinds: JSONKinds = []
        for type in schema.meaningfulTypes { kinds.formUnion(JSONKinds(type)) }
        if kinds.isEmpty, let values = schema.namedValues {
            for value in values { kinds.formUnion(JSONKinds(value)) }
        }
        return kinds.isEmpty ? .all : kinds
    }
}

extension JSONKinds {
    fileprivate init(_ type: JSONTypes) {
        switch type {
        case .boolean: self = .boolean
        case .integer, .number: self = .number
        case .string: self = .string
        case .array: self = .array
        case .object: self = .object
        default: self = .null
        }
    }

    fileprivate init(_ value: YAMLNode) {
        if value.isMapping {
            self = .object
        } else if value.isSequence {
            self = .array
        } else if value.bool != nil {
            self = .boolean
        } else if value.numberText != nil {
            self = .number
        } else {
            self = value.isNull ? .null : .string
        }
    }
}
