/// A number as exact as its decimal digits, of any size and precision (RFC 8259, section 6).
///
/// Numbers are equal when their values are: `1.0` equals `1`, and `1e2` equals `100`.
public struct DecimalNumber: JSONCodable {
    /// The number as JSON writes it; it stays as it was read.
    public let text: String

    init(scanned text: String) {
        self.text = text
    }

    /// The number in JSON text.
    ///
    /// - Returns: nil when the text is no number of JSON.
    public init?(_ text: String) {
        do throws(JSONError) {
            let number = try DecimalNumber(json: Array(text.utf8))
            guard number.text == text else { return nil }
            self = number
        } catch {
            return nil
        }
    }

    /// An integer.
    public init(_ integer: some BinaryInteger) {
        text = String(integer)
    }

    /// The shortest decimal that reads as the value; nil when it is not finite.
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = value.description
    }

    /// Reads a number, or a string that is one.
    public init(reading json: inout JSONReader) throws(JSONError) {
        text = try json.numberText()
    }

    public func write(to json: inout JSONWriter) {
        json.token(text)
    }

    /// The nearest `Double`, infinite where none is near.
    public var doubleValue: Double { Double(text) ?? .nan }

    /// The value as an integer type, where it is an integer that fits.
    public func exactly<Value: FixedWidthInteger>(_ type: Value.Type) -> Value? {
        if let value = Value(text) { return value }
        let digits = digits
        guard digits.exponent >= digits.significant.count, digits.exponent <= 40 else {
            return digits.significant.isEmpty ? 0 : nil
        }
        var value: Value = 0
        for index in 0..<digits.exponent {
            let digit = index < digits.significant.count ? digits.significant[index] : 0
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) =
                digits.isNegative
                ? product.subtractingReportingOverflow(Value(digit)) : product.addingReportingOverflow(Value(digit))
            if overflow || carry { return nil }
            value = sum
        }
        return value
    }

    /// Whether the value has no digits behind the point.
    public var isInteger: Bool {
        // Most integers are written without a point and an exponent.
        if text.utf8.allSatisfy({ $0 != UInt8(ascii: ".") && $0 | 0x20 != UInt8(ascii: "e") }) { return true }
        let digits = digits
        return digits.significant.count <= digits.exponent || digits.significant.isEmpty
    }

    /// The value is `0.significant × 10^exponent`.
    struct Digits: Hashable {
        var isNegative = false
        /// Digits from 0 to 9 without zeros at either end; none for zero.
        var significant: [UInt8] = []
        var exponent = 0
    }

    var digits: Digits {
        var digits = Digits()
        var hasPoint = false
        var rest = Substring(text)[...].utf8
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "-"): digits.isNegative = true
            case UInt8(ascii: "."): hasPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"), isFraction: hasPoint)
            default:
                digits.exponent += exponent(rest)
                return digits.normalized
            }
        }
        return digits.normalized
    }

    private func exponent(_ text: Substring.UTF8View) -> Int {
        var value = 0
        for byte in text where byte >= UInt8(ascii: "0") {
            value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000_000_000)
        }
        return text.first == UInt8(ascii: "-") ? -value : value
    }
}

extension DecimalNumber.Digits {
    fileprivate mutating func append(_ digit: UInt8, isFraction: Bool) {
        if significant.isEmpty, digit == 0 {
            if isFraction { exponent -= 1 }
            return
        }
        significant.append(digit)
        if !isFraction { exponent += 1 }
    }

    fileprivate var normalized: Self {
        var normalized = self
        while normalized.significant.last == 0 { normalized.significant.removeLast() }
        return normalized.significant.isEmpty ? Self() : normalized
    }
}

extension DecimalNumber: Hashable, Comparable {
    public static func == (one: DecimalNumber, other: DecimalNumber) -> Bool {
        one.text == other.text || one.digits == other.digits
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(digits)
    }

    public static func < (one: DecimalNumber, other: DecimalNumber) -> Bool {
        if let small = Int(one.text), let otherSmall = Int(other.text) { return small < otherSmall }
        // Rounding keeps the order of numbers, though it can make them equal.
        let (rounded, otherRounded) = (one.doubleValue, other.doubleValue)
        if rounded != otherRounded { return rounded < otherRounded }
        let (one, other) = (one.digits, other.digits)
        if one.isNegative != other.isNegative { return one.isNegative }
        return one.isNegative ? other.isLess(than: one) : one.isLess(than: other)
    }
}

extension DecimalNumber.Digits {
    /// Compares magnitudes.
    fileprivate func isLess(than other: Self) -> Bool {
        if significant.isEmpty || other.significant.isEmpty { return significant.count < other.significant.count }
        if exponent != other.exponent { return exponent < other.exponent }
        return significant.lexicographicallyPrecedes(other.significant)
    }
}

extension DecimalNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, CustomStringConvertible, LosslessStringConvertible
{
    public init(integerLiteral value: Int) {
        self.init(value)
    }

    /// The shortest decimal that reads as the literal's `Double`, so that `9.99` is exactly that; up to 15 digits are kept.
    public init(floatLiteral value: Double) {
        text = value.isFinite ? value.description : "0"
    }

    public var description: String { text }
}

extension JSONReader {
    /// Reads a number's text, from a string too.
    fileprivate mutating func numberText() throws(JSONError) -> String {
        skipWhitespace()
        guard byte == UInt8(ascii: "\"") else { return text(of: try numberToken("a number").range) }
        let start = position
        let scan = try scanString()
        let end = position
        position = scan.content.lowerBound
        do throws(JSONError) {
            _ = try scanNumber("a number")
            guard position == scan.content.upperBound else { throw error(.trailingBytes) }
        } catch {
            let text = try text(of: scan.content, hasEscapes: scan.hasEscapes)
            throw JSONError(.malformed(format: "a number", text: text), offset: start)
        }
        position = end
        return text(of: scan.content)
    }
}

/// A ``DecimalNumber`` that JSON carries in a string, so that no reader rounds it.
public struct DecimalText: JSONCodable, Hashable {
    /// The number.
    public var number: DecimalNumber

    /// Creates the text of a number.
    public init(_ number: DecimalNumber) {
        self.number = number
    }

    public init(reading json: inout JSONReader) throws(JSONError) {
        number = try DecimalNumber(reading: &json)
    }

    public func write(to json: inout JSONWriter) {
        json.string(number.text)
    }
}

extension DecimalText: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    public init(integerLiteral value: Int) {
        self.init(DecimalNumber(value))
    }

    /// The shortest decimal that reads as the literal's `Double`; up to 15 digits are kept.
    public init(floatLiteral value: Double) {
        self.init(DecimalNumber(floatLiteral: value))
    }
}
