package import Diagnostics
package import YAMLTree

/// The identifier of a schema in a document.
package struct SchemaID: Hashable, Sendable {
    package let index: Int

    package init(index: Int) {
        self.index = index
    }
}

/// The types in `type`; empty if the keyword is absent.
package struct JSONTypes: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let null = JSONTypes(rawValue: 1)
    package static let boolean = JSONTypes(rawValue: 2)
    package static let object = JSONTypes(rawValue: 4)
    package static let array = JSONTypes(rawValue: 8)
    package static let number = JSONTypes(rawValue: 16)
    package static let string = JSONTypes(rawValue: 32)
    package static let integer = JSONTypes(rawValue: 64)
}

/// Section 4.8.24 (Schema Object): a schema of JSON Schema 2020-12, or of OpenAPI 3.0 converted to it.
///
/// A class, as a schema has many fields and there are tens of thousands of them: they are read in place and never copied. Each access
/// of a property ends before the next begins, so that checking this anew at each of millions of accesses would be a waste.
package final class Schema {
    package let position: Position
    @exclusivity(unchecked) package var node: YAMLNode?
    @exclusivity(unchecked) package var componentName: String?
    @exclusivity(unchecked) package var reference: SchemaID?
    /// The text of `$ref` with its position.
    @exclusivity(unchecked) package var referenceText: Located<String>?
    /// The value of a boolean schema.
    @exclusivity(unchecked) package var booleanValue: Bool?
    @exclusivity(unchecked) package var types: JSONTypes = []
    /// Whether the schema has `nullable: true`, or null as one of several types.
    @exclusivity(unchecked) package var isNullable = false

    @exclusivity(unchecked) package var title: String?
    @exclusivity(unchecked) package var description: String?
    @exclusivity(unchecked) package var format: String?
    @exclusivity(unchecked) package var defaultValue: YAMLNode?
    @exclusivity(unchecked) package var const: YAMLNode?
    @exclusivity(unchecked) package var enumeration: [YAMLNode]?
    /// `x-enum-varnames` or one of its variants.
    @exclusivity(unchecked) package var enumerationNames: [String] = []
    @exclusivity(unchecked) package var enumerationDescriptions: [String] = []
    @exclusivity(unchecked) package var examples: [YAMLNode] = []
    @exclusivity(unchecked) package var isReadOnly = false
    @exclusivity(unchecked) package var isWriteOnly = false
    @exclusivity(unchecked) package var isDeprecated = false
    /// `x-autoincrement`: the server assigns increasing values.
    @exclusivity(unchecked) package var isAutoIncremented = false
    /// `x-internal`: omitted from public documentation.
    @exclusivity(unchecked) package var isInternal = false
    /// The purpose in `x-stainless-pagination-property`, such as `next_cursor_field`.
    @exclusivity(unchecked) package var pagePurpose: String?

    @exclusivity(unchecked) package var properties: [SchemaProperty] = []
    @exclusivity(unchecked) package var required: [Located<String>] = []
    @exclusivity(unchecked) package var additionalProperties: SchemaID?
    @exclusivity(unchecked) package var items: SchemaID?
    @exclusivity(unchecked) package var prefixItems: [SchemaID] = []
    @exclusivity(unchecked) package var uniqueItems = false

    @exclusivity(unchecked) package var allOf: [SchemaID] = []
    @exclusivity(unchecked) package var oneOf: [SchemaID] = []
    @exclusivity(unchecked) package var anyOf: [SchemaID] = []
    @exclusivity(unchecked) package var discriminator: Discriminator?

    /// See ``minimum`` and the properties beside it.
    @exclusivity(unchecked) var storedLimits: SchemaLimits?
    @exclusivity(unchecked) private var storedKeywords: [RareKeywords] = []

    package init(at position: Position) {
        self.position = position
    }
}

extension Schema {
    /// The keywords that few schemas have, stored separately to keep the other schemas small.
    package var rareKeywords: RareKeywords {
        get { storedKeywords.first ?? noRareKeywords }
        set { storedKeywords = [newValue] }
    }

    package var hasRareKeywords: Bool { !storedKeywords.isEmpty }

    /// Whether keywords that affect the type are beside `$ref`.
    package var hasSiblingsOfReference: Bool {
        !types.isEmpty || isNullable || !properties.isEmpty || !required.isEmpty || additionalProperties != nil || items != nil
            || !prefixItems.isEmpty || !allOf.isEmpty || !oneOf.isEmpty || !anyOf.isEmpty || enumeration != nil
            || const != nil || !patternProperties.isEmpty
    }
}

private let noRareKeywords = RareKeywords()

package struct SchemaProperty {
    package let name: String
    package let position: Position
    package var schema: SchemaID
}

/// Section 4.8.25 (Discriminator Object).
package struct Discriminator {
    package var propertyName: String
    package var mapping: [DiscriminatorMapping] = []
    /// The schema of values without a mapping; since 3.2.
    package var defaultMapping: SchemaID?
    package var position: Position
}

package struct DiscriminatorMapping {
    package var value: String
    /// The schema for the value; `nil` if the reference cannot be resolved.
    package var schema: SchemaID?
    package var position: Position
}
