import APIModel

extension PairComparison {
    mutating func compareAlternatives(isSame: (SchemaPair) -> Bool) {
        compareDiscriminators()
        let (before, after) = (old.listedAlternatives, new.listedAlternatives)
        let matches = matched(before, after, isSame: isSame)
        let (oldPlace, newPlace) = (old.position(where: \.isList), new.position(where: \.isList))
        for (index, alternative) in before.enumerated() {
            guard let place = matches[index] else {
                add(.alternativeRemoved, name: old.name(of: alternative, at: index), at: oldPlace, newPlace)
                continue
            }
            let name = old.name(of: alternative, at: index)
            // The alternative that stands for the whole schema is compared as the other side's alternative.
            let step = before.count == 1 && old.alternatives == nil ? "" : "(\(name))"
            if alternative.schema == old.id, after[place].schema == new.id { continue }
            descend(alternative.schema, after[place].schema, step: step)
        }
        let taken = Set(matches.values)
        for (index, alternative) in after.enumerated() where !taken.contains(index) {
            add(.alternativeAdded, name: new.name(of: alternative, at: index), at: oldPlace, newPlace)
        }
    }

    /// Which alternative of the new document each one of the old document became, by their indices.
    private func matched(
        _ before: [Alternative], _ after: [Alternative], isSame: (SchemaPair) -> Bool
    ) -> [Int: Int] {
        var matches: [Int: Int] = [:]
        var free = Set(after.indices)
        func match(_ isMatch: (Alternative, Alternative) -> Bool) {
            for (index, alternative) in before.enumerated() where matches[index] == nil {
                guard let place = free.sorted().first(where: { isMatch(alternative, after[$0]) }) else { continue }
                matches[index] = place
                free.remove(place)
            }
        }
        match { one, other in
            guard let name = old.graph.componentName(of: one.listed) else { return false }
            return name == new.graph.componentName(of: other.listed)
        }
        match { one, other in
            let values = Set(one.discriminatorValues.map(\.canonical))
            return other.discriminatorValues.contains { values.contains($0.canonical) }
        }
        // Comparing every pair of long lists would take too long; there the kinds must do.
        if before.count * after.count <= 400 { match { isSame(SchemaPair(old: $0.schema, new: $1.schema)) } }
        match { one, other in
            // Schemas with different names are different alternatives.
            if old.graph.componentName(of: one.listed) != nil, new.graph.componentName(of: other.listed) != nil { return false }
            return SchemaView(one.schema, in: old.graph).kinds == SchemaView(other.schema, in: new.graph).kinds
        }
        return matches
    }

    private mutating func compareDiscriminators() {
        let (oldPlace, newPlace) = (old.position(where: \.isList), new.position(where: \.isList))
        let (before, after) = (old.discriminator, new.discriminator)
        switch (before, after) {
        case (nil, nil): return
        case (nil, let name?): return add(.discriminatorAdded, new: name, at: oldPlace, newPlace)
        case (let name?, nil): return add(.discriminatorRemoved, old: name, at: oldPlace, newPlace)
        case (let one?, let other?) where one != other:
            return add(.discriminatorChanged, old: one, new: other, at: oldPlace, newPlace)
        default: break
        }
        let (known, kept) = (old.discriminatorValues, new.discriminatorValues)
        for (value, text, name) in known.ordered where kept.names[value] != name {
            if let other = kept.names[value] {
                if other != nil, name != nil { add(.discriminatorValueMoved, name: text, at: oldPlace, newPlace) }
            } else if name.map({ kept.alternatives.contains($0) }) ?? true {
                add(.discriminatorValueRemoved, name: text, at: oldPlace, newPlace)
            }
        }
        for (value, text, name) in kept.ordered where known.names[value] == nil {
            if name.map({ known.alternatives.contains($0) }) ?? true {
                add(.discriminatorValueAdded, name: text, at: oldPlace, newPlace)
            }
        }
    }
}

extension SchemaView {
    /// The alternatives; the schema itself where it has none.
    fileprivate var listedAlternatives: [Alternative] {
        alternatives?.list ?? [Alternative(id, listed: id)]
    }

    /// The property that the document names as discriminator.
    fileprivate var discriminator: String? {
        guard let discriminator = alternatives?.discriminator, !discriminator.isInferred else { return nil }
        return discriminator.propertyName
    }

    fileprivate func name(of alternative: Alternative, at index: Int) -> String {
        let listed = graph.target(of: alternative.listed)
        if let name = graph.componentName(of: listed) ?? graph[listed].effectiveAnnotations.title { return name }
        if let value = alternative.discriminatorValues.first { return value.plainText }
        let kinds = SchemaView(listed, in: graph).kinds
        return kinds == .allButNull ? "#\(index + 1)" : kinds.text
    }

    fileprivate var discriminatorValues: DiscriminatorValues {
        var values = DiscriminatorValues()
        for alternative in alternatives?.list ?? [] {
            let name = graph.componentName(of: alternative.listed)
            if let name { values.alternatives.insert(name) }
            for value in alternative.discriminatorValues where values.names[value.canonical] == nil {
                values.names[value.canonical] = .some(name)
                values.ordered.append((value.canonical, value.plainText, name))
            }
        }
        return values
    }
}

/// The values of a discriminator with the components that they stand for.
private struct DiscriminatorValues {
    var ordered: [(value: [UInt8], text: String, name: String?)] = []
    var names: [[UInt8]: String?] = [:]
    var alternatives: Set<String> = []
}

extension SchemaGraph {
    /// The name of a component, or of the component that a schema is another name for.
    func componentName(of id: SchemaID) -> String? {
        self[id].componentName ?? self[target(of: id)].componentName
    }
}
