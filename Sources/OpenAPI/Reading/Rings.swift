import Diagnostics
import YAMLTree

extension SchemaReader {
    /// Breaks cycles of references without a schema, and removes alternatives that are the schema itself.
    mutating func breakRings() {
        // 0: not visited, 1: on the current path, 2: done.
        var states = [UInt8](repeating: 0, count: schemas.count)
        for start in schemas.indices where states[start] == 0 {
            var way: [Int] = []
            var index = start
            while states[index] == 0 {
                states[index] = 1
                way.append(index)
                guard let next = schemas[index].reference else { break }
                index = next.index
            }
            if states[index] == 1, schemas[index].reference != nil, let first = way.firstIndex(of: index) {
                breakRing(Array(way[first...]))
            }
            for index in way { states[index] = 2 }
        }
        for index in schemas.indices { leaveOutItself(index) }
        shortenChains()
    }

    /// Shortens very long chains of references, as compilers resolve type aliases recursively.
    private mutating func shortenChains() {
        var chains = [(length: Int, end: SchemaID)?](repeating: nil, count: schemas.count)
        for start in schemas.indices {
            var way: [Int] = []
            var index = start
            while chains[index] == nil, let next = schemas[index].reference {
                way.append(index)
                index = next.index
            }
            for index in way.reversed() {
                guard let next = schemas[index].reference else { continue }
                let isPassedThrough = !schemas[next.index].hasSiblingsOfReference
                let chain = isPassedThrough ? chains[next.index] ?? (length: 0, end: next) : (length: 0, end: next)
                chains[index] = (chain.length + 1, chain.end)
                if chain.length > 200 { schemas[index].reference = chain.end }
            }
        }
    }

    private mutating func breakRing(_ ring: [Int]) {
        // Keywords beside the references constrain values, so such a cycle is valid.
        guard !ring.contains(where: { schemas[$0].hasSiblingsOfReference }) else {
            return removeReference(of: ring[0])
        }
        guard let first = ring.min(by: { schemas[$0].position < schemas[$1].position }) else { return }
        if let reference = schemas[first].referenceText {
            report(.ring(reference), choosing: "any value is allowed")
        }
        removeReference(of: first)
    }

    private mutating func removeReference(of index: Int) {
        schemas[index].reference = nil
    }

    private mutating func leaveOutItself(_ index: Int) {
        let schema = schemas[index]
        guard !schema.oneOf.isEmpty || !schema.anyOf.isEmpty || !schema.allOf.isEmpty else { return }
        let own = SchemaID(index: index)
        let culprits = (schema.allOf + schema.oneOf + schema.anyOf).filter { schemas.resolved($0) == own }
        guard !culprits.isEmpty else { return }
        for part in culprits { report(.holdsItself(schemas[part.index].position)) }
        schemas[index].allOf.removeAll { culprits.contains($0) }
        schemas[index].oneOf.removeAll { culprits.contains($0) }
        schemas[index].anyOf.removeAll { culprits.contains($0) }
    }
}

extension Diagnostic {
    fileprivate static func ring(_ reference: Located<String>) -> Diagnostic {
        Diagnostic(.error, "'\(reference.value)' is part of a cycle of references without a schema", at: reference.position)
    }

    fileprivate static func holdsItself(_ position: Position) -> Diagnostic {
        Diagnostic(.warning, "a schema cannot be a part of itself; the part is ignored", at: position)
    }
}
