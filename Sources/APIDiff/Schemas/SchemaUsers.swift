extension SchemaComparison {
    /// Returns a function that finds the operations whose messages carry a pair's values, in the order of the operations.
    ///
    /// The work for all pairs together is limited; behind the limit only the operations are found whose messages consist of the pair.
    func usersOfNodes() -> (Int) -> [Int] {
        var parents = [[Int]](repeating: [], count: nodes.count)
        for (index, node) in nodes.enumerated() {
            for child in node.children { parents[child.index].append(index) }
        }
        var budget = 5_000_000
        return { [nodes] start in
            guard budget > 0 else { return nodes[start].users }
            var users: Set<Int> = []
            var seen: Set<Int> = [start]
            var open = [start]
            while let next = open.popLast(), budget > 0 {
                users.formUnion(nodes[next].users)
                for parent in parents[next] where seen.insert(parent).inserted { open.append(parent) }
                budget -= 1 + parents[next].count
            }
            return users.sorted()
        }
    }
}
