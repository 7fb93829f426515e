import OpenAPI

/// The components that include a schema with a discriminator, which tells them apart.
///
/// OpenAPI 3.1.1, section 4.8.25.1. Like the rest of the oracle it knows nothing of the generator's model.
struct OracleSubtypes {
    private var children: [SchemaID: [SchemaID]] = [:]
    private let generator: InstanceGenerator

    /// A subtype and the values of the discriminator that stand for it.
    struct Choice {
        let propertyName: String
        let values: [String]
        let schema: SchemaID
    }

    init(_ document: OpenAPIDocument) {
        generator = InstanceGenerator(document, seed: 0)
        let parents = document.schemas.indices.map { SchemaID(index: $0) }.filter { document[$0].isParent }
        guard !parents.isEmpty else { return }
        for component in document.componentSchemas {
            let child = document.schemas.resolved(component.schema)
            var seen: Set<SchemaID> = []
            var open = document[child].allOf
            while let next = open.popLast() {
                let schema = document.schemas.resolved(next)
                guard schema != child, seen.insert(schema).inserted else { continue }
                if document[schema].isParent, children[schema]?.contains(child) != true {
                    children[schema, default: []].append(child)
                }
                open += document[schema].allOf + (document[schema].reference.map { [$0] } ?? [])
            }
        }
    }

    func isParent(_ schema: SchemaID) -> Bool { children[schema] != nil }

    /// The subtypes whose values are known; the schema of the others says itself what the values are.
    func choices(of parent: SchemaID, in document: OpenAPIDocument) -> [Choice] {
        guard let discriminator = document[parent].discriminator, document[parent].reference == nil else { return [] }
        let values = (children[parent] ?? []).map { generator.discriminatorValues(of: $0, by: discriminator) }
        let all = values.compactMap(\.self).flatMap(\.self)
        // Values that stand for several subtypes tell nothing apart.
        guard Set(all).count == all.count else { return [] }
        return zip(children[parent] ?? [], values).compactMap { child, values in
            values.map { Choice(propertyName: discriminator.propertyName, values: $0, schema: child) }
        }
    }
}

extension Schema {
    fileprivate var isParent: Bool { discriminator != nil && oneOf.isEmpty && anyOf.isEmpty }
}
