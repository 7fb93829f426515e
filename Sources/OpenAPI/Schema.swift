package import Diagnostics
package import YAMLTree

/// Names a schema of a document.
package struct SchemaID: Hashable, Sendable {
    package let index: Int

    package init(index: Int) {
        self.index = index
    }
}

/// The types that `type` names; empty where it says nothing.
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

/// Section 4.8.24 (Schema Object): JSON Schema 2020-12, or its predecessor of OpenAPI 3.0 in the same words.
package struct Schema {
    package let position: Position
    package var node: YAMLNode?
    package var componentName: String?
    package var reference: SchemaID?
    /// The text of `$ref`, with its place.
    package var referenceText: Located<String>?
    /// A schema that is `true` or `false`.
    package var booleanValue: Bool?
    package var types: JSONTypes = []
    /// `nullable: true`, or null among the types beside others.
    package var isNullable = false

    package var title: String?
    package var description: String?
    package var format: String?
    package var defaultValue: YAMLNode?
    package var const: YAMLNode?
    package var enumeration: [YAMLNode]?
    /// `x-enum-varnames` and its kin.
    package var enumerationNames: [String] = []
    package var enumerationDescriptions: [String] = []
    package var examples: [YAMLNode] = []
    package var isReadOnly = false
    package var isWriteOnly = false
    package var isDeprecated = false
    /// `x-autoincrement`: the database counts it up.
    package var isAutoIncremented = false
    /// `x-internal`: not for the public's eyes.
    package var isInternal = false

    package var properties: [SchemaProperty] = []
    package var required: [Located<String>] = []
    package var additionalProperties: SchemaID?
    package var patternProperties: [SchemaProperty] = []
    package var unevaluatedProperties: SchemaID?
    package var propertyNames: SchemaID?
    package var minProperties: Int?
    package var maxProperties: Int?

    package var items: SchemaID?
    package var prefixItems: [SchemaID] = []
    package var contains: SchemaID?
    package var minItems: Int?
    package var maxItems: Int?
    package var uniqueItems = false

    package var allOf: [SchemaID] = []
    package var oneOf: [SchemaID] = []
    package var anyOf: [SchemaID] = []
    package var not: SchemaID?
    package var discriminator: Discriminator?

    /// Bounds as the exact JSON text of the number.
    package var minimum: String?
    package var maximum: String?
    package var exclusiveMinimum: String?
    package var exclusiveMaximum: String?
    package var multipleOf: String?
    package var minLength: Int?
    package var maxLength: Int?
    package var pattern: String?
    package var contentEncoding: String?
    package var contentMediaType: String?

    private var rareKeywords: [RareKeywords] = []

    package init(at position: Position) {
        self.position = position
    }
}

extension Schema {
    /// What few schemas have; kept apart so that the others stay small.
    package var rare: RareKeywords {
        get { rareKeywords.first ?? RareKeywords() }
        set { rareKeywords = [newValue] }
    }

    /// Whether something that changes the type stands beside `$ref`.
    package var hasSiblingsOfReference: Bool {
        !types.isEmpty || isNullable || !properties.isEmpty || !required.isEmpty || additionalProperties != nil || items != nil
            || !prefixItems.isEmpty || !allOf.isEmpty || !oneOf.isEmpty || !anyOf.isEmpty || enumeration != nil
            || const != nil || !patternProperties.isEmpty
    }
}

package struct SchemaProperty {
    package let name: String
    package let position: Position
    package var schema: SchemaID
}

/// Section 4.8.25 (Discriminator Object).
package struct Discriminator {
    package var propertyName: String
    package var mapping: [DiscriminatorMapping] = []
    /// What a value without a mapping stands for; since 3.2.
    package var defaultMapping: SchemaID?
    package var position: Position
}

package struct DiscriminatorMapping {
    package var value: String
    /// The schema that the value stands for; nil when the reference leads nowhere.
    package var schema: SchemaID?
    package var position: Position
}
