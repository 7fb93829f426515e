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
            // A schema without alternatives is compared as the other side's only alternative.
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
        var matches = AlternativeMatches(before, after)
        matches.match(
            before.map { old.graph.componentName(of: $0.listed).map { [Array($0.utf8)] } ?? [] },
            after.map { new.graph.componentName(of: $0.listed).map { [Array($0.utf8)] } ?? [] })
        matches.match(
            before.map { $0.discriminatorValues.map(\.canonical) }, after.map { $0.discriminatorValues.map(\.canonical) })
        matches.match { isSame(SchemaPair(old: $0.schema, new: $1.schema)) }
        matches.match { one, other in
            // Schemas with different names are different alternatives.
            if old.graph.componentName(of: one.listed) != nil, new.graph.componentName(of: other.listed) != nil { return false }
            return SchemaView(one.schema, in: old.graph).kinds == SchemaView(other.schema, in: new.graph).kinds
        }
        return matches.places
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

/// Which alternatives of two lists are the same.
private struct AlternativeMatches {
    private let before: [Alternative]
    private let after: [Alternative]
    /// The indices of new alternatives by those of old ones.
    private(set) var places: [Int: Int] = [:]
    private var taken: Set<Int> = []

    init(_ before: [Alternative], _ after: [Alternative]) {
        self.before = before
        self.after = after
    }

    /// Matches alternatives that have a key in common.
    mutating func match(_ keys: [[[UInt8]]], _ newKeys: [[[UInt8]]]) {
        let known = Dictionary(
            newKeys.enumerated().flatMap { index, keys in keys.map { ($0, index) } }, uniquingKeysWith: { first, _ in first })
        for index in before.indices where places[index] == nil {
            let place = keys[index].lazy.compactMap { known[$0] }.first { !taken.contains($0) }
            if let place { take(place, for: index) }
        }
    }

    /// Matches alternatives of which a closure says so. Comparing every pair of long lists would take too long.
    mutating func match(where isMatch: (Alternative, Alternative) -> Bool) {
        guard (before.count - taken.count) * (after.count - taken.count) <= 400 else { return }
        for index in before.indices where places[index] == nil {
            let place = after.indices.first { !taken.contains($0) && isMatch(before[index], after[$0]) }
            if let place { take(place, for: index) }
        }
    }

    private mutating func take(_ place: Int, for index: Int) {
        places[index] = place
        taken.insert(place)
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

/// The values of a discriminator with the components that they select.
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
