/// The position of a reader in an object: its names, and the last member found.
public struct JSONObjectCursor {
    let keys: JSONKeys
    /// Where the object begins.
    let start: Int
    var hint = 0
    /// Which of the first 64 names were found, a bit for each.
    var found: UInt64 = 0
    var isFirst = true
    /// The last member's name, without its quotes.
    var key: Range<Int> = 0..<0
    var keyHasEscapes = false
}

private let noKeys = JSONKeys("")

extension JSONReader {
    /// Steps into an object.
    ///
    /// - Parameter keys: the names of the members that are asked for.
    /// - Throws: when the next value is no object.
    public mutating func beginObject(_ keys: JSONKeys) throws(JSONError) -> JSONObjectCursor {
        skipWhitespace()
        guard byte == UInt8(ascii: "{") else { throw mismatch("an object") }
        let start = position
        try enter()
        return JSONObjectCursor(keys: keys, start: start)
    }

    /// Steps to the value of the next member as ``nextKey(in:)`` does, but throws what that remembers.
    @inline(__always)
    mutating func findKey(in object: inout JSONObjectCursor) throws(JSONError) -> Int? {
        guard try nextName(in: &object) else { return nil }
        let index: Int
        if let expected = expectedKey(in: &object) {
            index = expected
        } else {
            try scanKey(in: &object)
            index = try indexOfKey(in: object)
        }
        try stepToValue()
        if index >= 0 {
            object.hint = index + 1
            object.found |= 1 << UInt64(truncatingIfNeeded: index)
        }
        return index
    }

    /// Steps into an object none of whose members is known by name; `nextMember(in:)` goes through them.
    ///
    /// - Throws: when the next value is no object.
    public mutating func beginObject() throws(JSONError) -> JSONObjectCursor {
        try beginObject(noKeys)
    }

    /// Steps to the value of the next member, whose name `unknownKey(in:)` returns.
    ///
    /// - Returns: false at the object's end.
    public mutating func nextMember(in object: inout JSONObjectCursor) throws(JSONError) -> Bool {
        guard try nextName(in: &object) else { return false }
        try scanKey(in: &object)
        try stepToValue()
        return true
    }

    /// Steps to the name of the next member; false at the object's end.
    @inline(__always)
    private mutating func nextName(in object: inout JSONObjectCursor) throws(JSONError) -> Bool {
        skipWhitespace()
        if byte == UInt8(ascii: "}") {
            position += 1
            depth -= 1
            return false
        }
        if object.isFirst {
            object.isFirst = false
        } else {
            guard byte == UInt8(ascii: ",") else { throw syntaxError("',' or '}'") }
            position += 1
            skipWhitespace()
        }
        guard byte == UInt8(ascii: "\"") else { throw syntaxError("a member's name") }
        return true
    }

    @inline(__always)
    private mutating func stepToValue() throws(JSONError) {
        skipWhitespace()
        guard byte == UInt8(ascii: ":") else { throw syntaxError("':'") }
        position += 1
    }

    /// Steps behind the name when it is the one that mostly follows, which is known without looking for its end.
    @inline(__always)
    private mutating func expectedKey(in object: inout JSONObjectCursor) -> Int? {
        let start = position + 1
        guard start + 8 <= count else { return nil }
        let keys = object.keys
        guard let length = keys.length(at: object.hint, ifNameIsAt: bytes + start, word: word(at: start), before: count - start)
        else { return nil }
        object.key = start..<start + length
        object.keyHasEscapes = false
        position = start + length + 1
        return object.hint
    }

    private mutating func scanKey(in object: inout JSONObjectCursor) throws(JSONError) {
        let scan = try scanString()
        object.key = scan.content
        object.keyHasEscapes = scan.hasEscapes
    }

    private func indexOfKey(in object: JSONObjectCursor) throws(JSONError) -> Int {
        let start = object.key.lowerBound
        if object.keyHasEscapes { return try indexOfEscapedKey(in: object) }
        guard start + 8 <= count else {
            return object.keys.index(of: KeyView(bytes + start, length: object.key.count), hint: object.hint)
        }
        return object.keys.index(of: KeyView(bytes + start, length: object.key.count, word: word(at: start)), hint: object.hint)
    }

    private func indexOfEscapedKey(in object: JSONObjectCursor) throws(JSONError) -> Int {
        var name = try text(of: object.key, hasEscapes: true)
        return name.withUTF8 { buffer in
            guard let start = buffer.baseAddress else { return object.keys.index(of: KeyView(bytes, length: 0), hint: object.hint) }
            return object.keys.index(of: KeyView(start, length: buffer.count), hint: object.hint)
        }
    }

    /// The name of the member that was found last.
    ///
    /// - Parameter object: The object that is being read.
    public func unknownKey(in object: JSONObjectCursor) -> String {
        guard object.key.upperBound <= count else { return "" }
        do throws(JSONError) {
            return try text(of: object.key, hasEscapes: object.keyHasEscapes)
        } catch {
            // Names were checked when they were found, so that only another reader's place can be wrong here.
            return ""
        }
    }

    /// Returns the error for a missing required member.
    ///
    /// - Parameters:
    ///   - name: The name of the member.
    ///   - object: The object that is being read.
    public func missingKey(_ name: String, in object: JSONObjectCursor) -> JSONError {
        JSONError(.missingMember(name), offset: object.start)
    }

    /// Returns the error for the first missing member among the required ones of the object's first 64 names.
    func missingKey(in object: JSONObjectCursor) -> JSONError {
        missingKey(object.keys.firstMissing(object.found) ?? "", in: object)
    }

    /// The error for a member that the object must not have: the one that was found last.
    public func unknownMember(in object: JSONObjectCursor) -> JSONError {
        JSONError(.unknownMember(unknownKey(in: object)), offset: object.key.lowerBound)
    }
}
