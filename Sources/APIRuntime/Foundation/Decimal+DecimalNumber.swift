#if Foundation
#if canImport(FoundationEssentials)
public import FoundationEssentials
#else
public import Foundation
#endif

extension Decimal {
    /// Creates the number if a `Decimal` holds all its digits, of which it has about 38.
    public init?(exactly number: DecimalNumber) {
        let digits = number.digits
        guard digits.significant.count <= 39, -200...200 ~= digits.exponent else { return nil }
        let text = digits.significant.map(String.init).joined()
        let exponent = digits.exponent - digits.significant.count
        guard let decimal = Decimal(string: (digits.isNegative ? "-" : "") + (text.isEmpty ? "0" : "\(text)e\(exponent)")) else {
            return nil
        }
        // Foundation drops the digits that it has no room for.
        guard DecimalNumber(decimal) == number else { return nil }
        self = decimal
    }

    /// Creates a number in source code, as generated code does for the default values of a document; a literal such as `9.99` is
    /// rounded to a `Double` first.
    ///
    /// - Precondition: The text is a number that a `Decimal` holds.
    public init(literal text: StaticString) {
        guard let decimal = Decimal(exactly: DecimalNumber(literal: text)) else {
            preconditionFailure("'\(text)' has more digits than Decimal")
        }
        self = decimal
    }
}

extension DecimalNumber {
    /// Creates the same number; `nil` if it is not a number.
    public init?(_ decimal: Decimal) {
        guard decimal.isFinite else { return nil }
        self.init(scanned: decimal.description)
    }
}

/// A number with all its digits; one with more than a `Decimal` holds cannot be read, as rounding would change it.
extension Decimal: JSONCodable {
    public init(reading json: inout JSONReader) throws(JSONError) {
        json.skipWhitespace()
        let start = json.position
        let number = try DecimalNumber(reading: &json)
        guard let decimal = Decimal(exactly: number) else {
            throw JSONError(.outOfRange(number: number.text.shortened(), type: "Decimal"), offset: start)
        }
        self = decimal
    }

    /// Writes the digits; a value that is not a number is an error of the document.
    public func write(to json: inout JSONWriter) {
        guard let number = DecimalNumber(self) else { return json.double(.nan) }
        number.write(to: &json)
    }
}
#endif
