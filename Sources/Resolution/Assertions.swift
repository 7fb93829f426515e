import APIModel
import Diagnostics
import OpenAPI
import YAMLTree

/// Returns what a schema of the document requires of values, keyword by keyword.
///
/// - Parameter alternatives: How the schema's Swift type distinguishes its alternatives. Validation uses the same values.
func assertions(of schema: OpenAPI.Schema, alternatives: Alternatives?, in document: OpenAPIDocument) -> [Assertion] {
    if let isAllowed = schema.booleanValue { return isAllowed ? [] : [Assertion(.never, at: schema.position)] }
    var list = AssertionList(of: schema)
    list.addSchema(schema.reference, "$ref", Assertion.Keyword.reference)
    list.addTypes(of: schema, in: document.version)
    list.addBounds(of: schema)
    list.addObject(schema)
    list.addArray(schema)
    list.addCombinations(of: schema, alternatives)
    return list.assertions
}

/// Collects the assertions of one schema.
private struct AssertionList {
    private(set) var assertions: [Assertion] = []
    private let node: YAMLNode?

    init(of schema: OpenAPI.Schema) {
        node = schema.node
    }

    mutating func add(_ keyword: Assertion.Keyword, _ name: String) {
        assertions.append(Assertion(keyword, at: node?.entry(name)?.key.position))
    }

    mutating func addSchema(_ schema: OpenAPI.SchemaID?, _ name: String, _ keyword: (APIModel.SchemaID) -> Assertion.Keyword) {
        if let schema { add(keyword(APIModel.SchemaID(schema)), name) }
    }

    mutating func addSchemas(
        _ schemas: [OpenAPI.SchemaID], _ name: String, _ keyword: ([APIModel.SchemaID]) -> Assertion.Keyword
    ) {
        if !schemas.isEmpty { add(keyword(schemas.map { APIModel.SchemaID($0) }), name) }
    }

    mutating func addMembers(_ members: [SchemaProperty], _ name: String, _ keyword: ([NamedSchema]) -> Assertion.Keyword) {
        if !members.isEmpty { add(keyword(members.map { NamedSchema($0.name, APIModel.SchemaID($0.schema)) }), name) }
    }
}

extension AssertionList {
    mutating func addTypes(of schema: OpenAPI.Schema, in version: SpecificationVersion) {
        var kinds = JSONKinds(schema.types)
        if schema.isNullable, !kinds.isEmpty { kinds.insert(.null) }
        if !kinds.isEmpty { add(.type(kinds), "type") }
        if let format = schema.format { add(.format(format), "format") }
        if let value = schema.const { add(.const(SourceValue(value, asText: schema.takesOnlyText)), "const") }
        if let values = schema.enumeration {
            // OpenAPI 3.0 is read as its authors mean it: `nullable` adds null to an `enum` that does not list it.
            let nullableAdds = schema.isNullable && version <= .v3_0 && !values.contains(where: \.isNull)
            add(.enumeration(values.map { SourceValue($0, asText: schema.takesOnlyText) }, nullableAdds: nullableAdds), "enum")
        }
    }

    mutating func addBounds(of schema: OpenAPI.Schema) {
        addBound(.minimum, schema.minimum)
        addBound(.exclusiveMinimum, schema.exclusiveMinimum)
        addBound(.maximum, schema.maximum)
        addBound(.exclusiveMaximum, schema.exclusiveMaximum)
        addBound(.multipleOf, schema.multipleOf)
        addCount(.minLength, schema.minLength)
        addCount(.maxLength, schema.maxLength)
        addCount(.minItems, schema.minItems)
        addCount(.maxItems, schema.maxItems)
        addCount(.minProperties, schema.minProperties)
        addCount(.maxProperties, schema.maxProperties)
        if schema.hasRareKeywords {
            addCount(.minContains, schema.rareKeywords.minContains)
            addCount(.maxContains, schema.rareKeywords.maxContains)
        }
        if let pattern = schema.pattern { add(.pattern(pattern), "pattern") }
        if schema.uniqueItems { add(.uniqueItems, "uniqueItems") }
    }

    private mutating func addBound(_ bound: Assertion.Bound, _ number: String?) {
        if let number { add(.bound(bound, number), bound.rawValue) }
    }

    private mutating func addCount(_ count: Assertion.Count, _ number: Int?) {
        if let number { add(.count(count, number), count.rawValue) }
    }

