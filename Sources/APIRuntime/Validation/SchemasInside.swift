/// The schemas that a schema applies itself.
struct SchemasInside {
    /// Those applied to the same value.
    var inPlace: [Int] = []
    /// Those applied to values inside it.
    var below: [Int] = []
    /// Whether a value can be looked at more than once.
    var looksTwice = false

    init(of node: SchemaNode) {
        guard case .keywords(let keywords) = node.rule else { return }
        for keyword in keywords { add(keyword) }
        if inPlace.count > 1 { looksTwice = true }
    }

    private mutating func add(_ keyword: SchemaKeyword) {
        switch keyword {
        case .reference(let node), .not(let node), .dynamicReference(_, let node): inPlace.append(node)
        case .allOf(let nodes): inPlace += nodes
        case .anyOf(let nodes), .oneOf(let nodes):
            inPlace += nodes
            looksTwice = true
        case .condition(let condition, let then, let otherwise): inPlace += [condition, then, otherwise].compactMap { $0 }
        case .dependentSchemas(let dependencies): inPlace += dependencies.map(\.schema)
        case .members(let members):
            below += members.named.values.sorted() + members.patterns.map(\.schema) + (members.additional.map { [$0] } ?? [])
            if !members.patterns.isEmpty { looksTwice = true }
        case .items(let prefix, let rest): below += prefix + (rest.map { [$0] } ?? [])
        case .contains(let node, _, _):
            below.append(node)
            looksTwice = true
        case .unevaluatedItems(let node), .unevaluatedProperties(let node):
            below.append(node)
            looksTwice = true
        default: return
        }
    }
}

/// Marks the schemas whose verdict on a value is kept: those that could lead back to themselves at the same value, and those
/// with a schema below them that looks at values more than once, which without memory would double the work at each level.
func chooseWhatIsRemembered(among nodes: [SchemaNode]) {
    let inside = nodes.map(SchemasInside.init)
    let circular = nodesOnCircles(inside.map(\.inPlace))
    let costly = nodesLeading(to: nodes.indices.filter { inside[$0].looksTwice }, over: inside.map { $0.inPlace + $0.below })
    // Where a schema applies no shared one to the same value, a leaf costs nothing to check once more.
    let tangled = nodesLeading(
        to: nodes.indices.filter { inside[$0].inPlace.contains { nodes[$0].isReferenced } }, over: inside.map(\.inPlace))
    for (index, node) in nodes.enumerated() where node.isReferenced {
        node.isRemembered = circular[index] || costly[index]
        node.isRememberedAtLeaves = node.isRemembered && (circular[index] || tangled[index])
    }
}

/// The nodes that are on a cycle or reach one.
private func nodesOnCircles(_ edges: [[Int]]) -> [Bool] {
    var remaining = edges.map(\.count)
    var finished = edges.indices.filter { remaining[$0] == 0 }
    let sources = reversed(edges)
    while let node = finished.popLast() {
        for source in sources[node] {
            remaining[source] -= 1
            if remaining[source] == 0 { finished.append(source) }
        }
    }
    return remaining.map { $0 > 0 }
}

/// The nodes that reach some others, including those.
private func nodesLeading(to targets: [Int], over edges: [[Int]]) -> [Bool] {
    let sources = reversed(edges)
    var leads = [Bool](repeating: false, count: edges.count)
    var open = targets
    for target in targets { leads[target] = true }
    while let node = open.popLast() {
        for source in sources[node] where !leads[source] {
            leads[source] = true
            open.append(source)
        }
    }
    return leads
}

private func reversed(_ edges: [[Int]]) -> [[Int]] {
    var sources = [[Int]](repeating: [], count: edges.count)
    for (node, targets) in edges.enumerated() {
        for target in targets { sources[target].append(node) }
    }
    return sources
}
