extension TagWriter {
    /// Decides for each alternative of each union where its tags come from.
    mutating func assign() {
        for index in declarations.indices {
            guard case .union(var union) = declarations[index].shape else { continue }
            for place in union.alternatives.indices {
                let tags = tags(of: union.alternatives[place].type)
                union.alternatives[place].tags = tags.map { tag in
                    AlternativeTag(tag: tag, decision: decision(on: tag, of: place, in: union), passed: passed(to: tag, by: union))
                }
                if tags.isEmpty { union.alternatives[place].entry = entry(of: place, in: union) }
            }
            declarations[index].shape = .union(union)
        }
    }

    private func decision(on tag: WrittenTag, of place: Int, in union: Union) -> TagDecision? {
        guard let discriminator = union.discriminator, discriminator.propertyName == tag.propertyName else { return nil }
        let values = union.alternatives[place].discriminatorValues.compactMap { fit($0, as: tag.type) }
        guard let first = values.first else { return nil }
        guard discriminator.defaultAlternative == place else {
            let kept = tag.origin == .none ? [] : Array(values.dropFirst())
            return TagDecision(value: first, kept: kept, replaced: nil)
        }
        let others = union.alternatives.indices.filter { $0 != place }.flatMap { union.alternatives[$0].discriminatorValues }
        return TagDecision(
            value: first, kept: [], replaced: tag.origin == .none ? nil : others.compactMap { fit($0, as: tag.type) })
    }

    private func entry(of place: Int, in union: Union) -> TagEntry? {
        let alternative = union.alternatives[place]
        guard let name = union.discriminator?.propertyName, let (element, isWrapped) = element(of: alternative.type) else {
            return nil
        }
        let values = alternative.discriminatorValues.compactMap { fit($0, as: element) }
        return values.isEmpty ? nil : TagEntry(propertyName: name, values: values, type: element, isWrapped: isWrapped)
    }

    private func passed(to target: WrittenTag, by union: Union) -> PassedTag? {
        guard let source = union.tags.first(where: { $0.propertyName == target.propertyName }) else { return nil }
        let type = target.type.withoutOptional
        let kept = target.origin == .none || source.kept.count < 2 ? [] : source.kept.compactMap { fit($0, as: target.type) }
        if type == .string { return PassedTag(source: source, enumeration: nil, kept: kept) }
        guard let id = declaration(behind: type), case .enumeration(let enumeration) = declarations[id.index].shape,
            enumeration.rawType == .string
        else { return nil }
        return PassedTag(source: source, enumeration: .declared(id), kept: kept)
    }

    private func tags(of type: TypeReference) -> [WrittenTag] {
        guard let id = declaration(behind: type) else { return [] }
        return switch declarations[id.index].shape {
        case .structure(let structure): structure.tags
        case .union(let union): union.tags
        case .alias, .wrapper, .enumeration, .tuple: []
        }
    }

    /// The type of the values of a dictionary.
    private func element(of type: TypeReference) -> (TypeReference, isWrapped: Bool)? {
        var type = type
        for _ in declarations.indices {
            switch type {
            case .dictionary(let element): return (element, false)
            case .declared(let id):
                switch declarations[id.index].shape {
                case .alias(let target): type = target
                case .wrapper(.dictionary(let element)): return (element, true)
                default: return nil
                }
            default: return nil
            }
        }
        return nil
    }
}
