/// A number by its first nineteen digits and a power of ten, as a reader scans it.
struct ByteNumber {
    let mantissa: UInt64
    let exponent: Int
    let isNegative: Bool
    /// The value, where it is written as an integer of 63 bits.
    let integer: Int64?

    /// The number that was scanned; `nil` if it has more digits than a scan keeps.
    @inline(__always)
    init?(_ scan: NumberScan) {
        guard !scan.hasDroppedDigits else { return nil }
        mantissa = scan.mantissa
        exponent = scan.exponent
        isNegative = scan.isNegative
        let isSmall = scan.exponent == 0 && scan.mantissa < 1 << 63
        let magnitude = Int64(truncatingIfNeeded: scan.mantissa)
        integer = isSmall ? (scan.isNegative ? 0 - magnitude : magnitude) : nil
    }

    /// The number of a schema; `nil` if it has too many digits.
    init?(_ number: DecimalNumber) {
        let digits = number.digits
        guard digits.significant.count < 19 else { return nil }
        let mantissa = digits.significant.reduce(UInt64(0)) { $0 * 10 + UInt64($1) }
        var scan = NumberScan(
            isNegative: digits.isNegative, mantissa: mantissa, exponent: digits.exponent - digits.significant.count)
        if let integer = number.exactly(Int64.self) {
            scan.mantissa = integer.magnitude
            scan.exponent = 0
        }
        self.init(scan)
    }

    /// Whether the value has no fractional part.
    var isInteger: Bool {
        var (rest, digits) = (mantissa, exponent)
        while digits < 0, rest != 0 {
            guard rest % 10 == 0 else { return false }
            rest /= 10
            digits += 1
        }
        return true
    }

    /// Whether a limit allows the number; `nil` if that takes more digits than there are here.
    @inline(__always)
    func isWithin(_ bound: NumberBound) -> Bool? {
        let order: Int
        if let integer, let limit = bound.value.integer {
            order = integer < limit ? -1 : integer == limit ? 0 : 1
        } else {
            guard let compared = comparedByDoubles(to: bound) else { return nil }
            order = compared
        }
        switch bound.kind {
        case .minimum: return order >= 0
        case .exclusiveMinimum: return order > 0
        case .maximum: return order <= 0
        case .exclusiveMaximum: return order < 0
        }
    }

    private func comparedByDoubles(to bound: NumberBound) -> Int? {
        if bound.value.mantissa == 0 { return mantissa == 0 ? 0 : isNegative ? -1 : 1 }
        guard let approximation else { return nil }
        // The approximation is off by a few units in the last place at most.
        if abs(approximation - bound.double) > 1e-14 * max(abs(approximation), abs(bound.double)) {
            return approximation < bound.double ? -1 : 1
        }
        return equals(bound.value) ? 0 : nil
    }

    /// Whether the values are equal.
    func equals(_ other: ByteNumber) -> Bool {
        if let integer, let otherInteger = other.integer { return integer == otherInteger }
        let (one, another) = (normalized, other.normalized)
        return one.mantissa == another.mantissa && one.exponent == another.exponent
            && (isNegative == other.isNegative || one.mantissa == 0)
    }

    private var approximation: Double? {
        if mantissa == 0 { return 0 }
        guard exponent >= -22, exponent <= 22, let power = NumberScan(mantissa: 1, exponent: Int(exponent.magnitude)).exactDouble
        else { return nil }
        let magnitude = exponent < 0 ? Double(mantissa) / power : Double(mantissa) * power
        return isNegative ? -magnitude : magnitude
    }

    /// The digits without zeros at their end.
    var normalized: (mantissa: UInt64, exponent: Int) {
        guard mantissa != 0 else { return (0, 0) }
        var (mantissa, exponent) = (mantissa, exponent)
        while mantissa % 10 == 0 {
            mantissa /= 10
            exponent += 1
        }
        return (mantissa, exponent)
    }

    /// Whether the value is a multiple of another; `nil` if that takes more digits than there are here.
    func isMultiple(ofMantissa factor: UInt64, exponent factorExponent: Int) -> Bool? {
        guard mantissa != 0 else { return true }
        guard factor != 0 else { return nil }
        var (mantissa, exponent) = exponent < factorExponent ? normalized : (mantissa, exponent)
        // Digits too fine for the factor cannot be a multiple of it, as they end in no zero.
        guard exponent >= factorExponent else { return false }
        while exponent > factorExponent {
            let (product, overflow) = mantissa.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            mantissa = product
            exponent -= 1
        }
        return mantissa % factor == 0
    }
}
