/// A compiled schema, laid out so that the bytes of a document are checked against it without counting references.
///
/// Nothing in it is an object; ``ByteSchemas`` owns the memory that it points to.
struct ByteSchema {
    /// How many references in a row lead to ``target``, if it does nothing but refer to another schema.
    var references: Int32 = 0
    var target: Int32 = 0
    /// The types that a value may have.
    var types = SchemaTypes.all
    /// Whether no value is allowed.
    var isNever = false
    /// Whether it has a keyword that only ``SchemaEvaluation`` knows, so that no value is surely valid.
    var isUndecided = false
    /// Whether an array or object can equal one of the constants.
    var hasContainerConstants = false
    /// The values of `enum` or `const` that a scalar can equal; `nil` without both keywords.
    var constants: UnsafeBufferPointer<ByteConstant>?
    // The constraints on values of each type; `nil` where there are none.
    var text: UnsafePointer<TextRules>?
    var number: UnsafePointer<NumberRules>?
    var array: UnsafePointer<ArrayRules>?
    var object: UnsafePointer<ObjectRules>?
    var inPlace: UnsafePointer<SchemasInPlace>?
    /// Whether it asks for something of the value itself, and not only by other schemas.
    var asksItself = false

    var hasConstants: Bool { constants != nil }
}

/// The schemas that a schema applies to the same value.
struct SchemasInPlace {
    /// Those of `allOf` and `$ref`.
    var all = UnsafeBufferPointer<Int32>(start: nil, count: 0)
    var any: UnsafeBufferPointer<Int32>?
    var one: UnsafeBufferPointer<Int32>?
    var not: Int32?
    var condition: (schema: Int32, then: Int32?, otherwise: Int32?)?

    var areEmpty: Bool { all.isEmpty && any == nil && !dependOnFailure }

    /// Whether a part of the verdict follows from the failure of a schema, which a repeated name could undo.
    var dependOnFailure: Bool { one != nil || not != nil || condition != nil }
}

/// What a schema asks of strings.
struct TextRules {
    var minLength = 0
    var maxLength = Int.max
    var pattern: Unmanaged<PatternTable>?
    var format: Unmanaged<SchemaFormat>?

    var areEmpty: Bool { minLength == 0 && maxLength == .max && pattern == nil && format == nil }
}

/// What a schema asks of numbers.
struct NumberRules {
    var bounds = UnsafeBufferPointer<NumberBound>(start: nil, count: 0)
    /// The number of `multipleOf`: its digits and a power of ten.
    var factor: (mantissa: UInt64, exponent: Int)?
    var format: Unmanaged<SchemaFormat>?

    var areEmpty: Bool { bounds.isEmpty && factor == nil && format == nil }
}

/// What a schema asks of arrays and their elements.
struct ArrayRules {
    var prefix = UnsafeBufferPointer<Int32>(start: nil, count: 0)
    var rest: Int32?
    var minItems = 0
    var maxItems = Int.max
    var areUnique = false

    var areEmpty: Bool { prefix.isEmpty && rest == nil && minItems == 0 && maxItems == .max && !areUnique }
}

/// What a schema asks of objects and their members.
struct ObjectRules {
    /// The names in `properties` and `required`.
    var keys: JSONKeys?
    /// The schema of each of the names; negative for one that is required only.
    var members = UnsafeBufferPointer<Int32>(start: nil, count: 0)
    var patterns = UnsafeBufferPointer<MemberPattern>(start: nil, count: 0)
    var additional: Int32?
    var names: Int32?
    var minProperties = 0
    var maxProperties = Int.max

    var areEmpty: Bool {
        keys == nil && patterns.isEmpty && additional == nil && names == nil && minProperties == 0 && maxProperties == .max
    }
}

/// A schema for the members whose names match an expression.
struct MemberPattern {
    let pattern: Unmanaged<PatternTable>
    let schema: Int32
}

/// A value with a single spelling.
enum JSONLiteral {
    case null, yes, no
}

/// A scalar that `enum` or `const` allows.
enum ByteConstant {
    case literal(JSONLiteral)
    case text(UnsafeBufferPointer<UInt8>)
    case number(ByteNumber)
}

/// A limit of a number.
struct NumberBound {
    enum Kind { case minimum, exclusiveMinimum, maximum, exclusiveMaximum }

    let kind: Kind
    let value: ByteNumber
    /// The nearest double.
    let double: Double

    /// A limit; `nil` if it has too many digits.
    init?(_ kind: Kind, _ number: DecimalNumber) {
        guard let value = ByteNumber(number), number.doubleValue.isFinite else { return nil }
        self.kind = kind
        self.value = value
        double = number.doubleValue
    }
}
