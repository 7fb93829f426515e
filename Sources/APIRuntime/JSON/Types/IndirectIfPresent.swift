/// As `Indirect`, for a property that may have no value: then there is no box either.
@propertyWrapper
public struct IndirectIfPresent<Value: Sendable>: Sendable {
    private var box: Indirect<Value>?

    /// Creates a box with a value, or an empty one.
    public init(wrappedValue: Value?) {
        box = wrappedValue.map { Indirect(wrappedValue: $0) }
    }

    /// The value in the box; `nil` if there is none.
    public var wrappedValue: Value? {
        get { box?.wrappedValue }
        set { box = newValue.map { Indirect(wrappedValue: $0) } }
    }
}

extension IndirectIfPresent: Equatable where Value: Equatable {}

extension IndirectIfPresent: Hashable where Value: Hashable {}
