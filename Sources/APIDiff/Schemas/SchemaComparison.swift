import APIModel
import Diagnostics

/// Compares all pairs of schemas whose values take the same place in messages, each pair once.
struct SchemaComparison {
    let old: SchemaGraph
    let new: SchemaGraph
    private(set) var nodes: [Node] = []
    private var indices: [SchemaPair: Int] = [:]
    private var open: [Int] = []
    private var equality: SchemaEquality
    /// The work that may still be done. Each schema of a document usually has one pair, with a handful of members.
    private var budget = 10_000_000
    /// Whether there were more pairs than are compared.
    private(set) var isStopped = false

    /// A pair with the differences of its own schemas, without those inside other pairs.
    struct Node {
        let findings: [Finding]
        let children: [(index: Int, directions: Directions)]
        let location: Location
        /// The messages that carry the values.
        var directions: Directions = []
        /// The operations in whose messages the pair stands directly.
        var users: [Int] = []
    }

    init(_ old: SchemaGraph, _ new: SchemaGraph) {
        self.old = old
        self.new = new
        equality = SchemaEquality(old, new)
    }

    /// Compares two schemas and everything inside them.
    ///
    /// - Parameters:
    ///   - user: The number of the operation whose messages carry the value.
    ///   - location: The place of the value in the messages.
    mutating func compare(
        _ oldID: SchemaID, _ newID: SchemaID, in directions: Directions, user: Int, at location: Location
    ) {
        guard let index = node(for: SchemaPair(old: oldID, new: newID), at: location) else { return }
        if nodes[index].users.last != user { nodes[index].users.append(user) }
        mark(index, directions)
        while let next = open.popLast() {
            for child in nodes[next].children { mark(child.index, nodes[next].directions.intersection(child.directions)) }
        }
    }

    private mutating func mark(_ index: Int, _ directions: Directions) {
        guard !directions.isSubset(of: nodes[index].directions) else { return }
        nodes[index].directions.formUnion(directions)
        open.append(index)
    }

    /// Returns the index of a pair's node, made with the nodes of all pairs inside where it is new.
    private mutating func node(for pair: SchemaPair, at location: Location) -> Int? {
        let key = SchemaPair(old: old.target(of: pair.old), new: new.target(of: pair.new))
        if let known = indices[key] { return known }
        let first = nodes.count
        var waiting = [(key, location)]
        indices[key] = first
        var next = 0
        // Breadth first, so that the location of a pair is a short one.
        while next < waiting.count {
            let (pair, place) = waiting[next]
            next += 1
            let location = place.entering(pair, old, new)
            let comparison = PairComparison(pair, old, new) { equality.areSame($0) }
            budget -= comparison.size
            var children: [(Int, Directions)] = []
            for child in comparison.children {
                let key = SchemaPair(old: old.target(of: child.pair.old), new: new.target(of: child.pair.new))
                if let known = indices[key] {
                    children.append((known, child.directions))
                } else if budget > 0 {
                    indices[key] = first + waiting.count
                    children.append((first + waiting.count, child.directions))
                    waiting.append((key, location.appending(child.step)))
                } else {
                    isStopped = true
                }
            }
            nodes.append(Node(findings: comparison.findings, children: children, location: location))
        }
        return first
    }
}
