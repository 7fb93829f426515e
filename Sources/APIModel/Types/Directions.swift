/// Lets requests be without members that only responses have, and the other way round, where a type travels both ways.
///
/// OpenAPI, section 4.8.24 (3.0: `readOnly`, `writeOnly`): such a member's being required counts in its own direction only.
func relaxingOneWayMembers(of declarations: [TypeDeclaration], for endpoints: [Endpoint]) -> [TypeDeclaration] {
    let requests = endpoints.flatMap { $0.parameters.map(\.type) + ($0.body?.content.map(\.type) ?? []) }
    let responses = endpoints.flatMap { $0.outcomes.flatMap { $0.headers.map(\.type) + $0.contents.map(\.type) } }
    let sent = reachable(from: requests, in: declarations)
    let received = reachable(from: responses, in: declarations)
    return declarations.indices.map { index in
        guard case .structure(var structure) = declarations[index].shape else { return declarations[index] }
        for place in structure.properties.indices {
            let property = structure.properties[place]
            let isLackedBySome = property.isReadOnly && sent[index] || property.isWriteOnly && received[index]
            if property.isRequired, isLackedBySome { structure.properties[place].relax() }
        }
        var declaration = declarations[index]
        declaration.shape = .structure(structure)
        return declaration
    }
}

extension Property {
    fileprivate mutating func relax() {
        isRequired = false
        presetValue = nil
        guard defaultValue == nil else { return }
        type = type.isOptional ? .optional(.nullable(type.unwrapped)) : .optional(type)
    }
}

/// Which declarations values of the given types can hold values of.
private func reachable(from types: [TypeReference], in declarations: [TypeDeclaration]) -> [Bool] {
    var isReached = [Bool](repeating: false, count: declarations.count)
    var open = types
    while let type = open.popLast() {
        guard let id = type.innermostDeclaration, !isReached[id.index] else { continue }
        isReached[id.index] = true
        switch declarations[id.index].shape {
        case .structure(let structure):
            open += structure.properties.map(\.type)
            if let additional = structure.additionalProperties { open.append(additional.value) }
        case .union(let union): open += union.alternatives.map(\.type)
        case .tuple(let tuple): open += tuple.elements.map(\.type) + (tuple.rest.map { [$0] } ?? [])
        case .alias(let inner), .wrapper(let inner): open.append(inner)
        case .enumeration: break
        }
    }
    return isReached
}
