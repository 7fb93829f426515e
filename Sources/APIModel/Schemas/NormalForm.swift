package import Diagnostics

/// What a schema, its `$ref` and all its `allOf` parts require together.
///
/// Types, examples, XML and tables of members are made from this form. It cannot express all of JSON Schema, see
/// ``isComplete``; values are validated against ``ResolvedSchema/assertions`` instead.
package struct NormalForm: Sendable {
    /// The kinds of value that all parts allow. `.null` is in it only where the document allows null.
    package var kinds: JSONKinds = .allButNull
    /// Whether the document names the kinds with `type`. If not, ``kinds`` are those that no keyword excludes.
    package var namesKinds = false
    /// The value of a schema that is `true` or `false`.
    package var booleanValue: Bool?
    /// The values that `const` and `enum` of all parts leave; `nil` where they limit nothing. Null is among them where it is one.
    package var values: [NamedValue]?
    package var format: String?
    package var patterns: [String] = []
    /// The tightest bounds, as the exact JSON text of their numbers.
    package var bounds: [Assertion.Bound: String] = [:]
    /// The tightest counts.
    package var counts: [Assertion.Count: Int] = [:]
    package var contentMediaType: String?
    package var contentEncoding: String?
    package var contentSchema: SchemaID?
    package var object = ObjectForm()
    package var array = ArrayForm()
    /// The alternatives of the schema: the product of its `oneOf` and `anyOf` lists, or the schemas that derive from one with a
    /// discriminator, or one for each of several kinds.
    package var alternatives: Alternatives?
    /// False where keywords such as `not`, `if` and `contains` require more than this form holds, so that a value made from it
    /// has to be validated.
    package var isComplete = true

    package init() {}
}

extension NormalForm {
    /// Whether null is a value beside others.
    package var isNullable: Bool { kinds.contains(.null) && !isOnlyNull }

    /// Whether null is the only value.
    package var isOnlyNull: Bool {
        kinds == .null || values.map { !$0.isEmpty && $0.allSatisfy(\.value.isNull) } == true
    }

    /// Whether the schema restricts values without saying what they are, such as `required: [a]`.
    package var isOnlyConstraint: Bool {
        booleanValue == nil && !namesKinds && !object.isDescribed && !array.isDescribed && values == nil && format == nil
            && alternatives == nil
    }

    /// The kinds other than null that a type is made for: those that the document names, else the one that its keywords imply.
    ///
    /// Bounds such as `maxLength` or `minimum` imply nothing, as values of other kinds ignore them.
    package var typedKinds: [JSONKinds] {
        let named = namesKinds ? JSONKinds.each.filter { kinds.contains($0) && $0 != .null } : []
        if named.contains(.number) { return named.filter { $0 != .integer } }
        if namesKinds { return named }
        if object.isDescribed { return [.object] }
        if array.isDescribed { return [.array] }
        return format == nil ? [] : [.string]
    }
}

/// Kinds of JSON value. A value without a fraction is an integer and a number.
package struct JSONKinds: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let null = JSONKinds(rawValue: 1)
    package static let boolean = JSONKinds(rawValue: 2)
    package static let object = JSONKinds(rawValue: 4)
    package static let array = JSONKinds(rawValue: 8)
    package static let number = JSONKinds(rawValue: 16)
    package static let string = JSONKinds(rawValue: 32)
    package static let integer = JSONKinds(rawValue: 64)
    package static let all = JSONKinds(rawValue: 127)
    package static let allButNull = JSONKinds(rawValue: 126)

    /// Each kind by itself, in the order in which types and texts name them.
    package static let each: [JSONKinds] = [.null, .boolean, .object, .array, .integer, .number, .string]

    private static let eachName = ["null", "boolean", "object", "array", "integer", "number", "string"]

    /// The names of the kinds as `type` lists them, where a number includes integers.
    package var typeNames: [String] {
        let named = contains(.number) ? subtracting(.integer) : self
        return zip(Self.each, Self.eachName).filter { named.contains($0.0) }.map(\.1)
    }
}

/// A value that `const` or `enum` lists, with the name and description that `x-enum-varnames` and its kin give it.
package struct NamedValue: Sendable {
    package let value: JSONValue
    package let name: String?
    package let description: String?
    package let position: Position

    package init(_ value: JSONValue, name: String? = nil, description: String? = nil, at position: Position) {
        self.value = value
        self.name = name
        self.description = description
        self.position = position
    }
}

/// The keywords for objects.
package struct ObjectForm: Sendable {
    /// The members that properties describe, in document order, then those that only `required` names.
    package var members: [Member] = []
    package var patterns: [NamedSchema] = []
    package var additionalProperties = OtherValues.unspecified

    package init() {}

    /// Whether a keyword applies to objects.
    package var isDescribed: Bool {
        members.contains { $0.isDescribed } || !patterns.isEmpty || additionalProperties != .unspecified
    }
}

/// The keywords for arrays.
package struct ArrayForm: Sendable {
    /// The schemas of the first elements.
    package var prefix: [SchemaID] = []
    /// The elements after ``prefix``.
    package var rest = OtherValues.unspecified
    package var hasUniqueItems = false

    package init() {}

    /// Whether a keyword applies to array elements.
    package var isDescribed: Bool { !prefix.isEmpty || rest != .unspecified }
}

/// The schema of members or elements that are not listed.
package enum OtherValues: Hashable, Sendable {
    /// Nothing, so that any value is valid.
    case unspecified
    /// There must be none.
    case none
    /// They may have any value.
    case any
    case schema(SchemaID)
}

/// The messages that carry a value.
package struct Directions: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    package static let requests = Directions(rawValue: 1)
    package static let responses = Directions(rawValue: 2)
    package static let both: Directions = [.requests, .responses]
}

/// A member of an object, as all parts of a schema describe it together.
package struct Member: Sendable {
    package let name: String
    /// What all parts require of the member's value.
    package let schema: SchemaID
    /// The messages that may carry the member: not requests where it is `readOnly`, not responses where it is `writeOnly`.
    package let sentIn: Directions
    /// The messages that must carry the member; a subset of ``sentIn``.
    package let requiredIn: Directions
    /// False where only `required` names the member; its schema is then that of additional properties.
    package let isDescribed: Bool
    /// The position of its name in the document.
    package let position: Position

    package init(
        name: String, schema: SchemaID, sentIn: Directions, requiredIn: Directions, isDescribed: Bool, position: Position
    ) {
        self.name = name
        self.schema = schema
        self.sentIn = sentIn
        self.requiredIn = requiredIn
        self.isDescribed = isDescribed
        self.position = position
    }
}

extension Member {
    package var isReadOnly: Bool { !sentIn.contains(.requests) }
    package var isWriteOnly: Bool { !sentIn.contains(.responses) }
    /// Whether some message must carry the member.
    package var isRequired: Bool { !requiredIn.isEmpty }
}
