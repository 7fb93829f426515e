// The generic functions do the same, but each of their uses is compiled into the code that uses them, and most members are
// one of these.
extension JSONWriter {
    /// Writes a member.
    public mutating func member(_ name: StaticString, _ value: String) { write(name, value) }

    /// Writes a member that is there.
    public mutating func member(_ name: StaticString, ifPresent value: String?) { write(name, value) }

    /// Writes a member.
    public mutating func member(_ name: StaticString, _ value: Int) { write(name, value) }

    /// Writes a member that is there.
    public mutating func member(_ name: StaticString, ifPresent value: Int?) { write(name, value) }

    /// Writes a member.
    public mutating func member(_ name: StaticString, _ value: Double) { write(name, value) }

    /// Writes a member that is there.
    public mutating func member(_ name: StaticString, ifPresent value: Double?) { write(name, value) }

    /// Writes a member.
    public mutating func member(_ name: StaticString, _ value: Bool) { write(name, value) }

    /// Writes a member that is there.
    public mutating func member(_ name: StaticString, ifPresent value: Bool?) { write(name, value) }

    @inline(__always)
    private mutating func write<Value: JSONCodable>(_ name: StaticString, _ value: Value?) {
        guard let value else { return }
        key(name)
        value.write(to: &self)
    }
}
