/// Boxes members of structs that are so large that each copy of the whole would be long code and a deep stack.
///
/// - Parameter declarations: types none of which contains itself without a box.
func boxingLargeMembers(in declarations: [TypeDeclaration]) -> [TypeDeclaration] {
    var declarations = declarations
    var sizes = [Int?](repeating: nil, count: declarations.count)
    for root in declarations.indices where sizes[root] == nil {
        var path = [root]
        while let index = path.last {
            let missing = containedTypes(of: declarations[index]).filter { sizes[$0] == nil }
            guard missing.isEmpty else {
                path += missing
                continue
            }
            path.removeLast()
            declarations[index].boxMembers { sizes[$0] ?? 0 }
            sizes[index] = declarations[index].size { sizes[$0] ?? 0 }
        }
    }
    return declarations
}

/// In words of memory.
private let largestMember = 48

extension TypeDeclaration {
    fileprivate mutating func boxMembers(_ sizes: (Int) -> Int) {
        guard case .structure(var structure) = shape else { return }
        for index in structure.properties.indices where !structure.properties[index].isIndirect {
            structure.properties[index].isIndirect = structure.properties[index].type.size(sizes) > largestMember
        }
        shape = .structure(structure)
    }

    /// About how many words of memory a value takes.
    fileprivate func size(_ sizes: (Int) -> Int) -> Int {
        let sizesOfMembers = members.map { $0.isIndirect ? 1 : $0.type.size(sizes) }
        return switch shape {
        case .structure(let structure): sizesOfMembers.reduce(structure.additionalProperties == nil ? 0 : 1, +)
        case .union: (sizesOfMembers.max() ?? 0) + 1
        case .tuple: sizesOfMembers.reduce(1, +)
        case .alias: sizesOfMembers.reduce(0, +)
        case .enumeration, .wrapper: 2
        }
    }
}

extension TypeReference {
    fileprivate func size(_ sizes: (Int) -> Int) -> Int {
        switch unwrapped {
        case .declared(let id): sizes(id.index)
        case .array, .dictionary, .optional, .nullable: 1
        case .standard(.string), .runtime, .foundation, .custom: 2
        case .standard: 1
        }
    }
}
