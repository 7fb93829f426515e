/// How a value's type is written where it is used.
package indirect enum TypeReference: Hashable, Sendable {
    case standard(StandardType)
    case runtime(RuntimeType)
    case foundation(FoundationType)
    case declared(TypeID)
    /// A type of the user's own, chosen for a format.
    case custom(Identifier)
    case array(TypeReference)
    /// Keys are strings, as in every JSON object.
    case dictionary(TypeReference)
    case optional(TypeReference)
    /// A value or an explicit null, where an absent value means something else.
    case nullable(TypeReference)

    package static let anyJSON = TypeReference.runtime(.jsonValue)
    package static let string = TypeReference.standard(.string)

    /// The type without its levels of optionality.
    package var unwrapped: TypeReference {
        switch self {
        case .optional(let wrapped), .nullable(let wrapped): wrapped.unwrapped
        default: self
        }
    }

    /// The type of a value that is there, which may be an explicit null.
    package var withoutOptional: TypeReference {
        if case .optional(let wrapped) = self { wrapped } else { self }
    }

    package var isOptional: Bool {
        if case .optional = self { true } else { false }
    }

    /// The type for a value that may be absent.
    package var madeOptional: TypeReference {
        isOptional ? self : .optional(self)
    }
}

/// Types of the standard library that schemas become.
package enum StandardType: String, CaseIterable, Sendable {
    case string = "String"
    case bool = "Bool"
    case double = "Double"
    case float = "Float"
    case int = "Int"
    case int8 = "Int8"
    case int16 = "Int16"
    case int32 = "Int32"
    case int64 = "Int64"
    case uint8 = "UInt8"
    case uint16 = "UInt16"
    case uint32 = "UInt32"
    case uint64 = "UInt64"
}

/// Types of the runtime that schemas become.
package enum RuntimeType: String, CaseIterable, Sendable {
    case jsonValue = "JSONValue"
    case timestamp = "Timestamp"
    case fullDate = "FullDate"
    case fullTime = "FullTime"
    case duration = "ISODuration"
    case uniqueID = "UniqueID"
    case base64 = "Base64Data"
    case base64URL = "Base64URLData"
    case decimal = "DecimalNumber"
    case decimalText = "DecimalText"
    case body = "HTTPBody"
}

/// Types of Foundation that schemas become where they are asked for.
package enum FoundationType: String, CaseIterable, Sendable {
    case date = "Date"
    case uuid = "UUID"
    case url = "URL"
    case data = "Data"
    case decimal = "Decimal"

    /// The module that generated code imports for them, where Foundation has no smaller one.
    package static let module = "Foundation"
}
