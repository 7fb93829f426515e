/// Finds types that contain themselves without an array or dictionary between, and marks where a box is needed.
func markingIndirection(in declarations: [TypeDeclaration]) -> [TypeDeclaration] {
    var declarations = declarations
    let unionsOnly = stronglyConnectedComponents(of: declarations.map { containedTypes(of: $0) })
    for index in declarations.indices { declarations[index].markUnion(index, components: unionsOnly) }
    let rest = stronglyConnectedComponents(of: declarations.map { containedTypes(of: $0) })
    for index in declarations.indices { declarations[index].markMembers(index, components: rest) }
    return declarations
}

/// The types whose values are part of a value of a declaration, boxed ones left out.
func containedTypes(of declaration: TypeDeclaration) -> [Int] {
    declaration.members.compactMap { $0.isIndirect ? nil : $0.type.inlineDeclaration?.index }
}

extension TypeDeclaration {
    /// What a value consists of, of a union any one of them.
    var members: [(type: TypeReference, isIndirect: Bool)] {
        switch shape {
        case .structure(let structure): structure.properties.map { ($0.type, $0.isIndirect) }
        case .union(let union): union.alternatives.map { ($0.type, $0.isIndirect) }
        case .tuple(let tuple): tuple.elements.map { ($0.type, $0.isIndirect) }
        case .alias(let type): [(type, false)]
        case .enumeration, .wrapper: []
        }
    }
}

extension TypeReference {
    /// The declared type whose value is stored in place.
    fileprivate var inlineDeclaration: TypeID? {
        if case .declared(let id) = unwrapped { id } else { nil }
    }
}

extension TypeDeclaration {
    fileprivate mutating func markUnion(_ own: Int, components: [Int]) {
        guard case .union(var union) = shape else { return }
        for index in union.alternatives.indices {
            guard let inner = union.alternatives[index].type.inlineDeclaration else { continue }
            union.alternatives[index].isIndirect = components[inner.index] == components[own] && components[own] >= 0
        }
        shape = .union(union)
    }

    fileprivate mutating func markMembers(_ own: Int, components: [Int]) {
        func isInRing(_ type: TypeReference) -> Bool {
            guard let inner = type.inlineDeclaration else { return false }
            return components[inner.index] == components[own] && components[own] >= 0
        }
        switch shape {
        case .structure(var structure):
            for index in structure.properties.indices {
                structure.properties[index].isIndirect = isInRing(structure.properties[index].type)
            }
            shape = .structure(structure)
        case .tuple(var tuple):
            for index in tuple.elements.indices { tuple.elements[index].isIndirect = isInRing(tuple.elements[index].type) }
            shape = .tuple(tuple)
        default: break
        }
    }
}

/// For each node the number of its strongly connected component; -1 for a node that no ring goes through.
///
/// Tarjan's algorithm with a stack of its own, because a document decides how long a chain of types is.
func stronglyConnectedComponents(of edges: [[Int]]) -> [Int] {
    var order = [Int](repeating: -1, count: edges.count)
    var low = order
    var component = order
    var isOnStack = [Bool](repeating: false, count: edges.count)
    var stack: [Int] = []
    var next = 0
    for root in edges.indices where order[root] < 0 {
        var path: [(node: Int, edge: Int)] = [(root, 0)]
        while let (node, edge) = path.last {
            if order[node] < 0 {
                order[node] = next
                low[node] = next
                next += 1
                stack.append(node)
                isOnStack[node] = true
            }
            if edge < edges[node].count {
                path[path.count - 1].edge += 1
                let target = edges[node][edge]
                if order[target] < 0 {
                    path.append((target, 0))
                } else if isOnStack[target] {
                    low[node] = min(low[node], order[target])
                }
                continue
            }
            path.removeLast()
            if let parent = path.last?.node { low[parent] = min(low[parent], low[node]) }
            guard low[node] == order[node] else { continue }
            close(node, stack: &stack, isOnStack: &isOnStack, component: &component, edges: edges)
        }
    }
    return component
}

private func close(
    _ node: Int, stack: inout [Int], isOnStack: inout [Bool], component: inout [Int], edges: [[Int]]
) {
    let isRing = stack.last != node || edges[node].contains(node)
    while let member = stack.popLast() {
        isOnStack[member] = false
        if isRing { component[member] = node }
        if member == node { return }
    }
}
