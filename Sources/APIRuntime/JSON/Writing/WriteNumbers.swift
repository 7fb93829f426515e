extension JSONWriter {
    mutating func integer<Value: FixedWidthInteger>(_ value: Value) {
        integer(UInt64(truncatingIfNeeded: value.magnitude), isNegative: value < 0)
    }

    /// Writes the shortest text that reads as the same value.
    mutating func double(_ value: Double) {
        let magnitude = value.magnitude
        guard magnitude < 1e15, magnitude >= 1e-3 || value == 0 else { return rareDouble(value) }
        var power = 1.0
        var places = 0
        while places <= 6 {
            let scaled = (magnitude * power).rounded()
            // Both operands are exact and the quotient is rounded once, so the decimal reads as the value; fewest places come first.
            if scaled < 1e15, scaled / power == magnitude {
                if places > 0 { return decimal(UInt64(scaled), places: places, isNegative: value < 0) }
                if value.sign == .plus || value != 0 { return integer(UInt64(scaled), isNegative: value < 0) }
                return token("-0.0")
            }
            power *= 10
            places += 1
        }
        token(value.description)
    }

    private mutating func rareDouble(_ value: Double) {
        if !value.isFinite { fail(.notFinite) }
        token(value.isFinite ? value.description : "null")
    }

    /// Writes the shortest text that reads as the same value.
    mutating func float(_ value: Float) {
        if !value.isFinite { fail(.notFinite) }
        if value.magnitude < 16_777_216, value == value.rounded(), value.sign == .plus || value != 0 {
            return integer(UInt64(value.magnitude), isNegative: value < 0)
        }
        token(value.isFinite ? value.description : "null")
    }
}
