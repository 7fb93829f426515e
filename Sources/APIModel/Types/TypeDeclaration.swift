package import Diagnostics

/// A type that the generated code declares.
package struct TypeDeclaration {
    package let name: Identifier
    /// The name under `components/schemas`, nil for an inline schema.
    package let componentName: String?
    package let schema: SchemaID
    package let position: Position
    /// The description in the document; empty if there is none.
    package let documentation: String
    package let isDeprecated: Bool
    package var shape: TypeShape
    /// Whether it conforms to `Identifiable` by its property `id`.
    package var isIdentifiable = false
    /// The protocols that were chosen for it.
    package var protocols: [TypeReference] = []
}

package enum TypeShape {
    case structure(Structure)
    case enumeration(Enumeration)
    case union(Union)
    /// `prefixItems`: an array whose places have types of their own.
    case tuple(Tuple)
    /// Another name for a type that is declared elsewhere.
    case alias(TypeReference)
    /// An array or dictionary that contains itself, which an alias cannot express.
    case wrapper(TypeReference)
}

/// An object with known members.
package struct Structure {
    package var properties: [Property]
    /// The type of members that the document does not name; nil where they are skipped.
    package var additionalProperties: AdditionalProperties?
    /// The members whose values unions decide that the struct is an alternative of.
    package var tags: [WrittenTag] = []
}

/// The dictionary that holds the members which the document does not name.
package struct AdditionalProperties {
    package let name: Identifier
    package let value: TypeReference
    /// Whether the document has nothing about such members, which are kept all the same.
    package var areUnknown = false
}

/// A member of an object.
package struct Property {
    package let name: Identifier
    /// The member's name in JSON.
    package let wireName: String
    package var type: TypeReference
    package let documentation: String
    package let isDeprecated: Bool
    /// Whether the object must have it, in both directions where it travels in both.
    package var isRequired: Bool
    /// Only responses have it.
    package let isReadOnly: Bool
    /// Only requests have it.
    package let isWriteOnly: Bool
    /// Read instead of an absent member.
    package var defaultValue: DefaultValue?
    /// What the initializer takes for a required member where no value is given, such as the only value that is allowed.
    package var presetValue: DefaultValue?
    /// Whether the value must live outside the struct, because the struct contains itself through it.
    package var isIndirect: Bool
    package let schema: SchemaID
    package let position: Position
}

extension Property {
    /// What the initializer takes where no value is given.
    package var initialValue: DefaultValue? { presetValue ?? defaultValue }
}

/// A closed list of values that stays open for ones that the document does not name.
package struct Enumeration {
    package enum RawType: Sendable {
        case string, integer
        /// Any JSON value, where the list mixes kinds.
        case value
    }

    package let rawType: RawType
    package let cases: [EnumerationCase]
    /// The case that keeps a value which the document does not name.
    package let unknownCase: Identifier
}

package struct EnumerationCase {
    package let name: Identifier
    /// The string, or the JSON text of another value.
    package let rawValue: String
    /// Whether the value is a string.
    package let isString: Bool
    package let documentation: String
}

/// One of several alternatives.
package struct Union {
    package let discriminator: Discriminator?
    package var alternatives: [UnionAlternative]
    package let unknownCase: Identifier
    /// The members whose values other unions decide that this one is an alternative of.
    package var tags: [WrittenTag] = []
}

/// One of the types of a union.
package struct UnionAlternative {
    package let name: Identifier
    package var type: TypeReference
    /// The discriminator's values for it; empty where something else decides.
    package var discriminatorValues: [JSONValue]
    /// The JSON kinds that its values can have; a number is always both an integer and a number.
    package let kinds: JSONKinds
    package let documentation: String
    package var isIndirect: Bool
    /// The tags of the alternative's type, in the order of its parameters.
    package var tags: [AlternativeTag] = []
    /// The member that a dictionary has to have.
    package var entry: TagEntry?
}

/// An array whose first places have types of their own.
package struct Tuple {
    package var elements: [TupleElement]
    /// The type of the places behind them; nil where there are none.
    package let rest: TypeReference?
    package let restName: Identifier
}

package struct TupleElement {
    package let name: Identifier
    package var type: TypeReference
    package let documentation: String
    /// Whether the array must reach it.
    package let isRequired: Bool
    package var isIndirect: Bool
}
