/// The keywords of schemas that have a meaning here, from JSON Schema draft 4 to 2020-12 and from OpenAPI.
enum Keyword: String, CaseIterable {
    // Words about values.
    case type, nullable, title, description, format, `default`, const, `enum`, example, examples, readOnly, writeOnly
    case deprecated
    // Objects.
    case properties, patternProperties, required, additionalProperties, unevaluatedProperties, propertyNames
    case minProperties, maxProperties, dependentRequired, dependentSchemas, dependencies
    // Arrays.
    case items, prefixItems, contains, minContains, maxContains, minItems, maxItems, uniqueItems, unevaluatedItems
    case additionalItems
    // Combinations.
    case reference = "$ref"
    case allOf, oneOf, anyOf, not, `if`, then, `else`, discriminator
    case definitions, defs = "$defs"
    case dynamicReference = "$dynamicRef"
    case recursiveReference = "$recursiveRef"
    // Bounds of numbers and strings.
    case minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, minLength, maxLength, pattern
    case contentEncoding, contentMediaType, contentSchema
    // About the schema, or about other forms of the value.
    case externalDocs, xml
    case schema = "$schema"
    case id = "$id"
    case anchor = "$anchor"
    case dynamicAnchor = "$dynamicAnchor"
    case recursiveAnchor = "$recursiveAnchor"
    case comment = "$comment"
    case vocabulary = "$vocabulary"
    // Swagger's parameters, which are schemas at the same time.
    case name, `in`, collectionFormat, allowEmptyValue
    // Extensions that several tools know.
    case xNullable = "x-nullable"
    case xEnumVarnames = "x-enum-varnames"
    case xEnumNames = "x-enumNames"
    case xEnumDescriptions = "x-enum-descriptions"
    case xEnumDescriptionsInCamelCase = "x-enumDescriptions"
    case xAutoincrement = "x-autoincrement"
    case xInternal = "x-internal"

    /// What a table finds, a comparison of texts one by one would find slowly.
    init?(named name: String) {
        guard let keyword = keywords[name] else { return nil }
        self = keyword
    }

    /// Whether OpenAPI has it since 3.1 only.
    var isNewIn3_1: Bool {
        switch self {
        case .const, .examples, .patternProperties, .unevaluatedProperties, .propertyNames, .dependentRequired,
            .dependentSchemas, .prefixItems, .contains, .minContains, .maxContains, .unevaluatedItems, .if, .then, .else,
            .defs, .dynamicReference, .contentEncoding, .contentMediaType, .contentSchema, .anchor:
            true
        default: false
        }
    }
}

private let keywords = Dictionary(uniqueKeysWithValues: Keyword.allCases.map { ($0.rawValue, $0) })
