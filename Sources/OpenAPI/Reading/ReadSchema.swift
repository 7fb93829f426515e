import Diagnostics
import YAMLTree

extension SchemaReader {
    mutating func read(_ node: YAMLNode, into schema: inout Schema, as role: SchemaRole) {
        var hasExclusiveBounds = false
        for entry in node.entries {
            guard let keyword = Keyword(named: entry.name) else {
                if !entry.name.hasPrefix("x-") { report(.unknownKeyword(entry)) }
                continue
            }
            if keyword.isNewIn3_1, version <= .v3_0 { report(.newKeyword(entry, version)) }
            if role == .swaggerParameter, keyword == .required || keyword == .description { continue }
            if keyword == .type {
                readTypes(entry.value, into: &schema, as: role)
            } else {
                readWords(keyword, entry, into: &schema)
            }
            readObject(keyword, entry, of: node, into: &schema)
            readArray(keyword, entry, into: &schema)
            readCombination(keyword, entry, into: &schema)
            readBounds(keyword, entry, into: &schema)
            if keyword == .exclusiveMinimum || keyword == .exclusiveMaximum { hasExclusiveBounds = true }
            if role != .swaggerParameter, keyword.isOfParameters { report(.unknownKeyword(entry)) }
        }
        if hasExclusiveBounds { foldBounds(of: &schema, node) }
        dropWordsOfRepeatedValues(in: &schema, node)
        if version <= .v3_0, schema.reference != nil { ignoreSiblings(of: &schema, node) }
    }

    private mutating func readWords(_ keyword: Keyword, _ entry: YAMLEntry, into schema: inout Schema) {
        let (name, value) = (entry.name, entry.value)
        switch keyword {
        case .nullable, .xNullable: schema.isNullable = bool(value, name) ?? schema.isNullable
        case .title: schema.title = prose(value, name)
        case .description: schema.description = prose(value, name)
        case .format: schema.format = readFormat(value)
        case .default: schema.defaultValue = value
        case .const: schema.const = value
        case .enum: schema.enumeration = readEnumeration(value)
        case .xEnumVarnames, .xEnumNames: schema.enumerationNames = words(value)
        case .xEnumDescriptions, .xEnumDescriptionsInCamelCase: schema.enumerationDescriptions = words(value)
        case .example: schema.examples.append(value)
        case .examples: schema.examples += value.isSequence ? Array(value.elements) : value.entries.map(\.value)
        case .readOnly: schema.isReadOnly = bool(value, name) ?? false
        case .writeOnly: schema.isWriteOnly = bool(value, name) ?? false
        case .deprecated: schema.isDeprecated = bool(value, name) ?? false
        case .xStainlessPaginationProperty: schema.pagePurpose = value["purpose"]?.text
        case .xAutoincrement: schema.isAutoIncremented = value.bool ?? false
        case .xInternal: schema.isInternal = value.bool ?? false
        case .externalDocs: schema.rareKeywords.externalDocs = readExternalDocs(value)
        case .xml: schema.rareKeywords.xml = readXML(value)
        default: break
        }
    }

    private mutating func readObject(_ keyword: Keyword, _ entry: YAMLEntry, of node: YAMLNode, into schema: inout Schema) {
        let (name, value) = (entry.name, entry.value)
        switch keyword {
        case .properties: readProperties(value, into: &schema)
        case .patternProperties: schema.patternProperties = members(of: value, name)
        case .required: schema.required = readRequired(value, of: node) + schema.required
        case .additionalProperties: schema.additionalProperties = self.schema(value, as: .maybeBoolean)
        case .unevaluatedProperties: schema.unevaluatedProperties = self.schema(value)
        case .propertyNames: schema.propertyNames = self.schema(value)
        case .minProperties: schema.minProperties = count(value, name)
        case .maxProperties: schema.maxProperties = count(value, name)
        case .dependentRequired: schema.rareKeywords.dependentRequired += readDependentRequired(value)
        case .dependentSchemas: schema.rareKeywords.dependentSchemas += members(of: value, name)
        case .dependencies: readDependencies(value, into: &schema)
        default: break
        }
    }

    private mutating func readArray(_ keyword: Keyword, _ entry: YAMLEntry, into schema: inout Schema) {
        let (name, value) = (entry.name, entry.value)
        switch keyword {
        case .items: readItems(value, into: &schema)
        case .prefixItems: schema.prefixItems = readSchemas(value, name)
        case .contains: schema.contains = self.schema(value)
        case .minItems: schema.minItems = count(value, name)
        case .maxItems: schema.maxItems = count(value, name)
        case .uniqueItems: schema.uniqueItems = bool(value, name) ?? false
        case .minContains: schema.rareKeywords.minContains = count(value, name)
        case .maxContains: schema.rareKeywords.maxContains = count(value, name)
        case .unevaluatedItems: schema.rareKeywords.unevaluatedItems = self.schema(value)
        case .additionalItems: if !value.isNull { _ = self.schema(value, as: .maybeBoolean) }
        default: return
        }
        if keyword == .additionalItems { report(.notEnforced(entry)) }
    }

