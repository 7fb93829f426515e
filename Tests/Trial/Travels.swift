import OpenAPI

/// The directions in which the operations of a document carry values of each schema.
struct Travels {
    private var isSent: [Bool]
    private var isReceived: [Bool]

    init(_ document: OpenAPIDocument) {
        var sent: [SchemaID] = []
        var pieces: [SchemaID] = []
        var received: [SchemaID] = []
        let callbacks = document.operations.flatMap { $0.callbacks.flatMap(\.operations) }
        for operation in document.operations + document.webhooks + callbacks {
            sent += operation.parameters.flatMap { [$0.schema, $0.content?.schema] }.compactMap(\.self)
            for content in operation.requestBody?.content ?? [] {
                let schemas = [content.schema, content.itemSchema].compactMap(\.self)
                // The parts of such a body are sent, and no value of its schema.
                if content.name.hasPrefix("multipart/") { pieces += schemas } else { sent += schemas }
            }
            for response in operation.responses {
                received += response.headers.flatMap { [$0.schema, $0.content?.schema] }.compactMap(\.self)
                received += response.content.flatMap { [$0.schema, $0.itemSchema] }.compactMap(\.self)
            }
        }
        isSent = reachable(from: sent, pieces: pieces, in: document)
        isReceived = reachable(from: received, in: document)
    }

    func directions(of schema: SchemaID) -> [Direction] {
        let directions = (isSent[schema.index] ? [Direction.requests] : []) + (isReceived[schema.index] ? [.responses] : [])
        return directions.isEmpty ? [.undirected] : directions
    }
}

private func reachable(from schemas: [SchemaID], pieces: [SchemaID] = [], in document: OpenAPIDocument) -> [Bool] {
    var isCarried = [Bool](repeating: false, count: document.schemas.count)
    var isSeen = isCarried
    var open = schemas.map { (id: $0, isPart: false) } + pieces.map { (id: $0, isPart: true) }
    while let next = open.popLast() {
        guard next.isPart ? !isSeen[next.id.index] : !isCarried[next.id.index] else { continue }
        isSeen[next.id.index] = true
        if !next.isPart { isCarried[next.id.index] = true }
        let schema = document[next.id]
        // A part of several is carried as a piece of the whole only, and the whole has a type of its own.
        let isWrapper = schema.allOf.count == 1 && schema.properties.isEmpty && schema.required.isEmpty
        open += schema.allOf.map { ($0, next.isPart || !isWrapper) } + (schema.reference.map { [($0, next.isPart)] } ?? [])
        // So are the alternatives of a piece.
        open += schema.alternatives.map { ($0, next.isPart) } + schema.inner.map { ($0, false) }
    }
    return isCarried
}

extension Schema {
    fileprivate var alternatives: [SchemaID] {
        oneOf + anyOf + (discriminator?.mapping.compactMap(\.schema) ?? [])
    }

    /// The schemas of members and elements.
    fileprivate var inner: [SchemaID] {
        var inner = properties.map(\.schema) + patternProperties.map(\.schema) + rareKeywords.dependentSchemas.map(\.schema)
        inner += prefixItems
        let single = [
            additionalProperties, unevaluatedProperties, items, rareKeywords.then, rareKeywords.else, rareKeywords.unevaluatedItems,
        ]
        return inner + single.compactMap(\.self)
    }
}
