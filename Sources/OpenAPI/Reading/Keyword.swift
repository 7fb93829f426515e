/// The supported schema keywords of OpenAPI and of JSON Schema draft 4 to 2020-12.
enum Keyword: String, CaseIterable {
    // Types, values and annotations.
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
    // The schema itself, and other representations of the value.
    case externalDocs, xml
    case schema = "$schema"
    case id = "$id"
    case anchor = "$anchor"
    case dynamicAnchor = "$dynamicAnchor"
    case recursiveAnchor = "$recursiveAnchor"
    case comment = "$comment"
    case vocabulary = "$vocabulary"
    // Swagger parameters, which contain schema keywords.
    case name, `in`, collectionFormat, allowEmptyValue
    // Extensions that several tools support.
    case xNullable = "x-nullable"
    case xEnumVarnames = "x-enum-varnames"
    case xEnumNames = "x-enumNames"
    case xEnumDescriptions = "x-enum-descriptions"
    case xEnumDescriptionsInCamelCase = "x-enumDescriptions"
    case xAutoincrement = "x-autoincrement"
    case xInternal = "x-internal"
    case xStainlessPaginationProperty = "x-stainless-pagination-property"

    /// Looks a keyword up in a table, which is faster than comparing raw values.
    init?(named name: String) {
        guard let keyword = keywords[name] else { return nil }
        self = keyword
    }

    /// Whether the keyword needs OpenAPI 3.1.
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
