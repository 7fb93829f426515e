extension TypeBuilder {
    func union(of alternatives: Alternatives, schema: SchemaID, named name: TypeName) -> Union {
        let names = names(of: alternatives)
        let identifier = name.identifier
        var scope = NameScope(.union)
        let keyNames = alternatives.list.map { alternativeName($0.listed) }
        let keys = memberScope(of: schema)
        let unknownKey = NameKey(keys, "(unknown)")
        overrides.hold(keyNames.compactMap(\.self).map { NameKey(keys, $0) }, in: &scope)
        overrides.hold([unknownKey], in: &scope)
        var discriminator = alternatives.discriminator
        discriminator?.defaultAlternative = nil
        var members: [UnionAlternative] = []
        for (index, alternative) in alternatives.list.enumerated() {
            let preferred = names[index]
            let type = type(of: alternative.schema, named: preferred.namesType ? name.appending(preferred.text) : name).type
            let place = members.firstIndex { $0.type == type } ?? members.count
            if index == alternatives.discriminator?.defaultAlternative { discriminator?.defaultAlternative = place }
            guard place == members.count else {
                members[place].discriminatorValues += alternative.discriminatorValues
                continue
            }
            let ownName = Identifier(caseFrom: caseName(of: type, preferred.text), of: identifier)
            // An alternative that is only counted is another one after reordering.
            let keyName = keyNames[index]
            members.append(
                UnionAlternative(
                    name: keyName.map { overrides.claim(NameKey(keys, $0), ownName, in: &scope) } ?? scope.claim(ownName),
                    type: type,
                    discriminatorValues: alternative.discriminatorValues,
                    kinds: kinds(of: schemas.form(alternative.schema)),
                    documentation: schemas[alternative.listed].annotations.description ?? "", isIndirect: false))
        }
        if let unused = alternatives.unusedDiscriminator {
            warnings.append(.unusedDiscriminator(unused, at: schemas[schema].position))
        } else if discriminator == nil {
            warnOfAmbiguity(among: alternatives.list, position: schemas[schema].position)
        }
        let unknown = overrides.claim(
            unknownKey, Identifier(memberFrom: "unknown"), alternative: Identifier(memberFrom: "unknownValue"), in: &scope)
        return Union(discriminator: discriminator, alternatives: members, unknownCase: unknown)
    }

    /// Returns the name that the document has for an alternative; nil where it is only counted.
    private func alternativeName(_ id: SchemaID) -> String? {
        let schema = schemas[schemas.target(of: id)]
        if let name = schema.componentName { return name }
        if let title = schema.annotations.title, !Identifier(typeFrom: title).name.isEmpty { return title }
        return schema.firstPart.flatMap { schemas[schemas.target(of: $0)].componentName }
    }

    private func caseName(of type: TypeReference, _ preferred: String) -> String {
        switch type {
        case .standard(let standard): standard == .bool ? "boolean" : standard.rawValue
        case .runtime(let runtime): runtime.rawValue
        case .foundation(let type): type.rawValue
        case .array(.standard(let element)): element.rawValue + "s"
        case .array(.declared(let id)):
            declarations[id.index].componentName == nil ? preferred : declarations[id.index].name.name + "s"
        case .array: "array"
        case .dictionary: "dictionary"
        default: preferred
        }
    }

    private func kinds(of form: NormalForm) -> JSONKinds {
        guard let alternatives = form.alternatives, alternatives.origin == .lists else { return form.readKinds }
        // One level is enough to distinguish alternatives, and cannot run in circles.
        return alternatives.list.reduce(into: []) { $0.formUnion(schemas.form($1.schema).readKinds) }
    }
}

extension NormalForm {
    /// The kinds of the values that the schema's type reads.
    fileprivate var readKinds: JSONKinds {
        var kinds = typedKinds.reduce(into: JSONKinds()) { $0.formUnion($1) }
        if kinds.isEmpty { kinds = (values ?? []).reduce(into: []) { $0.formUnion($1.value.kind) } }
        if !kinds.isDisjoint(with: [.integer, .number]) { kinds.formUnion([.integer, .number]) }
        return kinds.isEmpty ? .all : kinds
    }
}
