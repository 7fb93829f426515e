import OpenAPI

/// The document's schemas and the ones that come from merging them.
struct SchemaSet {
    private(set) var schemas: [Schema]
    private var merged: [[SchemaID]: SchemaID] = [:]
    private var bases: [[SchemaID]: SchemaID] = [:]

    init(_ document: OpenAPIDocument) {
        schemas = document.schemas
    }

    subscript(id: SchemaID) -> Schema {
        schemas[id.index]
    }

    /// The schema behind references that say nothing else.
    ///
    /// - Parameter isNamed: whether to stop at a schema because it has a type of its own.
    func target(of id: SchemaID, stoppingAt isNamed: (SchemaID) -> Bool) -> SchemaID {
        var id = id
        // A chain cannot be longer than there are schemas, so a ring of references ends too.
        for _ in 0..<schemas.count {
            if isNamed(id) { return id }
            guard let next = schemas[id.index].reference, !schemas[id.index].hasSiblingsOfReference else { return id }
            id = next
        }
        return id
    }

    func target(of id: SchemaID) -> SchemaID {
        target(of: id, stoppingAt: { _ in false })
    }

    /// A schema that all of the given ones describe together.
    mutating func all(of parts: [SchemaID]) -> SchemaID {
        var distinct: [SchemaID] = []
        for part in parts where !distinct.contains(part) { distinct.append(part) }
        if distinct.count == 1 { return distinct[0] }
        if let known = merged[distinct] { return known }
        var schema = Schema(at: schemas[distinct[0].index].position)
        schema.allOf = distinct
        let id = add(schema)
        merged[distinct] = id
        return id
    }

    /// What stands beside the alternatives of a schema, as a schema of its own, made once.
    mutating func base(for parts: [SchemaID], as schema: Schema) -> SchemaID {
        if let known = bases[parts] { return known }
        let id = add(schema)
        bases[parts] = id
        return id
    }

    mutating func add(_ schema: Schema) -> SchemaID {
        schemas.append(schema)
        return SchemaID(index: schemas.count - 1)
    }
}
