/// A document with everything about it decided: what the model is built from.
package struct ResolvedDocument: Sendable {
    package let about: About
    package let schemas: SchemaGraph
    /// The operations of all paths, in document order.
    package var operations: [ResolvedOperation]
    /// The operations of webhooks, then those of the callbacks of ``operations``.
    package let webhooks: [ResolvedOperation]

    package init(about: About, schemas: SchemaGraph, operations: [ResolvedOperation], webhooks: [ResolvedOperation]) {
        self.about = about
        self.schemas = schemas
        self.operations = operations
        self.webhooks = webhooks
    }
}
