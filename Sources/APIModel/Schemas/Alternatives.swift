/// The schemas of which a value matches one.
package struct Alternatives: Sendable {
    /// What distinguishes the alternatives; `nil` where a value's shape does.
    package let discriminator: Discriminator?
    package let list: [Alternative]
    package let origin: Origin
    /// The property that the document has as the discriminator, if it does not distinguish the alternatives.
    package let unusedDiscriminator: String?

    package init(discriminator: Discriminator?, unusedDiscriminator: String? = nil, list: [Alternative], origin: Origin) {
        self.discriminator = discriminator
        self.unusedDiscriminator = unusedDiscriminator
        self.list = list
        self.origin = origin
    }

    /// Where the alternatives come from.
    package enum Origin: Hashable, Sendable {
        /// `oneOf` and `anyOf`, of which null is left out.
        case lists
        /// Components that include the schema in their `allOf`, and the schema itself without them: the base (OpenAPI 3.1.1,
        /// section 4.8.25).
        case subtypes(base: SchemaID)
        /// `type` names several kinds.
        case kinds
    }
}

/// One of several schemas.
package struct Alternative: Sendable {
    /// The alternative together with the keywords beside the list.
    package let schema: SchemaID
    /// The schema that the document lists, which names and links refer to.
    package let listed: SchemaID
    /// The discriminator's values for this alternative: those of an explicit mapping, else those of `const` or `enum` that
    /// nothing maps and not all alternatives share, else the component's name (OpenAPI 3.1.1, section 4.8.25.3).
    package let discriminatorValues: [JSONValue]

    package init(_ schema: SchemaID, listed: SchemaID, discriminatorValues: [JSONValue] = []) {
        self.schema = schema
        self.listed = listed
        self.discriminatorValues = discriminatorValues
    }
}

/// The member whose value identifies the alternative.
package struct Discriminator: Hashable, Sendable {
    package let propertyName: String
    /// The index of the alternative for values that no alternative names; since OpenAPI 3.2.
    package var defaultAlternative: Int?
    /// Whether the document has no `discriminator`, and constants in the alternatives distinguish them.
    package let isInferred: Bool

    package init(propertyName: String, defaultAlternative: Int? = nil, isInferred: Bool = false) {
        self.propertyName = propertyName
        self.defaultAlternative = defaultAlternative
        self.isInferred = isInferred
    }
}
