/// The schemas of a document, each resolved once.
///
/// The first schemas are those of the document, in the order in which it was read; the resolver adds the merged ones.
package struct SchemaGraph: Sendable {
    private let schemas: [ResolvedSchema]
    private let forms: [NormalForm]
    /// The schema that each chain of names ends at, found once, because documents may hold thousands in a row.
    private let targets: [SchemaID]
    /// The examples made from the schemas so far.
    let examples = ExampleCache()
    /// The schemas under `components/schemas`, in document order.
    package let components: [SchemaID]

    /// - Parameters:
    ///   - forms: The normal forms that `ResolvedSchema.formIndex` counts.
    ///   - targets: For each schema the one behind names for it.
    package init(schemas: [ResolvedSchema], forms: [NormalForm], targets: [SchemaID], components: [SchemaID]) {
        self.schemas = schemas
        self.targets = targets
        self.forms = forms
        self.components = components
    }

    package var ids: Range<Int> { schemas.indices }

    package subscript(id: SchemaID) -> ResolvedSchema {
        schemas[id.index]
    }

    /// What the schema, its reference and its parts require together.
    package func form(_ id: SchemaID) -> NormalForm {
        forms[schemas[id.index].formIndex]
    }

    /// The schema behind names for it.
    package func target(of id: SchemaID) -> SchemaID {
        targets[id.index]
    }

    /// The schema behind names for it.
    ///
    /// - Parameter isKnown: Whether to stop at a schema, for example because it has a type of its own.
    package func target(of id: SchemaID, stoppingAt isKnown: (SchemaID) -> Bool) -> SchemaID {
        var id = id
        // A chain cannot be longer than there are schemas, so that a cycle of references ends too.
        for _ in schemas.indices {
            guard !isKnown(id), let next = schemas[id.index].alias else { return id }
            id = next
        }
        return id
    }
}
