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
    package var node: YAMLNode?
    package var componentName: String?
    package var reference: SchemaID?
    /// The text of `$ref` with its position.
    package var referenceText: Located<String>?
    /// The value of a boolean schema.
    package var booleanValue: Bool?
    package var types: JSONTypes = []
    /// Whether the schema has `nullable: true`, or null as one of several types.
    package var isNullable = false

    package var title: String?
    package var description: String?
    package var format: String?
    package var defaultValue: YAMLNode?
    package var const: YAMLNode?
    package var enumeration: [YAMLNode]?
    /// `x-enum-varnames` or one of its variants.
    package var enumerationNames: [String] = []
    package var enumerationDescriptions: [String] = []
    package var examples: [YAMLNode] = []
    package var isReadOnly = false
    package var isWriteOnly = false
    package var isDeprecated = false
    /// `x-autoincrement`: the server assigns increasing values.
    package var isAutoIncremented = false
    /// `x-internal`: omitted from public documentation.
    package var isInternal = false
    /// The purpose in `x-stainless-pagination-property`, such as `next_cursor_field`.
    package var pagePurpose: String?

    package var properties: [SchemaProperty] = []
    package var required: [Located<String>] = []
    package var additionalProperties: SchemaID?
    package var items: SchemaID?
    package var prefixItems: [SchemaID] = []
    package var uniqueItems = false

    package var allOf: [SchemaID] = []
    package var oneOf: [SchemaID] = []
    package var anyOf: [SchemaID] = []
    package var discriminator: Discriminator?

    /// See ``minimum`` and the properties beside it.
    var storedLimits: SchemaLimits?
    private var storedKeywords: [RareKeywords] = []

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
