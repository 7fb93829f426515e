/// Any JSON value (RFC 8259, section 3); numbers keep their digits, and objects their order.
public enum JSONValue: JSONCodable, Hashable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number with all its digits.
    case number(DecimalNumber)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object, with its members in order.
    case object(JSONObject)

    public init(reading json: inout JSONReader) throws(JSONError) {
        switch try json.peekKind() {
        case .null:
            _ = try json.null()
            self = .null
        case .boolean: self = .bool(try json.boolean())
        case .number: self = .number(try DecimalNumber(reading: &json))
        case .string: self = .string(try json.string())
        case .array: self = .array(try [JSONValue](reading: &json))
        case .object: self = .object(try JSONObject(reading: &json))
        }
    }

    public func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .bool(let value): value.write(to: &json)
        case .number(let value): value.write(to: &json)
        case .string(let value): json.string(value)
        case .array(let value): value.write(to: &json)
        case .object(let value): value.write(to: &json)
        }
    }

    /// The JSON that a value writes.
    ///
    /// - Throws: what writing it throws.
    public init(representing value: some JSONCodable) throws(JSONError) {
        self = try JSONValue(json: JSONWriter.write(value))
    }

    /// Reads the value as a type.
    ///
    /// - Throws: the first error.
    public func decode<Value: JSONCodable>(_ type: Value.Type) throws(JSONError) -> Value {
        try Value(json: JSONWriter.write(self))
    }
}

extension JSONValue {
    /// Whether it is a null.
    public var isNull: Bool { self == .null }

    /// The boolean, if it is one.
    public var bool: Bool? {
        if case .bool(let value) = self { value } else { nil }
    }

    /// The number with all its digits, if it is one.
    public var number: DecimalNumber? {
        if case .number(let value) = self { value } else { nil }
    }

    /// The integer, if it is one in the range of the type.
    public var int: Int? { number?.exactly(Int.self) }

    /// The nearest `Double`, if it is a number.
    public var double: Double? { number?.doubleValue }

    /// The string, if it is one.
    public var string: String? {
        if case .string(let value) = self { value } else { nil }
    }

    /// The elements, if it is an array.
    public var array: [JSONValue]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// The members, if it is an object.
    public var object: JSONObject? {
        if case .object(let value) = self { value } else { nil }
    }

    /// The value of a member; nil when it is absent or this is no object.
    public subscript(name: String) -> JSONValue? { object?[name] }

    /// An element; nil when it is absent or this is no array.
    public subscript(index: Int) -> JSONValue? {
        guard let array, array.indices.contains(index) else { return nil }
        return array[index]
    }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(nilLiteral: ()) {
        self = .null
    }

    public init(booleanLiteral value: Bool) {
        self = .bool(value)
    }

    public init(integerLiteral value: Int) {
        self = .number(DecimalNumber(value))
    }

    public init(floatLiteral value: Double) {
        self = .number(DecimalNumber(floatLiteral: value))
    }

    public init(stringLiteral value: String) {
        self = .string(value)
    }

    public init(arrayLiteral elements: JSONValue...) {
        self = .array(elements)
    }

    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(JSONObject(elements.map { JSONObject.Member(name: $0.0, value: $0.1) }))
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as compact JSON.
    public var description: String {
        do throws(JSONError) {
            return String(decoding: try JSONWriter.write(self), as: UTF8.self)
        } catch {
            return error.description
        }
    }
}
