/// Finds the schemas whose values match one of several subtypes as well, as the types of these schemas do.
///
/// OpenAPI 3.1.1, section 4.8.25.1.
struct SubtypeSelection {
    private let graph: SchemaGraph
    /// For each schema whether it, or the one whose type it shares, has subtypes.
    private let hasSubtypes: [Bool]

    init(_ graph: SchemaGraph) {
        self.graph = graph
        var hasSubtypes = [Bool](repeating: false, count: graph.ids.count)
        var users = [[Int]](repeating: [], count: graph.ids.count)
        var pending: [Int] = []
        for index in graph.ids {
            let id = SchemaID(index: index)
            if let other = graph.typeSource(of: id) { users[other.index].append(index) }
            guard graph[id].assertions.contains(where: \.keyword.isSubtypes) else { continue }
            hasSubtypes[index] = true
            pending.append(index)
        }
        while let index = pending.popLast() {
            for user in users[index] where !hasSubtypes[user] {
                hasSubtypes[user] = true
                pending.append(user)
            }
        }
        self.hasSubtypes = hasSubtypes
    }

    /// Whether a schema selects a subtype of a value of its own.
    func isMade(by schema: SchemaID) -> Bool {
        hasSubtypes[schema.index]
    }

    /// Whether a schema selects a subtype as a part of another one, for the same value.
    func isMade(by schema: SchemaID, asPartOf whole: SchemaID) -> Bool {
        hasSubtypes[schema.index] && (schema == whole || graph.typeSource(of: whole) == schema)
    }
}

extension SchemaGraph {
    /// The schema whose Swift type is also the type of this one; `nil` where this one has a type of its own.
    package func typeSource(of id: SchemaID) -> SchemaID? {
        self[id].alias ?? self[id].refined
    }
}
