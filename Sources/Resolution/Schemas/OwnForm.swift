import APIModel
import OpenAPI
import YAMLTree

extension SchemaResolver {
    /// A draft with what the schema object itself requires, and everything that its reference and its parts require.
    mutating func resolved(_ schema: OpenAPI.Schema, draft: Draft) -> Draft {
        // A cycle may lead to the draft itself, which is then merged as it was.
        var draft = schema.hasPartsInPlace ? draft.copy() : draft
        draft.form = ownForm(of: schema)
        draft.required = distinct(schema.required)
        draft.dependencies =
            schema.hasRareKeywords
            ? schema.rareKeywords.dependentRequired.map { DependentNames($0.property, required: $0.required) } : []
        draft.discriminator = schema.discriminator
        draft.unions = unionLists(of: schema)
        for part in schema.partsInPlace { merge(drafts[targets[part.index].index], into: &draft) }
        // JSON Schema, Core, section 11.3: it applies to members that no part describes, by `additionalProperties` or otherwise.
        // By itself it does not restrict the kinds of values.
        let isAboutObjects = draft.form.namesKinds || draft.form.object.isDescribed
        if isAboutObjects, let others = schema.unevaluatedProperties, draft.form.object.additionalProperties == .unspecified {
            draft.form.object.additionalProperties = otherValues(others)
        }
        return draft
    }

    private func unionLists(of schema: OpenAPI.Schema) -> [UnionList] {
        if schema.oneOf.isEmpty, schema.anyOf.isEmpty { return [] }
        let lists = [(schema.oneOf, true), (schema.anyOf, false)].filter { !$0.0.isEmpty }
        return lists.map { UnionList(schemas: $0.map { SchemaID($0) }, isExclusive: $1) }
    }

    private func ownForm(of schema: OpenAPI.Schema) -> NormalForm {
        var form = NormalForm()
        form.booleanValue = schema.booleanValue
        form.namesKinds = !schema.types.isEmpty
        if form.namesKinds { form.kinds = JSONKinds(schema.types) }
        if schema.booleanValue == false { form.kinds = [] }
        form.values = namedValues(of: schema)
        form.format = schema.format
        form.patterns = schema.pattern.map { [$0] } ?? []
        form.bounds = bounds(of: schema)
        form.counts = counts(of: schema)
        form.contentMediaType = schema.contentMediaType
        form.contentEncoding = schema.contentEncoding
        if schema.hasRareKeywords { form.contentSchema = schema.rareKeywords.contentSchema.map { SchemaID($0) } }
        form.object = objectForm(of: schema)
        form.array.prefix = schema.prefixItems.map { SchemaID($0) }
        form.array.rest = schema.items.map { otherValues($0) } ?? .unspecified
        form.array.hasUniqueItems = schema.uniqueItems
        form.isComplete = !schema.requiresMoreThanForms
        return form
    }

    private func objectForm(of schema: OpenAPI.Schema) -> ObjectForm {
        var object = ObjectForm()
        object.members = schema.properties.map { property in
            let id = SchemaID(property.schema)
            let annotations = drafts[id.index].identity.effectiveAnnotations
            return Member(
                name: property.name, schema: id, sentIn: directions(annotations), requiredIn: [], isDescribed: true,
                position: property.position)
        }
        object.patterns = schema.patternProperties.map { NamedSchema($0.name, SchemaID($0.schema)) }
        object.additionalProperties = schema.additionalProperties.map { otherValues($0) } ?? .unspecified
        return object
    }

    /// OpenAPI 3.0.4, section 4.7.24.2: `readOnly` members are in responses only, `writeOnly` members in requests only.
    private func directions(_ annotations: Annotations) -> Directions {
        var directions = Directions.both
        if annotations.isReadOnly { directions.remove(.requests) }
        if annotations.isWriteOnly { directions.remove(.responses) }
        return directions
    }

    private func otherValues(_ id: OpenAPI.SchemaID) -> OtherValues {
        switch document[id].booleanValue {
        case true?: .any
        case false?: .none
        case nil: .schema(SchemaID(id))
        }
    }

    private func namedValues(of schema: OpenAPI.Schema) -> [NamedValue]? {
        if let const = schema.const {
            return [NamedValue(SourceValue(const, asText: schema.takesOnlyText).value, at: const.position)]
        }
        return schema.enumeration?.enumerated().map { index, node in
            NamedValue(
                SourceValue(node, asText: schema.takesOnlyText).value, name: word(at: index, of: schema.enumerationNames),
                description: word(at: index, of: schema.enumerationDescriptions), at: node.position)
        }
    }

    /// The text at a place of a list that may be shorter; `nil` where it has none.
    private func word(at index: Int, of words: [String]) -> String? {
        words.indices.contains(index) && !words[index].isEmpty ? words[index] : nil
    }

    private func bounds(of schema: OpenAPI.Schema) -> [Assertion.Bound: String] {
        let isBounded =
            schema.minimum != nil || schema.maximum != nil || schema.exclusiveMinimum != nil || schema.exclusiveMaximum != nil
        guard isBounded || schema.multipleOf != nil else { return [:] }
        var bounds: [Assertion.Bound: String] = [:]
        bounds[.minimum] = schema.minimum
        bounds[.exclusiveMinimum] = schema.exclusiveMinimum
        bounds[.maximum] = schema.maximum
        bounds[.exclusiveMaximum] = schema.exclusiveMaximum
        bounds[.multipleOf] = schema.multipleOf
        return bounds
    }

    private func counts(of schema: OpenAPI.Schema) -> [Assertion.Count: Int] {
        let isAboutItems = schema.minItems != nil || schema.maxItems != nil
        let isAboutProperties = schema.minProperties != nil || schema.maxProperties != nil
        guard isAboutItems || isAboutProperties || schema.minLength != nil || schema.maxLength != nil else { return [:] }
        var counts: [Assertion.Count: Int] = [:]
        counts[.minLength] = schema.minLength
        counts[.maxLength] = schema.maxLength
        counts[.minItems] = schema.minItems
        counts[.maxItems] = schema.maxItems
        counts[.minProperties] = schema.minProperties
        counts[.maxProperties] = schema.maxProperties
        return counts
    }
}

/// The names of a list, each once, with the position of the first.
func distinct(_ names: [Located<String>]) -> [Located<String>] {
    guard names.count > 1 else { return names }
    var seen: Set<String> = []
    return names.filter { seen.insert($0.value).inserted }
}

extension JSONKinds {
    /// The kinds that `type` names. A number may be an integer.
    init(_ types: JSONTypes) {
        self = []
        for (type, kind) in kindsOfTypes where types.contains(type) { formUnion(kind) }
    }
}

private let kindsOfTypes: [(JSONTypes, JSONKinds)] = [
    (.null, .null), (.boolean, .boolean), (.object, .object), (.array, .array), (.number, [.number, .integer]),
    (.string, .string), (.integer, .integer),
]

extension OpenAPI.Schema {
    /// Whether strings are the only values beside null, so that `08` without quotes means the text.
    var takesOnlyText: Bool { types.subtracting(.null) == .string }

    /// Whether keywords require what a normal form cannot express.
    fileprivate var requiresMoreThanForms: Bool {
        if not != nil || contains != nil || propertyNames != nil || unevaluatedProperties != nil { return true }
        guard hasRareKeywords else { return false }
        return rareKeywords.unevaluatedItems != nil || rareKeywords.if != nil || !rareKeywords.dependentRequired.isEmpty
            || !rareKeywords.dependentSchemas.isEmpty
    }
}
