import OpenAPI
import YAMLTree

/// What a schema will be in Swift, before its members are looked at.
enum Blueprint {
    /// A type that needs no declaration.
    case plain(TypeReference)
    case structure(Schema)
    case enumeration(Enumeration.RawType, [YAMLNode])
    case union([SchemaID], Schema)
    case tuple(Schema)
}

extension TypeBuilder {
    /// Decides what a schema becomes.
    mutating func blueprint(of id: SchemaID, named wish: Identifier) -> Blueprint {
        if let reference = schemas[id].reference, !schemas[id].hasSiblingsOfReference {
            return .plain(type(of: reference, named: wish).reference)
        }
        let flat = schemas.flattened(id)
        if flat.parts.count > 1, let only = schemas.onlyMeaningfulPart(of: flat) {
            return .plain(type(of: only, named: wish).reference)
        }
        if let alternatives = schemas.alternatives(of: flat) {
            return blueprint(of: alternatives, in: flat, named: wish)
        }
        if let subtypes = subtypes(of: id, flat: flat) { return .union(subtypes, flat.schema) }
        if let values = flat.schema.namedValues, let enumeration = enumeration(of: values, in: flat.schema) {
            return enumeration
        }
        return blueprint(ofTyped: flat.schema, named: wish)
    }

    private mutating func blueprint(of alternatives: [SchemaID], in flat: FlatSchema, named wish: Identifier) -> Blueprint {
        if alternatives.count == 1 {
            return .plain(type(of: alternatives[0], named: wish).reference)
        }
        if let values = schemas.mergedValues(of: alternatives) {
            return .enumeration(.string, values)
        }
        if let plain = samePlainType(of: alternatives, named: wish) { return .plain(plain) }
        return .union(alternatives, flat.schema)
    }

    /// The type of all alternatives, when they differ only in constraints.
    private mutating func samePlainType(of alternatives: [SchemaID], named wish: Identifier) -> TypeReference? {
        var common: TypeReference?
        for alternative in alternatives {
            guard let plain = schemas.scalarType(of: alternative) else { return nil }
            if let known = common, known != plain {
                guard let wider = known.widened(with: plain) else { return nil }
                common = wider
            } else {
                common = plain
            }
        }
        return common
    }

    private mutating func blueprint(ofTyped schema: Schema, named wish: Identifier) -> Blueprint {
        let types = schema.meaningfulTypes
        if types.count > 1 {
            return .union(types.map { schemas.add(schema.restricted(to: $0)) }, schema)
        }
        switch types.first {
        case .object?: return blueprint(ofObject: schema, named: wish)
        case .array?: return blueprint(ofArray: schema, named: wish)
        case let type?: return .plain(schema.scalarType(as: type, formats: schemas.formats) ?? .anyJSON)
        case nil: return .plain(.anyJSON)
        }
    }

    private mutating func blueprint(ofObject schema: Schema, named wish: Identifier) -> Blueprint {
        let closesObject = schema.additionalProperties.map { schemas[$0].booleanValue == false } ?? false
        if !schema.properties.isEmpty || closesObject && schema.patternProperties.isEmpty { return .structure(schema) }
        return .plain(.dictionary(typeOfOtherMembers(of: schema, named: wish) ?? .anyJSON))
    }

    private mutating func blueprint(ofArray schema: Schema, named wish: Identifier) -> Blueprint {
        if !schema.prefixItems.isEmpty { return .tuple(schema) }
        guard let items = schema.items else { return .plain(.array(.anyJSON)) }
        return .plain(.array(type(of: items, named: wish.singular).reference))
    }

    /// An enumeration where the values are all strings or all integers; nil where their type says enough.
    private func enumeration(of values: [YAMLNode], in schema: Schema) -> Blueprint? {
        let values = values.filter { !$0.isNull }
        // Thousands of cases are a list of codes rather than an enum, and take a compiler minutes.
        if values.isEmpty || values.count > mostCases { return nil }
        let types = schema.types.subtracting(.null)
        if types == .string || values.allSatisfy({ $0.string != nil }) {
            guard values.allSatisfy({ $0.isScalar }), types.isEmpty || types.contains(.string) else { return nil }
            return .enumeration(.string, values)
        }
        if values.allSatisfy({ $0.int != nil }), types.isEmpty || types == .integer || types == .number {
            return types == .number ? nil : .enumeration(.integer, values)
        }
        if types.isEmpty || types == .boolean, values.allSatisfy({ $0.bool != nil }) { return .plain(.standard(.bool)) }
        if types.isEmpty || JSONTypes.each.filter(types.contains).count > 1 {
            return values.allSatisfy(\.hasLiteral) ? .enumeration(.value, values) : .plain(.anyJSON)
        }
        return nil
    }
}

extension YAMLNode {
    /// Whether Swift source can say the value as a literal without losing digits.
    fileprivate var hasLiteral: Bool {
        if string != nil || bool != nil || int != nil { return true }
        return numberText.map { text in Double(text)?.description == text } ?? false
    }
}

private let mostCases = 2_000
