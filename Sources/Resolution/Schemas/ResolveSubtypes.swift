import APIModel
import OpenAPI

/// The components that include another one in their `allOf` whose discriminator distinguishes them.
///
/// OpenAPI 3.1.1, section 4.8.25.1: such a parent lists its alternatives nowhere.
struct Subtypes {
    private var children: [APIModel.SchemaID: [APIModel.SchemaID]] = [:]

    init() {}

    /// - Parameter target: The schema behind references to it.
    init(_ document: OpenAPIDocument, target: (OpenAPI.SchemaID) -> APIModel.SchemaID) {
        for component in document.componentSchemas {
            let child = target(component.schema)
            for parent in ancestors(of: child, in: document, target) where children[parent]?.contains(child) != true {
                children[parent, default: []].append(child)
            }
        }
    }

    /// The subtypes of a schema, in document order.
    subscript(parent: APIModel.SchemaID) -> [APIModel.SchemaID] {
        children[parent] ?? []
    }
}

/// The schemas with a discriminator that a schema includes, directly or not.
private func ancestors(
    of child: APIModel.SchemaID, in document: OpenAPIDocument, _ target: (OpenAPI.SchemaID) -> APIModel.SchemaID
) -> [APIModel.SchemaID] {
    var ancestors: [APIModel.SchemaID] = []
    var open = [child]
    var seen: Set<APIModel.SchemaID> = []
    // Authors derive a few times; the limit keeps a hostile document linear.
    while let next = open.popLast(), seen.count < 32 {
        guard seen.insert(next).inserted else { continue }
        let schema = document.schemas[next.index]
        if next != child, schema.discriminator != nil, schema.oneOf.isEmpty, schema.anyOf.isEmpty { ancestors.append(next) }
        open += (schema.allOf + (schema.reference.map { [$0] } ?? [])).map(target)
    }
    return ancestors
}

extension SchemaResolver {
    /// The subtypes of a schema and the schema itself; `nil` where its discriminator does not distinguish them.
    mutating func subtypeAlternatives(of id: APIModel.SchemaID) -> Alternatives? {
        let children = subtypes[id]
        guard !children.isEmpty, id.index < document.schemas.count, let own = document.schemas[id.index].discriminator,
            drafts[id.index].unions.isEmpty
        else { return nil }
        let mapping = DiscriminatorMapping(own)
        let base = base(of: id)
        var schemas = children + [base]
        var values = discriminatorValues(of: schemas, schemas: schemas, mapping: mapping, sharedBy: id)
        let allowed = fixedValues(of: mapping.propertyName, in: id)
        let taken = Set(values.flatMap(\.self))
        // What no subtype takes is left for the parent itself; a parent to which nothing is left is never a value.
        values[values.count - 1] += allowed.filter { !taken.contains($0) }
        if !allowed.isEmpty, values.last?.isEmpty == true {
            schemas.removeLast()
            values.removeLast()
        }
        guard tellsApart(schemas, values, fallback: nil) else { return nil }
        return Alternatives(
            discriminator: Discriminator(propertyName: mapping.propertyName),
            list: zip(schemas, values).map { Alternative($0, listed: $0, discriminatorValues: $1) }, origin: .subtypes(base: base))
    }
}
