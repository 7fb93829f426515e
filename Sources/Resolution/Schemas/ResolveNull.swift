import APIModel
import OpenAPI
import YAMLTree

extension SchemaResolver {
    /// Decides for each schema of the document whether it allows null.
    ///
    /// Type lists, `const`, `enum`, alternatives, references and `allOf` must all allow null, as in JSON Schema. `nullable` of
    /// OpenAPI 3.0 allows it even if the others exclude it, as authors write it beside `$ref`, `allOf` and `enum`.
    mutating func resolveNull() {
        let edges = document.schemas.map { schema in
            schema.isByItself ? [] : (schema.partsInPlace + schema.oneOf + schema.anyOf).map(\.index)
        }
        for index in partsFirst(edges) {
            let schema = document.schemas[index]
            if schema.isByItself, !schema.isMarkedNullable {
                drafts[index].null = schema.ownNull
                continue
            }
            let parts = schema.partsInPlace.map { part in
                document[part].saysOnlyNullable ? .forced : drafts[part.index].null.asPart
            }
            let lists = [schema.oneOf, schema.anyOf].filter { !$0.isEmpty }.map { ofAlternatives($0) }
            let combined = (parts + lists).reduce(schema.ownNull) { $0.and($1) }
            drafts[index].null = schema.isMarkedNullable ? .forced : combined
            guard schema.isMarkedNullable || parts.contains(.forced) else { continue }
            let others = (schema.partsInPlace.map { drafts[$0.index].null } + lists).contains { $0 == .refused }
            drafts[index].identity.nullableOverrides = schema.types.isEmpty || others || schema.const?.isNull == false
        }
    }

    private func ofAlternatives(_ list: [OpenAPI.SchemaID]) -> NullState {
        let states = list.map { document[$0].saysOnlyNullable ? .allowed : drafts[$0.index].null }
        if states.contains(where: \.isNullable) { return .allowed }
        return states.allSatisfy { $0 == .refused } ? .refused : .silent
    }
}

extension NullState {
    /// What the state of a part means for the schema that includes it: what overrides in the part allows null there.
    fileprivate var asPart: NullState { self == .forced ? .allowed : self }
}

extension OpenAPI.Schema {
    /// Whether the reason is `nullable: true`, rather than a list of types.
    var isMarkedNullable: Bool { isNullable && !types.contains(.null) }

    /// Whether `nullable: true` is the only keyword of the schema, as in `anyOf: [{$ref: …}, {nullable: true}]`.
    var saysOnlyNullable: Bool {
        isMarkedNullable && reference == nil && booleanValue == nil && types.isEmpty && properties.isEmpty && allOf.isEmpty
            && oneOf.isEmpty && anyOf.isEmpty && enumeration == nil && const == nil && items == nil && prefixItems.isEmpty
            && format == nil && additionalProperties == nil && not == nil
    }

    /// Whether no other schemas are about the same value.
    fileprivate var isByItself: Bool { !hasPartsInPlace && oneOf.isEmpty && anyOf.isEmpty }

    /// Whether the keywords of the schema object itself allow null.
    fileprivate var ownNull: NullState {
        if booleanValue == false { return .refused }
        var state = NullState.silent
        if !types.isEmpty { state = types.contains(.null) ? .allowed : .refused }
        if let values = const.map({ [$0] }) ?? enumeration {
            state = state.and(values.contains(where: \.isNull) ? .allowed : .refused)
        }
        return state
    }
}
