import OpenAPI

/// Which component schemas name another one in their `allOf` that tells by a discriminator which of them a value is.
///
/// OpenAPI 3.1.1, section 4.8.25.1: such a parent lists its alternatives nowhere.
struct Subtypes {
    private var children: [SchemaID: [SchemaID]] = [:]
    /// What stands for a parent itself among its alternatives.
    private var plainParents: [SchemaID: SchemaID] = [:]
    /// The same the other way around.
    private var parents: [SchemaID: SchemaID] = [:]

    init(_ document: OpenAPIDocument, target: (SchemaID) -> SchemaID) {
        for component in document.componentSchemas {
            let child = target(component.schema)
            for parent in ancestors(of: child, in: document, target) where children[parent]?.contains(child) != true {
                children[parent, default: []].append(child)
            }
        }
    }

    /// The schemas that are kinds of a parent, in document order.
    subscript(parent: SchemaID) -> [SchemaID] {
        children[parent] ?? []
    }

    /// The parent as one of its own alternatives; nil where none was made yet.
    func plain(_ parent: SchemaID) -> SchemaID? {
        plainParents[parent]
    }

    mutating func setPlain(_ parent: SchemaID, _ plain: SchemaID) {
        plainParents[parent] = plain
        parents[plain] = parent
    }

    /// The parent that a schema stands for, or the schema itself.
    func parent(behind schema: SchemaID) -> SchemaID {
        parents[schema] ?? schema
    }
}

/// The parents of a schema, and theirs, that tell their children by a discriminator.
private func ancestors(of child: SchemaID, in document: OpenAPIDocument, _ target: (SchemaID) -> SchemaID) -> [SchemaID] {
    var ancestors: [SchemaID] = []
    var open = [child]
    var seen: Set<SchemaID> = []
    // Authors derive a few times; the limit keeps a hostile document linear.
    while let next = open.popLast(), seen.count < 32 {
        guard seen.insert(next).inserted else { continue }
        let schema = document[next]
        if next != child, schema.discriminator != nil, schema.oneOf.isEmpty, schema.anyOf.isEmpty { ancestors.append(next) }
        open += (schema.allOf + (schema.reference.map { [$0] } ?? [])).map(target)
    }
    return ancestors
}

extension TypeBuilder {
    /// What a value of a schema may be that others derive from; nil where its discriminator does not tell them apart.
    mutating func subtypes(of id: SchemaID, flat: FlatSchema) -> [SchemaID]? {
        let target = schemas.target(of: id)
        guard let mapping = schemas[target].discriminator, !schemas.subtypes[target].isEmpty, flat.unions.isEmpty else { return nil }
        let discriminator = Discriminator(propertyName: mapping.propertyName)
        let shared = sharedValues(of: discriminator.propertyName, in: flat.schema)
        var alternatives: [SchemaID] = []
        var seen: Set<String> = []
        for alternative in schemas.subtypes[target] + [schemas.plainParent(target)] {
            let values = discriminatorValues(of: alternative, by: discriminator, mapping: mapping, shared: shared)
            // A parent that only its children's values are listed for is never a value itself.
            if schemas.subtypes.parent(behind: alternative) == target, !shared.isEmpty, shared.isDisjoint(with: values) { continue }
            guard !values.isEmpty, values.allSatisfy({ seen.insert($0).inserted }),
                schemas.flattened(alternative).schema.meaningfulTypes == [.object]
            else { return nil }
            alternatives.append(alternative)
        }
        return alternatives
    }
}
