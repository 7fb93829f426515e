/// An error in reading or writing JSON.
public struct JSONError: Error, Sendable {
    /// The kinds of errors.
    public enum Kind: Hashable, Sendable {
        /// A value of one kind stands where another is expected.
        case unexpected(expected: String, found: String)
        /// An object lacks a member that it must have.
        case missingMember(String)
        /// An object has a member that it must not have.
        case unknownMember(String)
        /// An array ends before a place that it must have.
        case missingElement(Int)
        /// A number is out of the range of its type.
        case outOfRange(number: String, type: String)
        /// A string does not match its format.
        case malformed(format: String, text: String)
        /// A value is none of the alternatives.
        case noAlternative
        /// The bytes are not JSON: what should stand there (RFC 8259).
        case syntax(expected: String)
        /// A string holds bytes that are not UTF-8, or half of a surrogate pair.
        case invalidText
        /// Bytes follow the document's value.
        case trailingBytes
        /// Arrays and objects are nested deeper than allowed, or than the thread's stack bears.
        case tooDeep
        /// Finding out which alternatives the values are would take too long.
        case tooManyAttempts
        /// A number to be written is infinite or not a number.
        case notFinite
        /// Something that a type's own reading code says.
        case custom(String)
    }

    private final class Storage: Sendable {
        let kind: Kind
        let offset: Int
        let pointer: String

        init(kind: Kind, offset: Int, pointer: String) {
            self.kind = kind
            self.offset = offset
            self.pointer = pointer
        }
    }

    /// One word, so that passing it on costs the callers nothing.
    private let storage: Storage

    /// Creates an error at a position.
    ///
    /// - Parameters:
    ///   - kind: The kind of error.
    ///   - offset: The number of bytes before the position.
    ///   - pointer: The JSON Pointer (RFC 6901) of the value.
    public init(_ kind: Kind, offset: Int = 0, pointer: String = "") {
        storage = Storage(kind: kind, offset: offset, pointer: pointer)
    }

    /// The kind of the error.
    public var kind: Kind { storage.kind }

    /// The number of bytes before the place where it is wrong.
    public var offset: Int { storage.offset }

    /// The JSON Pointer (RFC 6901) of the value that is wrong; empty for the whole document.
    public var pointer: String { storage.pointer }
}

extension JSONError: Hashable {
    public static func == (one: JSONError, other: JSONError) -> Bool {
        one.kind == other.kind && one.offset == other.offset && one.pointer == other.pointer
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        hasher.combine(offset)
    }
}

extension JSONError: CustomStringConvertible {
    /// The value's pointer, what is wrong with it, and the byte at which it was noticed. What is long in the document is shortened.
    public var description: String {
        "\(pointer.isEmpty ? "" : pointer.shortenedPointer + ": ")\(kind) (byte \(offset))"
    }
}

extension JSONError.Kind: CustomStringConvertible {
    /// The error without its place.
    public var description: String {
        switch self {
        case .unexpected(let expected, let found): "expected \(expected), found \(found)"
        case .missingMember(let name): "the member '\(name.shortened())' is missing"
        case .unknownMember(let name): "the member '\(name.shortened())' is not known"
        case .missingElement(let index): "element \(index) is missing"
        case .outOfRange(let number, let type): "\(number.shortened()) does not fit in \(type)"
        case .malformed(let format, let text): "'\(text.shortened())' is not \(format)"
        case .noAlternative: "the value is none of the alternatives"
        case .syntax(let expected): "expected \(expected)"
        case .invalidText: "the text is not valid UTF-8"
        case .trailingBytes: "something follows the document's value"
        case .tooDeep: "nested too deeply"
        case .tooManyAttempts: "too many alternatives to try"
        case .notFinite: "a number is infinite or not a number"
        case .custom(let message): message
        }
    }
}
