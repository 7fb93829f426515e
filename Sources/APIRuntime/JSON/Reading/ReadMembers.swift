// After the first failure, the read functions return nil, and the initializer of the object throws the error in one place. A place for
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

    /// Reads a member's value; `nil` after a failure.
    @inlinable
    public mutating func read<Value: JSONCodable>(_ type: Value.Type) -> Value? {
        do throws(JSONError) {
            return try Value(reading: &self)
        } catch {
            fail(error)
            return nil
        }
    }

    /// Reads the value of a member that may be absent and must not be null; `nil` after a failure.
    ///
    /// With `nullsAreAbsent`, a null is `nil`, too.
    @inlinable
    public mutating func readIfPresent<Value: JSONCodable>(_ type: Value.Type) -> Value? {
        do throws(JSONError) {
            return try absentByNull() ? nil : Value(reading: &self)
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

// The generic functions do the same, but are compiled once more for each type, and most members are one of these.
extension JSONReader {
    /// Reads a member's value; `nil` after a failure.
    public mutating func read(_ type: String.Type) -> String? { remembering { json throws(JSONError) in try json.string() } }

    /// Reads a member's value; `nil` after a failure.
    public mutating func read(_ type: Int.Type) -> Int? { remembering { json throws(JSONError) in try json.integer(Int.self) } }

    /// Reads a member's value; `nil` after a failure.
    public mutating func read(_ type: Double.Type) -> Double? { remembering { json throws(JSONError) in try json.double() } }

    /// Reads a member's value; `nil` after a failure.
    public mutating func read(_ type: Bool.Type) -> Bool? { remembering { json throws(JSONError) in try json.boolean() } }

    /// Reads the value of a member that may be absent and must not be null; `nil` after a failure.
    public mutating func readIfPresent(_ type: String.Type) -> String? {
        remembering { json throws(JSONError) in try json.absentByNull() ? nil : json.string() }
    }

    /// Reads the value of a member that may be absent and must not be null; `nil` after a failure.
    public mutating func readIfPresent(_ type: Int.Type) -> Int? {
        remembering { json throws(JSONError) in try json.absentByNull() ? nil : json.integer(Int.self) }
    }

    /// Reads the value of a member that may be absent and must not be null; `nil` after a failure.
    public mutating func readIfPresent(_ type: Double.Type) -> Double? {
        remembering { json throws(JSONError) in try json.absentByNull() ? nil : json.double() }
    }

    /// Reads the value of a member that may be absent and must not be null; `nil` after a failure.
    public mutating func readIfPresent(_ type: Bool.Type) -> Bool? {
        remembering { json throws(JSONError) in try json.absentByNull() ? nil : json.boolean() }
    }

    @inline(__always)
    private mutating func remembering<Value>(_ read: (inout JSONReader) throws(JSONError) -> Value?) -> Value? {
        do throws(JSONError) {
            return try read(&self)
        } catch {
            fail(error)
            return nil
        }
    }
}
