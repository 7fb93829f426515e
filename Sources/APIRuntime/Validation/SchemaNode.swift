/// A schema, compiled: what it asks of a value.
///
/// An object, because checking takes it in hand at each value; nothing changes it once its set is compiled.
final class SchemaNode: @unchecked Sendable {
    /// The keyword that the schema stands under, for what a `false` there reports.
    let keyword: String
    /// Its position in the author's document.
    let line: Int?
    /// Where keywords stand that have a line of their own.
    var keywordLines: [String: Int] = [:]
    /// The number of the schema resource that it belongs to (JSON Schema 2020-12, section 4.3.5).
    let resource: Int
    /// Whether other schemas refer to it.
    var isReferenced = false
    /// Whether what it says of a value has to be remembered.
    var isRemembered = false
    /// Whether it has to be remembered also for values that have none inside them.
    var isRememberedAtLeaves = false
    var rule: SchemaRule = .always

    init(keyword: String, line: Int?, resource: Int) {
        self.keyword = keyword
        self.line = line
        self.resource = resource
    }

    /// Whether it limits the length of a text to less than the text has.
    func hasMaxLength(below text: String) -> Bool {
        guard case .keywords(let keywords) = rule else { return false }
        return keywords.contains { if case .maxLength(let length) = $0 { text.utf8.count > length } else { false } }
    }
}

enum SchemaRule: Sendable {
    case always
    case never
    case keywords([SchemaKeyword])
}

/// The keywords of JSON Schema 2020-12 that can fail, schemas in them by number.
enum SchemaKeyword: Sendable {
    case type(SchemaTypes)
    case constant(JSONValue)
    case enumeration(Set<CanonicalJSON>, names: [JSONValue])
    case multipleOf(DecimalNumber)
    case maximum(DecimalNumber)
    case exclusiveMaximum(DecimalNumber)
    case minimum(DecimalNumber)
    case exclusiveMinimum(DecimalNumber)
    case maxLength(Int)
    case minLength(Int)
    case pattern(Pattern, text: String)
    case format(SchemaFormat, name: String)
    case maxItems(Int)
    case minItems(Int)
    case uniqueItems
    case contains(Int, minimum: Int, maximum: Int?)
    case maxProperties(Int)
    case minProperties(Int)
    case required([String])
    case dependentRequired([(name: String, names: [String])])
    case members(MemberSchemas)
    case propertyNames(Int)
    case items(prefix: [Int], rest: Int?)
    case dependentSchemas([(name: String, schema: Int)])
    case allOf([Int])
    case anyOf([Int])
    case oneOf([Int])
    case not(Int)
    case condition(if: Int, then: Int?, else: Int?)
    case reference(Int)
    case dynamicReference(anchor: String, initial: Int)
    case unevaluatedItems(Int)
    case unevaluatedProperties(Int)
}

/// `properties`, `patternProperties` and `additionalProperties`, which know of each other.
struct MemberSchemas: Sendable {
    var named: [String: Int] = [:]
    var patterns: [(pattern: Pattern, schema: Int)] = []
    var additional: Int?
}

/// The types that `type` allows.
struct SchemaTypes: OptionSet, Sendable {
    let rawValue: UInt8

    static let null = SchemaTypes(rawValue: 1)
    static let boolean = SchemaTypes(rawValue: 2)
    static let integer = SchemaTypes(rawValue: 4)
    static let number = SchemaTypes(rawValue: 8)
    static let string = SchemaTypes(rawValue: 16)
    static let array = SchemaTypes(rawValue: 32)
    static let object = SchemaTypes(rawValue: 64)
    static let all = SchemaTypes(rawValue: 127)

    static let named: [(name: String, type: SchemaTypes)] = [
        ("null", .null), ("boolean", .boolean), ("integer", .integer), ("number", .number), ("string", .string), ("array", .array),
        ("object", .object),
    ]

    init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// The types that a value is of: an integer is a number too.
    init(of value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool: self = .boolean
        case .number(let number): self = number.isInteger ? [.number, .integer] : .number
        case .string: self = .string
        case .array: self = .array
        case .object: self = .object
        }
    }

    /// The names of all types in it.
    var names: [String] { Self.named.filter { contains($0.type) }.map(\.name) }
}
