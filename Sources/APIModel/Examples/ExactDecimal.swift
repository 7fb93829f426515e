/// The exact value of a JSON number, which can be larger than any type of the machine.
package struct ExactDecimal: Hashable, Sendable {
    private let isNegative: Bool
    /// Significant digits, without zeros at either end; empty for zero.
    private let digits: [UInt8]
    /// The power of ten of the last digit. Exponents beyond an integer's range are clamped.
    package let exponent: Int

    /// - Parameter text: The text of a JSON number.
    package init(_ text: String) {
        var mantissa = text[...]
        var exponent = 0
        if let place = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            mantissa = text[..<place]
            let suffix = text[text.index(after: place)...]
            exponent = Int(suffix.first == "+" ? suffix.dropFirst() : suffix) ?? (suffix.first == "-" ? -farExponent : farExponent)
            exponent = min(max(exponent, -farExponent), farExponent)
        }
        let parts = mantissa.drop { $0 == "-" || $0 == "+" }.split(separator: ".", omittingEmptySubsequences: false)
        let fraction = parts.count > 1 ? parts[1].utf8.map { $0 &- 0x30 } : []
        let digits = (parts.first ?? "").utf8.map { $0 &- 0x30 } + fraction
        self.init(isNegative: mantissa.first == "-", digits: digits, exponent: exponent - fraction.count)
    }

    /// A number of units of a power of ten.
    init(_ units: Int, exponent: Int) {
        let digits = String(units.magnitude).utf8.map { $0 &- 0x30 }
        self.init(isNegative: units < 0, digits: digits, exponent: exponent)
    }

    private init(isNegative: Bool, digits: [UInt8], exponent: Int) {
        var digits = digits[...]
        var exponent = exponent
        while digits.first == 0 { digits.removeFirst() }
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
        self.isNegative = isNegative && !digits.isEmpty
        self.digits = Array(digits)
        self.exponent = digits.isEmpty ? 0 : exponent
    }
}

/// Further than any number that a document means, and small enough to add to.
private let farExponent = 1_000_000_000

extension ExactDecimal: Comparable {
    package static func < (one: ExactDecimal, other: ExactDecimal) -> Bool {
        if one == other { return false }
        if one.sign != other.sign { return one.sign < other.sign }
        let (scale, otherScale) = (one.exponent + one.digits.count, other.exponent + other.digits.count)
        let isCloserToZero = scale != otherScale ? scale < otherScale : one.digits.lexicographicallyPrecedes(other.digits)
        return one.isNegative ? !isCloserToZero : isCloserToZero
    }

    private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }
}

extension ExactDecimal {
    package var isWhole: Bool { exponent >= 0 }

    /// Whether the value is a multiple of another; `nil` where the other has too many digits to find out.
    package func isMultiple(of factor: ExactDecimal) -> Bool? {
        guard !digits.isEmpty else { return true }
        guard !factor.digits.isEmpty, factor.digits.count <= 18 else { return nil }
        // The digits end in no zero, so that digits too fine for the factor cannot be a multiple of it.
        guard exponent >= factor.exponent else { return false }
        let modulus = factor.digits.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
        func product(_ one: UInt64, _ other: UInt64) -> UInt64 {
            modulus.dividingFullWidth(one.multipliedFullWidth(by: other)).remainder
        }
        let remainder = digits.reduce(UInt64(0)) { ($0 * 10 + UInt64($1)) % modulus }
        var power = 1 % modulus
        var base = 10 % modulus
        var rest = exponent - factor.exponent
        while rest > 0 {
            if rest & 1 == 1 { power = product(power, base) }
            base = product(base, base)
            rest >>= 1
        }
        return product(remainder, power) == 0
    }

    /// Returns the value as units of a power of ten; `nil` if it is not whole, or has more than 18 digits.
    func units(of power: Int) -> Int? {
        if digits.isEmpty { return 0 }
        let zeros = exponent - power
        guard zeros >= 0, digits.count + zeros <= 18 else { return nil }
        let value = (digits + [UInt8](repeating: 0, count: zeros)).reduce(0) { $0 * 10 + Int($1) }
        return isNegative ? -value : value
    }

    /// The next whole number away from zero; `nil` if the value is not whole, or has more than 40 digits.
    var farther: ExactDecimal? {
        guard isWhole, digits.count + exponent <= 40 else { return nil }
        var digits = [0] + self.digits + [UInt8](repeating: 0, count: exponent)
        var index = digits.count - 1
        while index > 0, digits[index] == 9 {
            digits[index] = 0
            index -= 1
        }
        digits[index] += 1
        return ExactDecimal(isNegative: isNegative, digits: digits, exponent: 0)
    }

    /// The value as the text of a JSON number.
    package var text: String {
        let sign = isNegative ? "-" : ""
        let digits = digits.map { String($0) }.joined()
        if digits.isEmpty { return "0" }
        if exponent >= 0, exponent <= 40 { return sign + digits + String(repeating: "0", count: exponent) }
        if exponent < 0, exponent >= -40 {
            let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.count)) + digits
            return sign + padded.dropLast(-exponent) + "." + padded.suffix(-exponent)
        }
        return sign + digits + "e\(exponent)"
    }
}