    private mutating func readCombination(_ keyword: Keyword, _ entry: YAMLEntry, into schema: inout Schema) {
        let (name, value) = (entry.name, entry.value)
        switch keyword {
        case .reference, .dynamicReference: readReference(value, keyword, into: &schema)
        case .recursiveReference: report(.notEnforced(entry))
        case .allOf: schema.allOf = combination(value, name)
        case .oneOf: schema.oneOf = combination(value, name)
        case .anyOf: schema.anyOf = combination(value, name)
        case .not: schema.not = self.schema(value)
        case .if: schema.rareKeywords.if = self.schema(value)
        case .then: schema.rareKeywords.then = self.schema(value)
        case .else: schema.rareKeywords.else = self.schema(value)
        case .discriminator: schema.discriminator = readDiscriminator(value)
        case .defs, .definitions: for member in entries(of: value, name) { addUntouched(member.value) }
        default: break
        }
    }

    private mutating func readBounds(_ keyword: Keyword, _ entry: YAMLEntry, into schema: inout Schema) {
        let (name, value) = (entry.name, entry.value)
        switch keyword {
        case .minimum: schema.minimum = number(value, name)
        case .maximum: schema.maximum = number(value, name)
        case .exclusiveMinimum where value.bool == nil: schema.exclusiveMinimum = number(value, name)
        case .exclusiveMaximum where value.bool == nil: schema.exclusiveMaximum = number(value, name)
        case .multipleOf: schema.multipleOf = number(value, name)
        case .minLength: schema.minLength = count(value, name)
        case .maxLength: schema.maxLength = count(value, name)
        case .pattern: schema.pattern = text(value, name)
        case .contentEncoding: schema.contentEncoding = text(value, name)
        case .contentMediaType:
            schema.contentMediaType = text(value, name)
            if let mediaType = schema.contentMediaType { checkMediaType(mediaType, at: value) }
        case .contentSchema: schema.rareKeywords.contentSchema = self.schema(value)
        default: break
        }
    }

    /// Converts the boolean bounds of draft 4 to the numbers of OpenAPI 3.1.
    private mutating func foldBounds(of schema: inout Schema, _ node: YAMLNode) {
        for name in ["exclusiveMinimum", "exclusiveMaximum"] {
            guard let value = node[name], !value.isNull else { continue }
            if let isExclusive = value.bool {
                if version >= .v3_1 { report(.booleanBound(name, value), choosing: "read as in OpenAPI 3.0") }
                guard isExclusive else { continue }
                if name == "exclusiveMinimum" {
                    (schema.minimum, schema.exclusiveMinimum) = (nil, schema.minimum)
                } else {
                    (schema.maximum, schema.exclusiveMaximum) = (nil, schema.maximum)
                }
            } else if version <= .v3_0, value.numberText != nil {
                report(.numericBound(name, value), choosing: "read as in OpenAPI 3.1")
            }
        }
    }

    /// Removes keywords beside `$ref`, which OpenAPI 3.0 ignores; section 4.7.23 there.
    private mutating func ignoreSiblings(of schema: inout Schema, _ node: YAMLNode) {
        if schema.hasSiblingsOfReference, let entry = node.entries.first(where: { !harmlessSiblings.contains($0.name) }) {
            report(.siblingIgnored(entry))
        }
        let bare = Schema(at: schema.position)
        bare.node = schema.node
        bare.componentName = schema.componentName
        bare.reference = schema.reference
        bare.referenceText = schema.referenceText
        // Annotations are kept, as they do not affect validation.
        bare.title = schema.title
        bare.description = schema.description
        bare.isNullable = schema.isNullable
        bare.isDeprecated = schema.isDeprecated
        bare.isReadOnly = schema.isReadOnly
        bare.isWriteOnly = schema.isWriteOnly
        bare.examples = schema.examples
        schema = bare
    }
}

private let harmlessSiblings: Set<String> = [
    "$ref", "title", "description", "nullable", "x-nullable", "deprecated", "readOnly", "writeOnly", "example",
]

extension Keyword {
    fileprivate var isOfParameters: Bool {
        switch self {
        case .name, .in, .collectionFormat, .allowEmptyValue: true
        default: false
        }
    }
}

extension Diagnostic {
    fileprivate static func unknownKeyword(_ entry: YAMLEntry) -> Diagnostic {
        let guess = suggestion(for: entry.name, among: Keyword.allCases.map(\.rawValue))
        return Diagnostic(.warning, "unknown keyword '\(entry.name)' in a schema\(guess)", at: entry.key.position)
    }

    fileprivate static func newKeyword(_ entry: YAMLEntry, _ version: SpecificationVersion) -> Diagnostic {
        Diagnostic(.warning, "'\(entry.name)' needs OpenAPI 3.1, read as in 3.1", at: entry.key.position)
    }

    fileprivate static func notEnforced(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.warning, "'\(entry.name)' is not enforced by the generated code", at: entry.key.position)
    }

    fileprivate static func booleanBound(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'\(name)' must be a number in OpenAPI 3.1, found a boolean", at: node.position)
    }

    fileprivate static func numericBound(_ name: String, _ node: YAMLNode) -> Diagnostic {
        Diagnostic(.error, "'\(name)' must be true or false in OpenAPI 3.0, found a number", at: node.position)
    }

    fileprivate static func siblingIgnored(_ entry: YAMLEntry) -> Diagnostic {
        Diagnostic(.warning, "'\(entry.name)' beside '$ref' needs OpenAPI 3.1 and is ignored", at: entry.key.position)
    }
}

/// The texts of a list, which are empty where the list has a null.
private func words(_ list: YAMLNode) -> [String] {
    list.elements.map { $0.isNull ? "" : $0.text ?? "" }
}
