extension TypeBuilder {
    mutating func union(of alternatives: Alternatives, schema: SchemaID, named name: Identifier) -> Union {
        var scope = NameScope(.union)
        var discriminator = alternatives.discriminator
        discriminator?.defaultAlternative = nil
        var members: [UnionAlternative] = []
        for (index, alternative) in alternatives.list.enumerated() {
            let preferred = alternativeName(alternative.listed, index: index)
            let type = type(of: alternative.schema, named: name.appending(wordsOf: preferred)).type
            let place = members.firstIndex { $0.type == type } ?? members.count
            if index == alternatives.discriminator?.defaultAlternative { discriminator?.defaultAlternative = place }
            guard place == members.count else {
                members[place].discriminatorValues += alternative.discriminatorValues
                continue
            }
            members.append(
                UnionAlternative(
                    name: scope.claim(caseName(of: type, preferred: preferred)), type: type,
                    discriminatorValues: alternative.discriminatorValues,
                    kinds: kinds(of: schemas.form(alternative.schema)),
                    documentation: schemas[alternative.listed].annotations.description ?? "", isIndirect: false))
        }
        if discriminator == nil { warnOfAmbiguity(among: alternatives.list, position: schemas[schema].position) }
        let unknown = scope.claim(Identifier(memberFrom: "unknown"), alternative: Identifier(memberFrom: "unknownValue"))
        return Union(discriminator: discriminator, alternatives: members, unknownCase: unknown)
    }

    private func alternativeName(_ id: SchemaID, index: Int) -> String {
        let schema = schemas[schemas.target(of: id)]
        if let name = schema.componentName { return name }
        if let title = schema.annotations.title, !Identifier(typeFrom: title).name.isEmpty { return title }
        let part = schema.firstPart.flatMap { schemas[schemas.target(of: $0)].componentName }
        return part ?? "Alternative\(index + 1)"
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
