// The generic functions do the same, but don't know the type when they are compiled, and most members are one of these.
extension JSONReader {
    /// Reads a member's value; a value that can't be read is `nil`.
    public mutating func read(_ value: inout String?) { value = read(String.self) }

    /// Reads the value of a member that may be absent and must not be null; a value that can't be read is `nil`.
    public mutating func read(ifPresent value: inout String?) { readIfPresent(&value) }

    /// Reads a member's value; a value that can't be read is `nil`.
    public mutating func read(_ value: inout Bool?) { value = read(Bool.self) }

    /// Reads the value of a member that may be absent and must not be null; a value that can't be read is `nil`.
    public mutating func read(ifPresent value: inout Bool?) { readIfPresent(&value) }

    /// Reads a member's value; a value that can't be read is `nil`.
    public mutating func read(_ value: inout Int?) { value = read(Int.self) }

    /// Reads the value of a member that may be absent and must not be null; a value that can't be read is `nil`.
    public mutating func read(ifPresent value: inout Int?) { readIfPresent(&value) }

    /// Reads a member's value; a value that can't be read is `nil`.
    public mutating func read(_ value: inout Int32?) { value = read(Int32.self) }

    /// Reads the value of a member that may be absent and must not be null; a value that can't be read is `nil`.
    public mutating func read(ifPresent value: inout Int32?) { readIfPresent(&value) }

    /// Reads a member's value; a value that can't be read is `nil`.
    public mutating func read(_ value: inout Int64?) { value = read(Int64.self) }

    /// Reads the value of a member that may be absent and must not be null; a value that can't be read is `nil`.
    public mutating func read(ifPresent value: inout Int64?) { readIfPresent(&value) }

    /// Reads a member's value; a value that can't be read is `nil`.
    public mutating func read(_ value: inout Double?) { value = read(Double.self) }

    /// Reads the value of a member that may be absent and must not be null; a value that can't be read is `nil`.
    public mutating func read(ifPresent value: inout Double?) { readIfPresent(&value) }

    /// Reads a member's value; a value that can't be read is `nil`.
    public mutating func read(_ value: inout Timestamp?) { value = read(Timestamp.self) }

    /// Reads the value of a member that may be absent and must not be null; a value that can't be read is `nil`.
    public mutating func read(ifPresent value: inout Timestamp?) { readIfPresent(&value) }

    /// Reads a member's value; a value that can't be read is `nil`.
    public mutating func read(_ value: inout FullDate?) { value = read(FullDate.self) }

    /// Reads the value of a member that may be absent and must not be null; a value that can't be read is `nil`.
    public mutating func read(ifPresent value: inout FullDate?) { readIfPresent(&value) }

    /// Reads a member's value; a value that can't be read is `nil`.
    public mutating func read(_ value: inout UniqueID?) { value = read(UniqueID.self) }

    /// Reads the value of a member that may be absent and must not be null; a value that can't be read is `nil`.
    public mutating func read(ifPresent value: inout UniqueID?) { readIfPresent(&value) }
}
