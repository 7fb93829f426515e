// After the first failure, the read functions read nil, and the initializer of the object throws the error in one place. A place for
// each member would make generated initializers larger, and slower to compile.
extension JSONReader {
    /// Steps to the value of the next member.
    ///
    /// - Returns: The index of the member's name, or -1 if it is none of the names; `nil` at the object's end, and after a failure.
    public mutating func nextKey(in object: inout JSONObjectCursor) -> Int? {
        if hasFailed { return nil }
        do throws(JSONError) {
            return try findKey(in: &object)
        } catch {
            fail(error)
            return nil
        }
    }

    /// Reads the value of a member whose name the document does not have; `nil` after a failure.
    @inlinable
    public mutating func read<Value: JSONCodable>(_ type: Value.Type) -> Value? {
        do throws(JSONError) {
            return try Value(reading: &self)
        } catch {
            fail(error)
            return nil
        }
    }

    /// Reads the value of a member that the document does not describe; `nil` after a failure.
    ///
    /// Like a member that is skipped, it counts against the type where alternatives are compared.
    public mutating func readUnknown() -> JSONValue? {
        let start = position
        defer { misfits &+= 1 + position - start }
        return read(JSONValue.self)
    }

    /// Reads past the value of a member that has no property.
    public mutating func skip() {
        do throws(JSONError) {
            try skipValue()
        } catch {
            fail(error)
        }
    }

    /// Records why a member of the present object can't be read, unless an earlier one couldn't either.
    @inline(never)
    public mutating func fail(_ error: JSONError) {
        memberFailure = memberFailure ?? error
        hasFailed = true
    }

    /// Returns why the present object can't be read: because of one of its members, or else because a required one is missing.
    public mutating func failure(in object: JSONObjectCursor) -> JSONError {
        defer {
            memberFailure = nil
            hasFailed = false
        }
        return memberFailure ?? missingKey(in: object)
    }

    @usableFromInline
    mutating func absentByNull() throws(JSONError) -> Bool {
        guard options.nullsAreAbsent else { return false }
        return try null()
    }
}

// If these were inlinable, reading would be compiled into the code of each object once more for each member.
extension JSONReader {
    /// Reads a member's value; a value that can't be read is `nil`.
    public mutating func read<Value: JSONCodable>(_ value: inout Value?) { value = read(Value.self) }

    /// Reads the value of a member that may be absent and must not be null; a value that can't be read is `nil`.
    ///
    /// With `nullsAreAbsent`, a null is `nil`, too.
    public mutating func read<Value: JSONCodable>(ifPresent value: inout Value?) { readIfPresent(&value) }

    /// Reads a member's value, or a null as `nil`; a value that can't be read is `nil`.
    public mutating func read<Value: JSONCodable>(orNull value: inout Value?) { value = read(Value?.self) ?? nil }
}

// These are inlinable, so that their loops call the code that reads an element directly.
extension JSONReader {
    /// Reads a member's elements; a value that can't be read is `nil`.
    @inlinable
    public mutating func read<Element: JSONCodable>(_ value: inout [Element]?) { value = read([Element].self) }

    /// Reads the elements of a member that may be absent and must not be null; a value that can't be read is `nil`.
    @inlinable
    public mutating func read<Element: JSONCodable>(ifPresent value: inout [Element]?) { readIfPresent(&value) }

    /// Reads the members of an object; a value that can't be read is `nil`.
    @inlinable
    public mutating func read<Value: JSONCodable>(_ value: inout [String: Value]?) { value = read([String: Value].self) }

    /// Reads the members of an object that may be absent and must not be null; a value that can't be read is `nil`.
    @inlinable
    public mutating func read<Value: JSONCodable>(ifPresent value: inout [String: Value]?) { readIfPresent(&value) }

    @inlinable
    mutating func readIfPresent<Value: JSONCodable>(_ value: inout Value?) {
        do throws(JSONError) {
            value = try absentByNull() ? nil : Value(reading: &self)
        } catch {
            fail(error)
            value = nil
        }
    }
}
