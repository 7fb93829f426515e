import OpenAPI
import YAMLTree

extension TypeBuilder {
    /// Fills in the members of a declaration.
    mutating func shape(of blueprint: Blueprint, schema id: SchemaID, named name: Identifier) -> TypeShape {
        switch blueprint {
        case .plain(let type): .alias(type)
        case .structure(let schema): .structure(structure(of: schema, named: name))
        case .enumeration(let rawType, let values): .enumeration(enumeration(of: values, rawType: rawType, in: schemas[id]))
        case .union(let alternatives, let schema): .union(union(of: alternatives, in: schema, named: name))
        case .tuple(let schema): .tuple(tuple(of: schema, named: name))
        }
    }

    private mutating func structure(of schema: Schema, named name: Identifier) -> Structure {
        var scope = NameScope(.structure)
        let required = Set(schema.required.map(\.value))
        let properties = schema.properties.map { member in
            property(member, isRequired: required.contains(member.name), owner: name, scope: &scope)
        }
        return Structure(properties: properties, additionalProperties: additionalProperties(of: schema, named: name, &scope))
    }

    private mutating func property(
        _ member: SchemaProperty, isRequired: Bool, owner: Identifier, scope: inout NameScope
    ) -> Property {
        let wish = overrides.member(for: member.name)
        let name = scope.claim(wish, alternative: wish.appending("_"))
        let result = type(of: member.schema, named: owner.appending(wordsOf: member.name))
        let schema = schemas[member.schema]
        let target = schemas[schemas.target(of: member.schema)]
        let value = defaultValue(of: member.schema, as: result.type)
        return Property(
            name: name, wireName: member.name,
            type: propertyType(result, isRequired: isRequired, hasDefault: value != nil),
            documentation: schema.description ?? schema.title ?? "", isDeprecated: schema.isDeprecated,
            isRequired: isRequired, isReadOnly: schema.isReadOnly || target.isReadOnly,
            isWriteOnly: schema.isWriteOnly || target.isWriteOnly, defaultValue: value, isIndirect: false,
            schema: member.schema, position: member.position)
    }

    /// An absent member and a null one are kept apart where the document allows both, and gives the absent one no meaning.
    private func propertyType(_ result: SchemaType, isRequired: Bool, hasDefault: Bool) -> TypeReference {
        if isRequired || hasDefault { return result.reference }
        if result.isNullable { return .optional(.nullable(result.type)) }
        return .optional(result.type)
    }

    private mutating func additionalProperties(
        of schema: Schema, named name: Identifier, _ scope: inout NameScope
    ) -> AdditionalProperties? {
        guard let type = typeOfOtherMembers(of: schema, named: name) else { return nil }
        return AdditionalProperties(name: scope.claim(Identifier(memberFrom: "additionalProperties")), value: type)
    }

    /// The type of members that only patterns or `additionalProperties` speak of; nil where there are to be none.
    ///
    /// JSON Schema, Core, section 10.3.2: what patterns match is no additional property.
    mutating func typeOfOtherMembers(of schema: Schema, named name: Identifier) -> TypeReference? {
        var values = schema.patternProperties.map(\.schema)
        if let others = schema.additionalProperties ?? schema.unevaluatedProperties { values.append(others) }
        let types = values.filter { schemas[$0].booleanValue != false }.map { type(of: $0, named: name.appending("Value")).reference }
        guard let first = types.first else { return nil }
        let isOpen = schema.additionalProperties == nil && schema.unevaluatedProperties == nil
        return isOpen || types.contains { $0 != first } ? .anyJSON : first
    }

    private func enumeration(of values: [YAMLNode], rawType: Enumeration.RawType, in schema: Schema) -> Enumeration {
        var scope = NameScope(.enumeration)
        var cases: [EnumerationCase] = []
        var seen: Set<String> = []
        // Null is not among the cases, but among what the names of cases are listed for.
        let listed = (schema.enumeration ?? values).enumerated().map { ($1.jsonText(), $0) }
        let places = Dictionary(listed) { first, _ in first }
        for value in values {
            let index = places[value.jsonText()] ?? Int.max
            guard let raw = rawValue(of: value, as: rawType) else { continue }
            let isString = rawType == .string || rawType == .value && value.string != nil
            guard seen.insert(isString ? raw : "\u{0}" + raw).inserted else { continue }
            let named = schema.enumerationNames.indices.contains(index) ? schema.enumerationNames[index] : ""
            let wish = named.isEmpty ? raw : named
            let name = scope.claim(Identifier(memberFrom: wish))
            let described = schema.enumerationDescriptions.indices.contains(index)
            cases.append(
                EnumerationCase(
                    name: name, rawValue: raw, isString: isString, documentation: described ? schema.enumerationDescriptions[index] : ""))
        }
        let unknown = scope.claim(Identifier(memberFrom: "unknown"), alternative: Identifier(memberFrom: "unknownValue"))
        return Enumeration(rawType: rawType, cases: cases, unknownCase: unknown)
    }

    private func rawValue(of value: YAMLNode, as rawType: Enumeration.RawType) -> String? {
        switch rawType {
        case .string: value.text
        case .integer: value.int.map(String.init)
        case .value: value.string ?? value.bool.map(\.description) ?? value.numberText
        }
    }

    private mutating func tuple(of schema: Schema, named name: Identifier) -> Tuple {
        var scope = NameScope(.tuple)
        var elements: [TupleElement] = []
        for (index, item) in schema.prefixItems.enumerated() {
            let described = schemas.described(item)
            let wish = described.title ?? "element\(index + 1)"
            let result = type(of: item, named: name.appending(wordsOf: wish))
            let isRequired = schema.minItems.map { index < $0 } ?? false
            elements.append(
                TupleElement(
                    name: scope.claim(Identifier(memberFrom: wish)), type: propertyType(result, isRequired: isRequired, hasDefault: false),
                    documentation: schemas[item].description ?? "", isRequired: isRequired, isIndirect: false))
        }
        let restName = scope.claim(Identifier(memberFrom: "rest"))
        if let items = schema.items, schemas[items].booleanValue == false {
            return Tuple(elements: elements, rest: nil, restName: restName)
        }
        let rest = schema.items.map { type(of: $0, named: name.appending("Rest")).reference } ?? .anyJSON
        return Tuple(elements: elements, rest: rest, restName: restName)
    }
}

extension SchemaSet {
    /// The schema itself when it says something in words, else the one that it refers to.
    func described(_ id: SchemaID) -> Schema {
        let schema = self[id]
        guard schema.description == nil, schema.title == nil, let reference = schema.reference else { return schema }
        return self[target(of: reference)]
    }
}
