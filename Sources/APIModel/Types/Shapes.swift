extension TypeBuilder {
    /// Makes the members of a declaration.
    func shape(of blueprint: Blueprint, schema id: SchemaID, named name: TypeName) -> TypeShape {
        switch blueprint {
        case .plain(let type): .alias(type)
        case .structure(let object): .structure(structure(of: object, schema: id, named: name))
        case .enumeration(let rawType, let values):
            .enumeration(enumeration(of: values, rawType: rawType, schema: id, named: name.identifier))
        case .union(let alternatives): shape(of: union(of: alternatives, schema: id, named: name))
        case .tuple(let array, let required): .tuple(tuple(of: array, required: required, schema: id, named: name))
        }
    }

    /// A choice between values of any kind is no choice.
    private func shape(of union: Union) -> TypeShape {
        let isAny = union.discriminator == nil && union.alternatives.map(\.type) == [.anyJSON]
        return isAny ? .alias(.anyJSON) : .union(union)
    }

    private func structure(of object: ObjectForm, schema id: SchemaID, named name: TypeName) -> Structure {
        var scope = NameScope(.structure)
        let keys = memberScope(of: id)
        overrides.hold(object.members.map { NameKey(keys, $0.name) }, in: &scope)
        let properties = object.members.map { property($0, owner: name, keys, scope: &scope) }
        return Structure(properties: properties, additionalProperties: additionalProperties(of: object, named: name, &scope))
    }

    private func property(
        _ member: Member, owner: TypeName, _ keys: NameKey.Scope, scope: inout NameScope
    ) -> Property {
        let preferred = overrides.member(for: member.name, of: owner.identifier)
        let name = overrides.claim(
            NameKey(keys, member.name), preferred, alternative: preferred.appending("_"), for: member.name, in: &scope)
        let result = type(of: member.schema, named: owner.appending(member.name))
        let annotations = schemas[member.schema].annotations
        return Property(
            name: name, wireName: member.name, type: memberType(result, isRequired: member.isRequired),
            documentation: annotations.documentation, isDeprecated: annotations.isDeprecated,
            isRequired: member.isRequired, isReadOnly: member.isReadOnly, isWriteOnly: member.isWriteOnly,
            isIndirect: false, schema: member.schema, position: member.position)
    }

    /// An absent member and a null one are kept apart where the document allows both.
    private func memberType(_ result: SchemaType, isRequired: Bool) -> TypeReference {
        if isRequired { return result.reference }
        return .optional(result.isNullable ? .nullable(result.type) : result.type)
    }

    private func additionalProperties(
        of object: ObjectForm, named name: TypeName, _ scope: inout NameScope
    ) -> AdditionalProperties? {
        if let type = typeOfOtherMembers(of: object, named: name) {
            return AdditionalProperties(name: scope.claim(Identifier(memberFrom: "additionalProperties")), value: type)
        }
        guard options.keepsUnknownMembers, object.additionalProperties == .unspecified else { return nil }
        let name = scope.claim(Identifier(memberFrom: "unknownMembers"), alternative: Identifier(memberFrom: "otherMembers"))
        return AdditionalProperties(name: name, value: .anyJSON, areUnknown: true)
    }

    /// Returns the type of members that only patterns or `additionalProperties` describe; `nil` where they are not kept.
    ///
    /// JSON Schema, Core, section 10.3.2: what patterns match is no additional property.
    func typeOfOtherMembers(of object: ObjectForm, named name: TypeName) -> TypeReference? {
        var described = object.patterns.map(\.schema).filter { schemas.form($0).booleanValue != false }
        if case .schema(let schema) = object.additionalProperties { described.append(schema) }
        var types = described.map { type(of: $0, named: name.oneValue).reference }
        if object.additionalProperties == .any { types.append(.anyJSON) }
        guard let first = types.first else { return nil }
        return object.additionalProperties == .unspecified || types.contains { $0 != first } ? .anyJSON : first
    }

    private func enumeration(
        of values: [NamedValue], rawType: Enumeration.RawType, schema id: SchemaID, named name: Identifier
    ) -> Enumeration {
        var scope = NameScope(.enumeration)
        let keys = memberScope(of: id)
        let unknownKey = NameKey(keys, "(unknown)")
        overrides.hold(values.compactMap { rawValue(of: $0.value, as: rawType) }.map { NameKey(keys, $0) }, in: &scope)
        overrides.hold([unknownKey], in: &scope)
        var cases: [EnumerationCase] = []
        var seen: Set<String> = []
        for named in values {
            guard let raw = rawValue(of: named.value, as: rawType) else { continue }
            let isString = rawType == .string || rawType == .value && named.value.string != nil
            guard seen.insert(isString ? raw : "\u{0}" + raw).inserted else { continue }
            cases.append(
                EnumerationCase(
                    name: overrides.claim(NameKey(keys, raw), Identifier(caseFrom: named.name ?? raw, of: name), in: &scope),
                    rawValue: raw, isString: isString,
                    documentation: named.description ?? ""))
        }
        let unknown = overrides.claim(
            unknownKey, Identifier(memberFrom: "unknown"), alternative: Identifier(memberFrom: "unknownValue"), in: &scope)
        return Enumeration(rawType: rawType, cases: cases, unknownCase: unknown)
    }

    private func rawValue(of value: JSONValue, as rawType: Enumeration.RawType) -> String? {
        switch rawType {
        case .string: value.isScalar ? value.plainText : nil
        case .integer: value.int.map(String.init)
        case .value: value.string ?? value.bool.map(\.description) ?? value.numberText
        }
    }

    private func tuple(of array: ArrayForm, required: Int, schema id: SchemaID, named name: TypeName) -> Tuple {
        var scope = NameScope(.tuple)
        let keys = memberScope(of: id)
        overrides.hold(array.prefix.indices.map { NameKey(keys, "[\($0)]") }, in: &scope)
        var elements: [TupleElement] = []
        for (index, item) in array.prefix.enumerated() {
            let preferred = schemas.title(of: item) ?? "element\(index + 1)"
            let result = type(of: item, named: name.appending(preferred))
            let isRequired = index < required
            elements.append(
                TupleElement(
                    name: overrides.claim(
                        NameKey(keys, "[\(index)]"), Identifier(memberFrom: preferred, of: name.identifier), in: &scope),
                    type: memberType(result, isRequired: isRequired),
                    documentation: schemas[item].annotations.description ?? "", isRequired: isRequired, isIndirect: false))
        }
        let restName = scope.claim(Identifier(memberFrom: "rest"))
        let rest: TypeReference? =
            switch array.rest {
            case .none: nil
            case .unspecified, .any: .anyJSON
            case .schema(let schema): type(of: schema, named: name.appending("Rest")).reference
            }
        return Tuple(elements: elements, rest: rest, restName: restName)
    }
}

extension SchemaGraph {
    /// The title of the schema itself where it describes itself, else of the one that it refers to.
    fileprivate func title(of id: SchemaID) -> String? {
        let own = self[id].annotations
        return own.description == nil && own.title == nil ? self[target(of: id)].effectiveAnnotations.title : own.title
    }
}
