import OpenAPI

/// The nodes of a graph, each after the targets of its edges. Of the edges of a cycle, the one that closes it is left out.
///
/// The walk keeps its own stack, because a document decides how long a chain is.
func partsFirst(_ edges: [[Int]]) -> [Int] {
    var order: [Int] = []
    order.reserveCapacity(edges.count)
    var isSeen = [Bool](repeating: false, count: edges.count)
    for root in edges.indices where !isSeen[root] {
        if edges[root].isEmpty {
            isSeen[root] = true
            order.append(root)
            continue
        }
        var path: [(node: Int, edge: Int)] = [(root, 0)]
        isSeen[root] = true
        while let (node, edge) = path.last {
            guard edge < edges[node].count else {
                order.append(node)
                path.removeLast()
                continue
            }
            path[path.count - 1].edge += 1
            let next = edges[node][edge]
            guard !isSeen[next] else { continue }
            isSeen[next] = true
            path.append((next, 0))
        }
    }
    return order
}

/// For each schema the one that its chain of references ends at; a cycle ends where it was entered.
func endsOfChains(_ references: [SchemaID?]) -> [SchemaID] {
    var ends = [SchemaID?](repeating: nil, count: references.count)
    for start in references.indices {
        var chain: [Int] = []
        var place = start
        // A schema that is being visited counts as its own end, so that a cycle stops here.
        while ends[place] == nil, let next = references[place] {
            ends[place] = SchemaID(index: place)
            chain.append(place)
            place = next.index
        }
        let end = ends[place] ?? SchemaID(index: place)
        ends[place] = end
        for index in chain { ends[index] = end }
    }
    return ends.enumerated().map { $1 ?? SchemaID(index: $0) }
}
