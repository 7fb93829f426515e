/// The options for reading a document.
public struct JSONReadingOptions: Hashable, Sendable {
    /// Whether numbers, booleans and nulls may be strings, as in parameters and forms.
    public var scalarsAreText: Bool
    /// Whether a null counts as absent where a member may be absent but not be null, as many services write it.
    public var nullsAreAbsent: Bool
    /// Whether timestamps are read that miss RFC 3339 by a little: a space for the `T`, an offset without a colon, or none for UTC.
    public var timestampsAreLenient: Bool
    /// The greatest depth of nested arrays and objects; a small stack can lower it.
    public var maximumDepth: Int

    /// Options; the standard ones are those of a JSON body.
    public init(
        scalarsAreText: Bool = false, nullsAreAbsent: Bool = true, timestampsAreLenient: Bool = false, maximumDepth: Int = 1500
    ) {
        self.scalarsAreText = scalarsAreText
        self.nullsAreAbsent = nullsAreAbsent
        self.timestampsAreLenient = timestampsAreLenient
        self.maximumDepth = maximumDepth
    }
}

/// A place in a JSON document (RFC 8259), from which values read themselves.
///
/// Only `read(_:from:options:)` makes one, and it cannot be copied, so that none outlives its bytes.
/// Of members with the same name the last one counts. One byte order mark at the start is skipped.
public struct JSONReader: ~Copyable {
    /// Where each reading function starts; whitespace may come first.
    var position = 0
    var depth = 0
    let bytes: UnsafePointer<UInt8>
    let count: Int
    let options: JSONReadingOptions
    /// How many levels need no look at the limits.
    let uncheckedDepth: Int
    /// The lowest address that the stack may reach, once it was asked for.
    var stackLimit: UInt?
    var attempts: Attempts
    /// The number of nested choices between alternatives at the current position.
    var openChoices = 0
    /// How many bytes may still be set aside for elements that are only expected. See ``room(in:stride:)``.
    var guessedRoom: Int
    /// How much was met that the types do not know: the bytes of members and elements, and one for each word.
    var misfits = 0
    /// Why a member of the present object can't be read, until its initializer throws it.
    var memberFailure: JSONError?
    /// Whether a member of the present object can't be read. Its initializer then throws ``failure(in:)``.
    public internal(set) var hasFailed = false

    private init(_ buffer: UnsafeBufferPointer<UInt8>, at start: UnsafePointer<UInt8>, options: JSONReadingOptions) {
        bytes = start
        count = buffer.count
        self.options = options
        uncheckedDepth = min(Self.levelsWithoutQuestion, options.maximumDepth)
        attempts = Attempts(documentLength: buffer.count)
        guessedRoom = min(buffer.count, Int.max >> 8) * 32
        if count >= 3, start[0] == 0xEF, start[1] == 0xBB, start[2] == 0xBF { position = 3 }
    }

    /// Reads a whole document.
    ///
    /// - Parameters:
    ///   - type: The type to decode.
    ///   - document: JSON in UTF-8.
    ///   - options: The variants of JSON to accept.
    /// - Throws: The first error, with its byte offset and JSON Pointer.
    public static func read<Value: JSONCodable>(
        _ type: Value.Type, from document: [UInt8], options: JSONReadingOptions = JSONReadingOptions()
    ) throws(JSONError) -> Value {
        try readCounting(type, from: document, options: options).value
    }

    /// Reads a whole document, and counts what it has that the type does not know; 0 only if the type has read all of it.
    ///
    /// - Throws: The first error, with its byte offset and JSON Pointer.
    static func readCounting<Value: JSONCodable>(
        _ type: Value.Type, from document: [UInt8], options: JSONReadingOptions
    ) throws(JSONError) -> (value: Value, misfits: Int) {
        do throws(JSONError) {
            return try withReader(of: document, options: options) { (reader) throws(JSONError) in
                (try Value(reading: &reader), reader.misfits)
            }
        } catch {
            throw document.withUnsafeBufferPointer { error.located(in: $0) }
        }
    }

    /// Goes through a whole document.
    ///
    /// - Throws: The first error, with its byte offset but without its JSON Pointer.
    static func withReader<Result>(
        of document: [UInt8], options: JSONReadingOptions = JSONReadingOptions(),
        _ body: (inout JSONReader) throws(JSONError) -> Result
    ) throws(JSONError) -> Result {
        try document.withUnsafeBufferPointer { (buffer) throws(JSONError) -> Result in
            guard let start = buffer.baseAddress, !buffer.isEmpty else { throw JSONError(.syntax(expected: "a value")) }
            var reader = JSONReader(buffer, at: start, options: options)
            let result = try body(&reader)
            try reader.finish()
            return result
        }
    }

    private mutating func finish() throws(JSONError) {
        if let memberFailure { throw memberFailure }
        skipWhitespace()
        guard position == count else { throw error(.trailingBytes) }
        guard !attempts.areExhausted else { throw error(.tooManyAttempts) }
    }
}

extension JSONReader {
    /// The next byte; 0, which never occurs in JSON, at the end.
    @inline(__always)
    var byte: UInt8 { position < count ? bytes[position] : 0 }

    @inline(__always)
    mutating func skipWhitespace() {
        while position < count, bytes[position] <= 0x20 {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    /// Eight bytes from an offset on, the first one lowest.
    @inline(__always)
    func word(at offset: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// An error of the reading code itself, at the next value.
    ///
    /// - Parameter kind: what is wrong.
    public func error(_ kind: JSONError.Kind) -> JSONError {
        JSONError(kind, offset: position)
    }

    func syntaxError(_ expected: String) -> JSONError {
        error(.syntax(expected: expected))
    }

    /// The error for a value of another kind than asked for.
    func mismatch(_ expected: String) -> JSONError {
        switch byte {
        case UInt8(ascii: "{"): error(.unexpected(expected: expected, found: "an object"))
        case UInt8(ascii: "["): error(.unexpected(expected: expected, found: "an array"))
        case UInt8(ascii: "\""): error(.unexpected(expected: expected, found: "a string"))
        case UInt8(ascii: "t"), UInt8(ascii: "f"): error(.unexpected(expected: expected, found: "a boolean"))
        case UInt8(ascii: "n"): error(.unexpected(expected: expected, found: "null"))
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): error(.unexpected(expected: expected, found: "a number"))
        default: syntaxError(expected)
        }
    }
}
