/// The kinds of JSON values (RFC 8259, section 3).
public enum JSONKind: UInt8, Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean
    /// A number.
    case number
    /// A string.
    case string
    /// An array.
    case array
    /// An object.
    case object
}

/// A set of kinds of JSON values.
public struct JSONKinds: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// `null`.
    public static let null = JSONKinds(rawValue: 1)
    /// `true` and `false`.
    public static let boolean = JSONKinds(rawValue: 2)
    /// Numbers.
    public static let number = JSONKinds(rawValue: 4)
    /// Strings.
    public static let string = JSONKinds(rawValue: 8)
    /// Arrays.
    public static let array = JSONKinds(rawValue: 16)
    /// Objects.
    public static let object = JSONKinds(rawValue: 32)
}

extension JSONReader {
    /// The kind of the next value, which stays where it is.
    ///
    /// - Throws: when no value comes next.
    public mutating func peekKind() throws(JSONError) -> JSONKind {
        skipWhitespace()
        switch byte {
        case UInt8(ascii: "{"): return .object
        case UInt8(ascii: "["): return .array
        case UInt8(ascii: "\""): return .string
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: throw syntaxError("a value")
        }
    }

    /// The kind that the next value is to be read as.
    ///
    /// - Parameter kinds: the kinds that are possible here. Only parameters and forms look at them, whose scalars are all text:
    ///   "3" is a number where numbers are possible.
    /// - Throws: when no value comes next.
    public mutating func peekKind(among kinds: JSONKinds) throws(JSONError) -> JSONKind {
        let kind = try peekKind()
        guard options.scalarsAreText, kind == .string, let text = try peekString() else { return kind }
        if kinds.contains(.boolean), text == "true" || text == "false" { return .boolean }
        if kinds.contains(.number), DecimalNumber(text) != nil { return .number }
        if kinds.contains(.null), !kinds.contains(.string), text.isEmpty || text == "null" { return .null }
        return .string
    }

    /// The next value, which stays where it is, if it is a string.
    public mutating func peekString() throws(JSONError) -> String? {
        skipWhitespace()
        guard byte == UInt8(ascii: "\"") else { return nil }
        let start = position
        let scan = try scanString()
        position = start
        return try text(of: scan.content, hasEscapes: scan.hasEscapes)
    }

    /// The value of a member of the next value; it stays where it is. Of several members with the name the first one counts.
    ///
    /// - Parameter name: the member whose value determines the object's type (OpenAPI, Discriminator Object).
    /// - Returns: nil when the value is no object, or the member is absent or no string.
    public mutating func discriminator(_ name: StaticString) throws(JSONError) -> String? {
        let name = name.description
        return try peekMembers { (key, json) throws(JSONError) -> String?? in
            key == name ? .some(try json.peekString()) : nil
        } ?? nil
    }

    /// The scalar value of a member of the next value; it stays where it is. Of several members with the name the first one counts.
    ///
    /// Parameters and forms write scalars as text, of which "true" is a boolean here and "3" a number.
    ///
    /// - Parameter name: the member whose value determines the object's type (OpenAPI, Discriminator Object).
    /// - Returns: nil when the value is no object, or the member is absent, an array or an object.
    public mutating func discriminatorValue(_ name: StaticString) throws(JSONError) -> JSONValue? {
        let name = name.description
        return try peekMembers { (key, json) throws(JSONError) -> JSONValue?? in
            key == name ? .some(try json.peekScalar()) : nil
        } ?? nil
    }

    private mutating func peekScalar() throws(JSONError) -> JSONValue? {
        let kind = try peekKind(among: [.boolean, .number, .null])
        let start = position
        defer { position = start }
        switch kind {
        case .null: return .null
        case .boolean: return .bool(try boolean())
        case .number: return .number(try DecimalNumber(reading: &self))
        case .string: return .string(try string())
        case .array, .object: return nil
        }
    }

    /// Calls a function with each member of the next value, until it returns a value.
    private mutating func peekMembers<Answer>(
        _ body: (String, inout JSONReader) throws(JSONError) -> Answer?
    ) throws(JSONError) -> Answer? {
        guard try peekKind() == .object else { return nil }
        let start = position
        let outerDepth = depth
        let outerMisfits = misfits
        defer {
            attempts.spend(position - start)
            position = start
            depth = outerDepth
            misfits = outerMisfits
        }
        var object = try beginObject()
        while try nextMember(in: &object) {
            let key = try text(of: object.key, hasEscapes: object.keyHasEscapes)
            if let result = try body(key, &self) { return result }
            try skipValue()
        }
        return nil
    }
}

extension JSONReader {
    /// Reads the next value as one of several alternatives.
    ///
    /// Values that were tried in vain are remembered, and reading ends in an error rather than taking exponential time.
    ///
    /// - Returns: nil when it is not of that type; it then stays where it is.
    public mutating func attempt<Value: JSONCodable>(_ type: Value.Type) -> Value? {
        skipWhitespace()
        let start = position
        let outerDepth = depth
        guard !attempts.hasFailed(type, at: start) else { return nil }
        do throws(JSONError) {
            let value = try Value(reading: &self)
            // Code of the user's own may have read on after a failure.
            if let memberFailure { throw memberFailure }
            return value
        } catch {
            memberFailure = nil
            hasFailed = false
            let read = max(error.offset, position) - start
            position = start
            attempts.fail(type, at: start, having: read, isNested: isContainer(at: start))
            depth = outerDepth
            return nil
        }
    }

    /// Whether an array or object begins at an offset.
    func isContainer(at offset: Int) -> Bool {
        offset < count && (bytes[offset] == UInt8(ascii: "{") || bytes[offset] == UInt8(ascii: "["))
    }

    /// The error for a value that is none of the alternatives.
    public func noAlternative() -> JSONError {
        error(.noAlternative)
    }
}
