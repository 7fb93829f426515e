import OpenAPI
import YAMLTree

extension TypeBuilder {
    mutating func union(of alternatives: [SchemaID], in schema: Schema, named name: Identifier) -> Union {
        var scope = NameScope(.union)
        var discriminator = schema.discriminator.map { Discriminator(propertyName: $0.propertyName) }
            ?? inferredDiscriminator(of: alternatives)
        let shared = discriminator.map { sharedValues(of: $0.propertyName, in: schema) } ?? []
        var members: [UnionAlternative] = []
        for (index, id) in alternatives.enumerated() {
            let wish = alternativeName(id, index: index)
            let type = type(of: id, named: name.appending(wordsOf: wish))
            if members.contains(where: { $0.type == type.type }) { continue }
            let values = discriminator.map { discriminatorValues(of: id, by: $0, mapping: schema.discriminator, shared: shared) } ?? []
            if let fallback = schema.discriminator?.defaultMapping, schemas.isSame(fallback, id) {
                discriminator?.defaultAlternative = members.count
            }
            let flat = schemas.flattened(id)
            members.append(
                UnionAlternative(
                    name: scope.claim(caseName(of: type.type, wish: wish)), type: type.type, discriminatorValues: values,
                    kinds: kinds(of: flat), requiredKeys: flat.schema.required.map(\.value),
                    documentation: schemas[id].description ?? "", isIndirect: false))
        }
        let usable = isUsable(discriminator, for: members)
        if !usable { warnOfAmbiguity(among: alternatives, position: schema.position) }
        let unknown = scope.claim(Identifier(memberFrom: "unknown"), alternative: Identifier(memberFrom: "unknownValue"))
        return Union(discriminator: usable ? discriminator : nil, alternatives: members, unknownCase: unknown)
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
