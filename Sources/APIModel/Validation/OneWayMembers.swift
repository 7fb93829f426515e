/// A schema in the validator's text, together with what depends on where it is used.
///
/// A part with `required: [id]` can belong to one object where `id` is read-only and to another where it is not; these are two uses.
package struct SchemaUse: Hashable, Sendable {
    package let schema: SchemaID
    /// The required members that requests lack, in the schema or in a part of it.
    package var readOnly: Set<String> = []
    /// The required members that responses lack.
    package var writeOnly: Set<String> = []
    /// Whether the schema's discriminator selects a subtype that the value must match as well. A part of a subtype selects none.
    package var selectsSubtype = false
}

/// Finds the required members that messages of one direction lack, wherever `readOnly`, `writeOnly` and `required` are declared.
///
/// OpenAPI 3.0.4, section 4.7.24.2: `required` of a `readOnly` property has effect on responses only, of a `writeOnly` one on requests.
struct OneWayMembers {
    /// The memory for names is limited, because a hostile document combines many names with many schemas.
    private static let mostNames = 1_000_000

    private let graph: SchemaGraph
    /// For each schema the names that it or a part of it requires, of those that some object sends in one direction.
    private var required: [Set<String>]

    init(_ graph: SchemaGraph) {
        self.graph = graph
        required = Array(repeating: [], count: graph.ids.count)
        let names = oneWayNames()
        if !names.isEmpty { collectRequired(names) }
    }

    /// Returns the use of a schema for a value of its own.
    func use(of schema: SchemaID) -> SchemaUse {
        let names = required[schema.index]
        guard !names.isEmpty else { return SchemaUse(schema: schema) }
        var use = SchemaUse(schema: schema)
        for member in graph.form(schema).object.members where names.contains(member.name) {
            if member.isReadOnly { use.readOnly.insert(member.name) }
            if member.isWriteOnly { use.writeOnly.insert(member.name) }
        }
        return use
    }

    /// Returns the use of a schema as a part of another one: what the whole exempts, the part exempts too.
    func part(_ schema: SchemaID, of whole: SchemaUse) -> SchemaUse {
        var use = use(of: schema)
        use.readOnly.formUnion(whole.readOnly.intersection(required[schema.index]))
        use.writeOnly.formUnion(whole.writeOnly.intersection(required[schema.index]))
        return use
    }

    private func oneWayNames() -> Set<String> {
        var names: Set<String> = []
        for index in graph.ids {
            let id = SchemaID(index: index)
            guard graph[id].alias == nil else { continue }
            for member in graph.form(id).object.members where member.sentIn != .both { names.insert(member.name) }
        }
        return names
    }

    /// Adds each required name to the schema that lists it, and to those that this one is a part of.
    private mutating func collectRequired(_ names: Set<String>) {
        var users: [[Int]] = Array(repeating: [], count: graph.ids.count)
        var pending: [(schema: Int, name: String)] = []
        for index in graph.ids {
            for assertion in graph[SchemaID(index: index)].assertions {
                for part in assertion.keyword.partsInPlace { users[part.index].append(index) }
                pending += assertion.keyword.requiredNames.filter(names.contains).map { (index, $0) }
            }
        }
        var remaining = Self.mostNames
        while remaining > 0, let (schema, name) = pending.popLast() {
            guard required[schema].insert(name).inserted else { continue }
            remaining -= 1
            pending += users[schema].map { ($0, name) }
        }
    }
}
