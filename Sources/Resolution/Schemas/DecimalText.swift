/// The exact value of a JSON number's text, for comparison. Numbers in documents can be larger than any machine type.
struct DecimalText {
    private let isNegative: Bool
    /// Significant digits, without zeros at either end; empty for zero.
    private let digits: [UInt8]
    /// The position of the decimal point relative to the first digit. Exponents beyond an integer's range are clamped.
    private let scale: Int

    init(_ text: String) {
        var mantissa = text[...]
        var exponent = 0
        if let place = text.firstIndex(where: { $0 == "e" || $0 == "E" }) {
            mantissa = text[..<place]
            let suffix = text[text.index(after: place)...]
            exponent = Int(suffix.first == "+" ? suffix.dropFirst() : suffix) ?? (suffix.first == "-" ? -farExponent : farExponent)
            exponent = min(max(exponent, -farExponent), farExponent)
        }
        isNegative = mantissa.first == "-"
        let parts = mantissa.drop { $0 == "-" || $0 == "+" }.split(separator: ".", omittingEmptySubsequences: false)
        let whole = (parts.first ?? "").utf8.map { $0 }
        var digits = whole + (parts.count > 1 ? parts[1].utf8.map { $0 } : [])
        let leadingZeros = digits.prefix { $0 == UInt8(ascii: "0") }.count
        digits.removeFirst(leadingZeros)
        while digits.last == UInt8(ascii: "0") { digits.removeLast() }
        self.digits = digits
        scale = whole.count - leadingZeros + exponent
    }
}

/// Further than any number that a document means, and small enough to add to.
private let farExponent = 1_000_000_000

extension DecimalText: Comparable {
    static func == (one: DecimalText, other: DecimalText) -> Bool {
        one.digits == other.digits && (one.digits.isEmpty || one.isNegative == other.isNegative && one.scale == other.scale)
    }

    static func < (one: DecimalText, other: DecimalText) -> Bool {
        if one == other { return false }
        if one.sign != other.sign { return one.sign < other.sign }
        let isCloserToZero =
            one.scale != other.scale ? one.scale < other.scale : one.digits.lexicographicallyPrecedes(other.digits)
        return one.isNegative ? !isCloserToZero : isCloserToZero
    }

    private var sign: Int { digits.isEmpty ? 0 : isNegative ? -1 : 1 }
}
