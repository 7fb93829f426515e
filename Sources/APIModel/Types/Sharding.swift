extension API {
    /// Deals the types out to a number of files, so that an edit of the document touches few of them: types that
    /// contain each other are in one file, and the file of a group depends on its name alone.
    ///
    /// - Returns: for each type the number of its file, from 0.
    package func shards(among count: Int) -> [Int] {
        guard count > 1 else { return types.map { _ in 0 } }
        let references = types.map { $0.references }
        let owners = owners(references)
        let groups = groups(of: owners, references)
        return types.indices.map { Int(stableHash(types[groups[owners[$0]]].name.name) % UInt64(count)) }
    }

    /// For each type the component that it was declared for; inline types belong to the first that refers to them.
    private func owners(_ references: [[Int]]) -> [Int] {
        var owners = Array(types.indices)
        var isOwned = types.map { $0.componentName != nil }
        var waiting = types.indices.filter { isOwned[$0] }
        var next = 0
        while next < waiting.count {
            let owner = waiting[next]
            next += 1
            for target in references[owner] where !isOwned[target] {
                isOwned[target] = true
                owners[target] = owners[owner]
                waiting.append(target)
            }
        }
        return owners
    }

    /// For each owner the type that gives its group the name: the first by name of those that refer to each other.
    private func groups(of owners: [Int], _ references: [[Int]]) -> [Int] {
        var edges = [[Int]](repeating: [], count: types.count)
        for (type, targets) in references.enumerated() {
            edges[owners[type]] += targets.map { owners[$0] }
        }
        let rings = stronglyConnectedComponents(of: edges)
        var first: [Int: Int] = [:]
        var sizes: [Int: Int] = [:]
        for index in types.indices where rings[index] >= 0 {
            sizes[rings[index], default: 0] += 1
            let known = first[rings[index]] ?? index
            first[rings[index]] = types[index].name.name < types[known].name.name ? index : known
        }
        return types.indices.map { index in
            // A ring of most of the document would make one file of it.
            guard let named = first[rings[index]], sizes[rings[index], default: 0] <= mostTypesInGroup else { return index }
            return named
        }
    }
}

private let mostTypesInGroup = 20

/// FNV-1a, because the library's own hashes differ from run to run.
private func stableHash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0100_0000_01B3 }
}

extension TypeDeclaration {
    /// The types that it names, by their numbers.
    fileprivate var references: [Int] {
        let types: [TypeReference] =
            switch shape {
            case .structure(let structure):
                structure.properties.map(\.type) + (structure.additionalProperties.map { [$0.value] } ?? [])
            case .union(let union): union.alternatives.map(\.type)
            case .tuple(let tuple): tuple.elements.map(\.type) + (tuple.rest.map { [$0] } ?? [])
            case .alias(let type), .wrapper(let type): [type]
            case .enumeration: []
            }
        return types.compactMap { $0.innermostDeclaration?.index }
    }
}
