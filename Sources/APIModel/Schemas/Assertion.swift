package import Diagnostics

/// A keyword of a schema that a value can violate, with references resolved and the differences between versions gone.
///
/// JSON Schema 2020-12, Core, sections 10 and 11, and Validation, section 6.
package struct Assertion: Sendable {
    package let keyword: Keyword
    /// The position of the keyword in the document; `nil` where the resolver added it.
    package let position: Position?

    package init(_ keyword: Keyword, at position: Position?) {
        self.keyword = keyword
        self.position = position
    }

    package indirect enum Keyword: Sendable {
        /// No value is valid.
        case never
        case type(JSONKinds)
        case const(SourceValue)
        /// `nullableAdds`: null is valid besides, as `nullable` of OpenAPI 3.0 says.
        case enumeration([SourceValue], nullableAdds: Bool)
        case format(String)
        case pattern(String)
        /// A bound as the exact JSON text of its number.
        case bound(Bound, String)
        case count(Count, Int)
        case uniqueItems
        case required([String])
        case dependentRequired([DependentNames])
        case properties([NamedSchema])
        case patternProperties([NamedSchema])
        case additionalProperties(SchemaID)
        case unevaluatedProperties(SchemaID)
        case propertyNames(SchemaID)
        case dependentSchemas([NamedSchema])
        case prefixItems([SchemaID])
        case items(SchemaID)
        case contains(SchemaID)
        case unevaluatedItems(SchemaID)
        case reference(SchemaID)
        case allOf([SchemaID])
        case oneOf([SchemaID])
        case anyOf([SchemaID])
        case not(SchemaID)
        case condition(if: SchemaID, then: SchemaID?, else: SchemaID?)
        /// The value of a member decides which schema an object must match; the values are those of ``Alternatives``.
        case discriminated(propertyName: String, choices: [DiscriminatorChoice], otherwise: [SchemaID])
        /// The value of a member decides which subtype an object must match as well; the values are those of ``Alternatives``.
        ///
        /// It holds for a value of its own and not where the schema is a part of another one, such as of its subtype
        /// (OpenAPI 3.1.1, section 4.8.25.1). Other values of the member select none.
        case subtypes(propertyName: String, choices: [DiscriminatorChoice])
    }

    package enum Bound: String, CaseIterable, Sendable {
        case minimum, exclusiveMinimum, maximum, exclusiveMaximum, multipleOf
    }

    package enum Count: String, CaseIterable, Sendable {
        case minLength, maxLength, minItems, maxItems, minProperties, maxProperties, minContains, maxContains
    }
}

/// A schema under a name: a property, a pattern, or a dependency.
package struct NamedSchema: Sendable {
    package let name: String
    package let schema: SchemaID

    package init(_ name: String, _ schema: SchemaID) {
        self.name = name
        self.schema = schema
    }
}

/// Members that an object must have when it has another one.
package struct DependentNames: Sendable {
    package let name: String
    package let required: [String]

    package init(_ name: String, required: [String]) {
        self.name = name
        self.required = required
    }
}

/// The values of a discriminator that select a schema.
package struct DiscriminatorChoice: Sendable {
    package let values: [JSONValue]
    package let schema: SchemaID

    package init(_ values: [JSONValue], _ schema: SchemaID) {
        self.values = values
        self.schema = schema
    }
}
