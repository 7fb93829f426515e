/// A value with a textual format, such as a date.
public protocol FormattedText: LosslessStringConvertible {}

extension FormattedText {
    /// Creates the value for text in source code, as generated code does for the default values of a document.
    ///
    /// A `StaticString` is a literal in source code, so text that is received cannot reach the precondition. The generator checks the
    /// format of each default value before it prints one. Use the failable initializer for text from elsewhere.
    ///
    /// - Precondition: The text has the format.
    public init(literal text: StaticString) {
        guard let value = Self(text.description) else { preconditionFailure("'\(text)' is not a \(Self.self)") }
        self = value
    }
}

extension DecimalNumber: FormattedText {}
extension FullDate: FormattedText {}
extension FullTime: FormattedText {}
extension ISODuration: FormattedText {}
extension Timestamp: FormattedText {}
extension UniqueID: FormattedText {}

extension DecimalText: FormattedText {
    /// The number that a text is; nil when it is none.
    public init?(_ description: String) {
        guard let number = DecimalNumber(description) else { return nil }
        self.init(number)
    }

    public var description: String { number.description }
}

extension Base64Data: FormattedText {
    /// The bytes that a text encodes; nil if it is not base64.
    public init?(_ description: String) {
        self.init(encoded: description)
    }
}

extension Base64URLData: FormattedText {
    /// The bytes that a text encodes; nil if it is not base64.
    public init?(_ description: String) {
        self.init(encoded: description)
    }
}
