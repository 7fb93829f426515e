/// A value or a null, where an absent member means something else than either.
public enum Nullable<Wrapped: JSONCodable>: JSONCodable {
    /// The value `null`.
    case null
    /// A value other than `null`.
    case value(Wrapped)

    /// nil becomes a null.
    public init(_ wrapped: Wrapped?) {
        self = wrapped.map(Nullable.value) ?? .null
    }

    /// The value; nil for a null.
    public var wrapped: Wrapped? {
        if case .value(let wrapped) = self { wrapped } else { nil }
    }

    @inlinable
    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.null() ? .null : .value(Wrapped(reading: &json))
    }

    @inlinable
    public func write(to json: inout JSONWriter) {
        switch self {
        case .null: json.null()
        case .value(let wrapped): wrapped.write(to: &json)
        }
    }
}

extension Nullable: Equatable where Wrapped: Equatable {}
extension Nullable: Hashable where Wrapped: Hashable {}