    mutating func addObject(_ schema: OpenAPI.Schema) {
        if !schema.required.isEmpty { add(.required(schema.required.map(\.value)), "required") }
        let dependent =
            !schema.hasRareKeywords
            ? [] : schema.rareKeywords.dependentRequired.map { DependentNames($0.property, required: $0.required) }
        if !dependent.isEmpty { add(.dependentRequired(dependent), "dependentRequired") }
        addMembers(schema.properties, "properties", Assertion.Keyword.properties)
        addMembers(schema.patternProperties, "patternProperties", Assertion.Keyword.patternProperties)
        if schema.hasRareKeywords {
            addMembers(schema.rareKeywords.dependentSchemas, "dependentSchemas", Assertion.Keyword.dependentSchemas)
        }
        addSchema(schema.additionalProperties, "additionalProperties", Assertion.Keyword.additionalProperties)
        addSchema(schema.unevaluatedProperties, "unevaluatedProperties", Assertion.Keyword.unevaluatedProperties)
        addSchema(schema.propertyNames, "propertyNames", Assertion.Keyword.propertyNames)
    }

    mutating func addArray(_ schema: OpenAPI.Schema) {
        addSchemas(schema.prefixItems, "prefixItems", Assertion.Keyword.prefixItems)
        addSchema(schema.items, "items", Assertion.Keyword.items)
        addSchema(schema.contains, "contains", Assertion.Keyword.contains)
        guard schema.hasRareKeywords else { return }
        addSchema(schema.rareKeywords.unevaluatedItems, "unevaluatedItems", Assertion.Keyword.unevaluatedItems)
    }

    mutating func addCombinations(of schema: OpenAPI.Schema, _ alternatives: Alternatives?) {
        addSchemas(schema.allOf, "allOf", Assertion.Keyword.allOf)
        guard
            !schema.oneOf.isEmpty || !schema.anyOf.isEmpty || schema.discriminator != nil || schema.not != nil
                || schema.hasRareKeywords
        else { return }
        let lists = [
            (schema.oneOf, "oneOf", Assertion.Keyword.oneOf), (schema.anyOf, "anyOf", Assertion.Keyword.anyOf),
        ]
        for (list, name, keyword) in lists {
            if schema.discriminator != nil, let choice = alternatives?.choice(among: list.map { APIModel.SchemaID($0) }) {
                add(choice, name)
            } else {
                addSchemas(list, name, keyword)
            }
        }
        if schema.discriminator != nil, let choice = alternatives?.choiceOfSubtype { add(choice, "discriminator") }
        addSchema(schema.not, "not", Assertion.Keyword.not)
        guard schema.hasRareKeywords, let condition = schema.rareKeywords.if else { return }
        let branches = [schema.rareKeywords.then, schema.rareKeywords.else].map { $0.map { APIModel.SchemaID($0) } }
        add(.condition(if: APIModel.SchemaID(condition), then: branches[0], else: branches[1]), "if")
    }
}

extension Alternatives {
    /// Returns the assertion that a discriminator selects one schema of a `oneOf` or `anyOf` list, so that violations of that schema
    /// are reported and not only that none is matched; `nil` where the alternatives are not those of the list.
    fileprivate func choice(among schemas: [APIModel.SchemaID]) -> Assertion.Keyword? {
        guard let discriminator, !discriminator.isInferred, origin == .lists, !list.isEmpty else { return nil }
        let alternatives = Set(list.map(\.listed))
        guard alternatives.isSubset(of: schemas) else { return nil }
        let choices = list.filter { !$0.discriminatorValues.isEmpty }.map { DiscriminatorChoice($0.discriminatorValues, $0.listed) }
        var otherwise = schemas
        if let fallback = discriminator.defaultAlternative {
            // Besides the default only null is left, which no value of a discriminator selects.
            otherwise = schemas.filter { !alternatives.contains($0) } + [list[fallback].listed]
        }
        return .discriminated(propertyName: discriminator.propertyName, choices: choices, otherwise: otherwise)
    }

    /// The assertion that a discriminator selects one of a parent's subtypes; `nil` where the alternatives are no subtypes.
    fileprivate var choiceOfSubtype: Assertion.Keyword? {
        guard let discriminator, case .subtypes(let base) = origin else { return nil }
        let choices = list.filter { $0.schema != base && !$0.discriminatorValues.isEmpty }
        return .subtypes(
            propertyName: discriminator.propertyName,
            choices: choices.map { DiscriminatorChoice($0.discriminatorValues, $0.listed) })
    }
}
