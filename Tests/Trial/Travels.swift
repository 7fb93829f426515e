import OpenAPI

/// The directions in which the operations of a document carry values of each schema.
struct Travels {
    private var isSent: [Bool]
    private var isReceived: [Bool]

    init(_ document: OpenAPIDocument) {
        var sent: [SchemaID] = []
        var received: [SchemaID] = []
        let callbacks = document.operations.flatMap { $0.callbacks.flatMap(\.operations) }
        for operation in document.operations + document.webhooks + callbacks {
            sent += operation.parameters.flatMap { [$0.schema, $0.content?.schema] }.compactMap(\.self)
            sent += (operation.requestBody?.content ?? []).flatMap { [$0.schema, $0.itemSchema] }.compactMap(\.self)
            for response in operation.responses {
                received += response.headers.flatMap { [$0.schema, $0.content?.schema] }.compactMap(\.self)
                received += response.content.flatMap { [$0.schema, $0.itemSchema] }.compactMap(\.self)
            }
        }
        isSent = reachable(from: sent, in: document)
        isReceived = reachable(from: received, in: document)
    }

    func directions(of schema: SchemaID) -> [Direction] {
        let directions = (isSent[schema.index] ? [Direction.requests] : []) + (isReceived[schema.index] ? [.responses] : [])
        return directions.isEmpty ? [.undirected] : directions
    }
}

private func reachable(from schemas: [SchemaID], in document: OpenAPIDocument) -> [Bool] {
    var isReached = [Bool](repeating: false, count: document.schemas.count)
    var open = schemas
    while let next = open.popLast() {
        guard !isReached[next.index] else { continue }
        isReached[next.index] = true
        let schema = document[next]
        open += schema.properties.map(\.schema) + schema.patternProperties.map(\.schema) + schema.rare.dependentSchemas.map(\.schema)
        open += schema.prefixItems + schema.allOf + schema.oneOf + schema.anyOf + (schema.discriminator?.mapping.compactMap(\.schema) ?? [])
        open += [schema.reference, schema.additionalProperties, schema.unevaluatedProperties, schema.items].compactMap(\.self)
        open += [schema.rare.consequence, schema.rare.alternative, schema.rare.unevaluatedItems].compactMap(\.self)
    }
    return isReached
}
