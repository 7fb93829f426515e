extension TypeBuilder {
    mutating func union(of alternatives: Alternatives, schema: SchemaID, named name: Identifier) -> Union {
        var scope = NameScope(.union)
        let names = alternatives.list.map { alternativeName($0.listed) }
        let keys = memberScope(of: schema)
        let unknownKey = NameKey(keys, "(unknown)")
        overrides.hold(names.compactMap(\.self).map { NameKey(keys, $0) }, in: &scope)
        overrides.hold([unknownKey], in: &scope)
        var discriminator = alternatives.discriminator
        discriminator?.defaultAlternative = nil
        var members: [UnionAlternative] = []
        for (index, alternative) in alternatives.list.enumerated() {
            let preferred = names[index] ?? "Alternative\(index + 1)"
            let type = type(of: alternative.schema, named: name.appending(wordsOf: preferred)).type
            let place = members.firstIndex { $0.type == type } ?? members.count
            if index == alternatives.discriminator?.defaultAlternative { discriminator?.defaultAlternative = place }
            guard place == members.count else {
                members[place].discriminatorValues += alternative.discriminatorValues
                continue
            }
            let ownName = caseName(of: type, preferred: preferred)
            // An alternative that is only counted is another one after reordering.
            let isNamed = names[index] != nil
            members.append(
                UnionAlternative(
                    name: isNamed ? overrides.claim(NameKey(keys, preferred), ownName, in: &scope) : scope.claim(ownName),
                    type: type,
                    discriminatorValues: alternative.discriminatorValues,
                    kinds: kinds(of: schemas.form(alternative.schema)),
                    documentation: schemas[alternative.listed].annotations.description ?? "", isIndirect: false))
        }
        if discriminator == nil { warnOfAmbiguity(among: alternatives.list, position: schemas[schema].position) }
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

    private func caseName(of type: TypeReference, preferred: String) -> Identifier {
        switch type {
        case .standard(let standard): Identifier(memberFrom: standard == .bool ? "boolean" : standard.rawValue)
        case .runtime(let runtime): Identifier(memberFrom: runtime.rawValue)
        case .array(.standard(let element)): Identifier(memberFrom: element.rawValue + "s")
        case .array(.declared(let id)): Identifier(memberFrom: declarations[id.index].name.name + "s")
        case .array: Identifier(memberFrom: "array")
        case .dictionary: Identifier(memberFrom: "dictionary")
        default: Identifier(memberFrom: preferred)
        }
    }

    private func kinds(of form: NormalForm) -> JSONKinds {
        guard let alternatives = form.alternatives, alternatives.origin == .lists else { return form.readKinds }
        // One level is enough to distinguish alternatives, and cannot run in circles.
        return alternatives.list.reduce(into: []) { $0.formUnion(schemas.form($1.schema).readKinds) }
    }
}

extension ResolvedSchema {
    /// The schema that this one refers to or includes first.
    fileprivate var firstPart: SchemaID? {
        for assertion in assertions {
            switch assertion.keyword {
            case .reference(let id): return id
            case .allOf(let parts): return parts.first
            default: continue
            }
        }
        return nil
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
