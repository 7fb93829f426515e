/// A member that identifies the alternative of a union, and that the union writes.
///
/// OpenAPI 3.1.1, section 4.8.25 (Discriminator Object).
package struct WrittenTag: Hashable, Sendable {
    /// The member's name in JSON.
    package let propertyName: String
    /// The parameter that has the value where a union writes the object.
    package let name: Identifier
    package let type: TypeReference
    package let origin: TagOrigin
    /// The values that stay as they are where another union writes this one; none where such unions differ.
    var kept: [JSONValue] = []
}

/// The place of a tag's value in an object, for a tag that no union writes.
package enum TagOrigin: Hashable, Sendable {
    case property(Identifier)
    /// Among the additional properties.
    case additionalProperties(Identifier)
    /// Nowhere: only unions write it.
    case none
}

/// A tag of an alternative, and where its value comes from.
package struct AlternativeTag: Sendable {
    package let tag: WrittenTag
    /// The values of the union's own discriminator; `nil` where another member is the discriminator.
    package var decision: TagDecision?
    /// The tag of the union that is passed on.
    package var passed: PassedTag?
}

/// The value that a union's discriminator has for an alternative.
package struct TagDecision: Sendable {
    package let value: DefaultValue
    /// The values that stay as they are where an object has one of several.
    package let kept: [DefaultValue]
    /// The values of the other alternatives, which an alternative for all remaining values must not have; `nil` for others.
    package let replaced: [DefaultValue]?
}

/// A tag of a union, the value of which is text or absent.
package struct PassedTag: Sendable {
    package let source: WrittenTag
    /// The enumeration that the text is turned into; `nil` where it stays text.
    package let enumeration: TypeReference?
    /// The values that stay as they are where an object has one of several.
    package let kept: [DefaultValue]
}

/// A member of a dictionary that identifies the alternative.
package struct TagEntry: Sendable {
    package let propertyName: String
    /// The values of which the member has one.
    package let values: [DefaultValue]
    package let type: TypeReference
    /// Whether the dictionary is the `value` of a type of its own.
    package let isWrapped: Bool
}
