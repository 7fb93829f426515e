extension JSONValue {
    /// The value as an `Int`; `nil` for values that have a fraction, are too large, or are no numbers.
    package var int: Int? {
        guard let text = numberText else { return nil }
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
        guard let exponent = parts.count == 1 ? 0 : Int(parts[1]), exponent.magnitude < 1_000 else { return nil }
        let mantissa = parts[0].split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let whole = mantissa[0].drop { $0 == "-" }
        var digits = whole + (mantissa.count == 1 ? "" : mantissa[1])
        var zeros = whole.count + exponent - digits.count
        while zeros < 0, digits.last == "0" {
            digits.removeLast()
            zeros += 1
        }
        if digits.allSatisfy({ $0 == "0" }) { return 0 }
        guard zeros >= 0, zeros < 19 else { return nil }
        return Int((text.first == "-" ? "-" : "") + digits + String(repeating: "0", count: zeros))
    }

    /// Whether a number can be written as a Swift literal without losing digits.
    package var isNumberLiteral: Bool {
        int != nil || numberText.map { Double($0)?.description == $0 } == true
    }

    /// Whether the value is a string, boolean or number that can be written as a Swift literal without losing digits.
    var isScalarLiteral: Bool {
        string != nil || bool != nil || isNumberLiteral
    }
}
