/// A list of strings that stays open for ones that its document does not name.
public protocol OpenStringEnum: JSONCodable, Hashable, CustomStringConvertible {
    /// Finds the case, or keeps a string that the document does not name.
    init(rawValue: String)
    /// The string in JSON.
    var rawValue: String { get }
    /// The values that the document names, in its order.
    static var knownCases: [Self] { get }
    /// The strings of the known cases, in the same order.
    static var rawValues: RawValues { get }
}

/// The strings of an enum's cases, prepared once, so that a case is found without comparing all of them.
///
/// For `static let` only: the table lives as long as the program.
public struct RawValues: Sendable {
    let keys: JSONKeys

    /// Prepares strings.
    ///
    /// - Parameter values: The strings in the notation of ``JSONKeys``.
    public init(_ values: StaticString) {
        keys = JSONKeys(values)
    }

    func index(of text: String) -> Int? {
        var text = text
        let index = text.withUTF8 { bytes in bytes.baseAddress.map { keys.index(of: KeyView($0, length: bytes.count), hint: 0) } }
        return index.flatMap { $0 < 0 ? nil : $0 }
    }
}

extension OpenStringEnum {
    public init(reading json: inout JSONReader) throws(JSONError) {
        if let index = try json.index(among: Self.rawValues), index < Self.knownCases.count {
            self = Self.knownCases[index]
        } else {
            self.init(rawValue: try json.string())
            if json.openChoices > 0, !isKnown { json.misfits += 1 }
        }
    }

    /// The known case with a string; `nil` if there is none.
    public static func knownCase(_ rawValue: String) -> Self? {
        guard let index = rawValues.index(of: rawValue), index < knownCases.count else { return nil }
        return knownCases[index]
    }

    public func write(to json: inout JSONWriter) {
        json.string(rawValue)
    }

    public var description: String { rawValue }

    /// Whether the document names the value.
    public var isKnown: Bool { Self.rawValues.index(of: rawValue) != nil }
}

/// A list of integers that stays open for ones that its document does not name.
public protocol OpenIntegerEnum: JSONCodable, Hashable, CustomStringConvertible {
    /// Finds the case, or keeps an integer that the document does not name.
    init(rawValue: Int)
    /// The integer in JSON.
    var rawValue: Int { get }
    /// The values that the document names, in its order.
    static var knownCases: [Self] { get }
}

extension OpenIntegerEnum {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self.init(rawValue: try Int(reading: &json))
        if json.openChoices > 0, !isKnown { json.misfits += 1 }
    }

    public func write(to json: inout JSONWriter) {
        rawValue.write(to: &json)
    }

    public var description: String { rawValue.description }

    /// Whether the document names the value.
    public var isKnown: Bool { Self.knownCases.contains(self) }
}

/// A list of values of several kinds that stays open for ones that its document does not name.
public protocol OpenValueEnum: JSONCodable, Hashable {
    /// Finds the case, or keeps a value that the document does not name.
    init(rawValue: JSONValue)
    /// The value in JSON.
    var rawValue: JSONValue { get }
    /// The values that the document names, in its order.
    static var knownCases: [Self] { get }
}

extension OpenValueEnum {
    public init(reading json: inout JSONReader) throws(JSONError) {
        self.init(rawValue: try JSONValue(reading: &json))
        if json.openChoices > 0, !isKnown { json.misfits += 1 }
    }

    public func write(to json: inout JSONWriter) {
        rawValue.write(to: &json)
    }

    /// Whether the document names the value.
    public var isKnown: Bool { Self.knownCases.contains(self) }
}

/// A list of strings to which nothing is ever added: another string is an error.
public protocol ClosedStringEnum: JSONCodable, RawRepresentable where RawValue == String {}

extension ClosedStringEnum {
    public init(reading json: inout JSONReader) throws(JSONError) {
        guard let text = try json.peekString(), let value = Self(rawValue: text) else { throw json.noAlternative() }
        try json.skipValue()
        self = value
    }

    public func write(to json: inout JSONWriter) {
        json.string(rawValue)
    }
}

/// A list of integers to which nothing is ever added: another integer is an error.
public protocol ClosedIntegerEnum: JSONCodable, RawRepresentable where RawValue == Int {}

extension ClosedIntegerEnum {
    public init(reading json: inout JSONReader) throws(JSONError) {
        let failure = json.noAlternative()
        guard let value = Self(rawValue: try Int(reading: &json)) else { throw failure }
        self = value
    }

    public func write(to json: inout JSONWriter) {
        rawValue.write(to: &json)
    }
}
