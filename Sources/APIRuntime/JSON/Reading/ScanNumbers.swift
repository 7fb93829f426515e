/// A number's parts: its value is `mantissa × 10^exponent` where nothing was dropped.
struct NumberScan {
    var isNegative = false
    /// The first nineteen significant digits.
    var mantissa: UInt64 = 0
    /// The power of ten that belongs to the mantissa, within ±10^9.
    var exponent = 0
    /// Whether digits other than zero were left out of the mantissa.
    var hasDroppedDigits = false
}

extension JSONReader {
    /// Steps behind the number that starts here (RFC 8259, section 6).
    mutating func scanNumber(_ expected: String) throws(JSONError) -> NumberScan {
        var number = NumberScan()
        let start = position
        if byte == UInt8(ascii: "-") {
            number.isNegative = true
            position += 1
        }
        guard isDigit else {
            if position == start { throw mismatch(expected) }
            throw syntaxError("a digit")
        }
        if byte == UInt8(ascii: "0") {
            position += 1
            if isDigit { throw syntaxError("no digit behind a leading zero") }
        } else {
            scanDigits(&number, isFraction: false)
        }
        if byte == UInt8(ascii: ".") {
            position += 1
            guard isDigit else { throw syntaxError("a digit") }
            scanDigits(&number, isFraction: true)
        }
        if byte | 0x20 == UInt8(ascii: "e") { try scanExponent(&number) }
        return number
    }

    @inline(__always)
    var isDigit: Bool { byte &- UInt8(ascii: "0") < 10 }

    @inline(__always)
    private mutating func scanDigits(_ number: inout NumberScan, isFraction: Bool) {
        while position < count {
            let digit = bytes[position] &- UInt8(ascii: "0")
            guard digit < 10 else { return }
            position += 1
            if number.mantissa < 1_000_000_000_000_000_000 {
                number.mantissa = number.mantissa &* 10 &+ UInt64(digit)
                if isFraction { number.exponent -= 1 }
            } else {
                if digit != 0 { number.hasDroppedDigits = true }
                if !isFraction { number.exponent += 1 }
            }
        }
    }

    private mutating func scanExponent(_ number: inout NumberScan) throws(JSONError) {
        position += 1
        let isNegative = byte == UInt8(ascii: "-")
        if isNegative || byte == UInt8(ascii: "+") { position += 1 }
        guard isDigit else { throw syntaxError("a digit") }
        var exponent = 0
        while isDigit {
            exponent = min(exponent * 10 + Int(byte - UInt8(ascii: "0")), 1_000_000_000)
            position += 1
        }
        number.exponent += isNegative ? -exponent : exponent
    }
}

extension NumberScan {
    /// The magnitude of a number that is written as an integer and is less than a bound.
    @inline(__always)
    func smallMagnitude(below bound: UInt64) -> UInt64? {
        exponent == 0 && mantissa < bound && !hasDroppedDigits ? mantissa : nil
    }

    /// The value's magnitude, if it is an integer in range.
    var integerMagnitude: UInt64? {
        if mantissa == 0 { return 0 }
        guard !hasDroppedDigits, exponent > -20, exponent < 20 else { return nil }
        var magnitude = mantissa
        var exponent = exponent
        while exponent < 0 {
            let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { return nil }
            magnitude = quotient
            exponent += 1
        }
        while exponent > 0 {
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            magnitude = product
            exponent -= 1
        }
        return magnitude
    }

    private static let powersOfTen: [Double] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21,
        1e22,
    ]

    /// The nearest double where one exact operation gives it; both operands are then exact (Clinger's fast path).
    var exactDouble: Double? {
        guard mantissa < 1 << 53, exponent >= -22, exponent <= 22, !hasDroppedDigits else {
            return mantissa == 0 ? (isNegative ? -0.0 : 0) : nil
        }
        let power = Self.powersOfTen[exponent.magnitude < 23 ? Int(exponent.magnitude) : 0]
        let magnitude = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
        return isNegative ? -magnitude : magnitude
    }
}
