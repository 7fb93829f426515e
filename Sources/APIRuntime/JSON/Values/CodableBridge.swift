// `Codable` for every type that reads and writes JSON itself, in any encoder's or decoder's format.

extension JSONCodable {
    /// Decodes the value from any format, by way of its JSON.
    ///
    /// - Throws: `DecodingError` where the value does not match the type.
    public init(from decoder: any Decoder) throws {
        self = try decoder.value(Self.self)
    }

    /// Encodes the value into any format, by way of its JSON.
    ///
    /// - Throws: `EncodingError` where it has no JSON.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encode(self)
    }
}

// Both the standard library and the extension above have code for these.

extension ClosedStringEnum {
    /// Decodes the string from any format.
    public init(from decoder: any Decoder) throws {
        self = try decoder.value(Self.self)
    }

    /// Encodes the string into any format.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encode(self)
    }
}

extension ClosedIntegerEnum {
    /// Decodes the integer from any format.
    public init(from decoder: any Decoder) throws {
        self = try decoder.value(Self.self)
    }

    /// Encodes the integer into any format.
    public func encode(to encoder: any Encoder) throws {
        try encoder.encode(self)
    }
}

extension Decoder {
    fileprivate func value<Value: JSONCodable>(_ type: Value.Type) throws -> Value {
        let value = try JSONValue(from: self)
        do throws(JSONError) {
            return try value.decode(type)
        } catch {
            let context = DecodingError.Context(codingPath: codingPath, debugDescription: error.description, underlyingError: error)
            throw DecodingError.dataCorrupted(context)
        }
    }
}

extension Encoder {
    fileprivate func encode(_ value: some JSONCodable) throws {
        let json: JSONValue
        do throws(JSONError) {
            json = try JSONValue(representing: value)
        } catch {
            let context = EncodingError.Context(codingPath: codingPath, debugDescription: error.description, underlyingError: error)
            throw EncodingError.invalidValue(value, context)
        }
        try json.encode(to: self)
    }
}

private struct MemberName: CodingKey {
    let stringValue: String

    init(stringValue: String) {
        self.stringValue = stringValue
    }

    var intValue: Int? { nil }

    init?(intValue: Int) {
        nil
    }
}

extension JSONValue {
    /// Decodes any value.
    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: MemberName.self) {
            var object = JSONObject()
            for key in container.allKeys {
                object[key.stringValue] = try container.decode(JSONValue.self, forKey: key)
            }
            self = .object(object)
        } else if var container = try? decoder.unkeyedContainer() {
            var elements: [JSONValue] = []
            while !container.isAtEnd {
                elements.append(try container.decode(JSONValue.self))
            }
            self = .array(elements)
        } else {
            self = try JSONValue(scalarIn: decoder.singleValueContainer())
        }
    }

    private init(scalarIn container: any SingleValueDecodingContainer) throws {
        if container.decodeNil() {
            self = .null
        } else if let value = try? container.decode(Bool.self) {
            self = .bool(value)
        } else if let value = try? container.decode(Int64.self) {
            self = .number(DecimalNumber(value))
        } else if let value = try? container.decode(UInt64.self) {
            self = .number(DecimalNumber(value))
        } else if let value = try? container.decode(Double.self), let number = DecimalNumber(value) {
            self = .number(number)
        } else {
            self = .string(try container.decode(String.self))
        }
    }

    /// Encodes the value; numbers as `Int64`, `UInt64` or `Double`, whichever holds them first.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .object(let object):
            var container = encoder.container(keyedBy: MemberName.self)
            for member in object.members {
                try container.encode(member.value, forKey: MemberName(stringValue: member.name))
            }
        case .array(let elements):
            var container = encoder.unkeyedContainer()
            for element in elements {
                try container.encode(element)
            }
        default:
            var container = encoder.singleValueContainer()
            try encode(scalarInto: &container)
        }
    }

    private func encode(scalarInto container: inout any SingleValueEncodingContainer) throws {
        switch self {
        case .bool(let value): try container.encode(value)
        case .string(let value): try container.encode(value)
        case .number(let number):
            if let value = number.exactly(Int64.self) {
                try container.encode(value)
            } else if let value = number.exactly(UInt64.self) {
                try container.encode(value)
            } else {
                try container.encode(number.doubleValue)
            }
        case .null, .array, .object: try container.encodeNil()
        }
    }
}
