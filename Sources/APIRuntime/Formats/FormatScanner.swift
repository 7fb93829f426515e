/// Goes through the bytes of a string that must have a fixed form.
struct FormatScanner {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { index == bytes.count }

    /// The next byte; 0 at the end.
    var next: UInt8 { index < bytes.count ? bytes[index] : 0 }

    /// Steps over a byte if it comes next.
    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(truncatingIfNeeded: character.value), !isAtEnd else { return false }
        index += 1
        return true
    }

    /// Steps over an ASCII letter, in either case.
    mutating func skip(letter: Unicode.Scalar) -> Bool {
        guard next | 0x20 == UInt8(truncatingIfNeeded: letter.value) | 0x20, !isAtEnd else { return false }
        index += 1
        return true
    }

    mutating func take() -> UInt8? {
        guard !isAtEnd else { return nil }
        index += 1
        return bytes[index - 1]
    }

    mutating func digit() -> Int? {
        let value = next &- UInt8(ascii: "0")
        guard value < 10, !isAtEnd else { return nil }
        index += 1
        return Int(value)
    }

    /// A number of a fixed count of digits.
    mutating func number(digits count: Int) -> Int? {
        var value = 0
        for _ in 0..<count {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// A number of one digit or more; nil too when it is out of range.
    mutating func number() -> Int? {
        guard var value = digit() else { return nil }
        while let digit = digit() {
            let (product, overflow) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = product.addingReportingOverflow(digit)
            if overflow || carry { return nil }
            value = sum
        }
        return value
    }

    /// A fraction of a second behind its point, in nanoseconds; what is finer is cut off.
    mutating func fraction() -> (nanoseconds: Int, digits: Int)? {
        var nanoseconds = 0
        var count = 0
        while let digit = digit() {
            if count < 9 {
                nanoseconds = nanoseconds * 10 + digit
                count += 1
            }
        }
        guard count > 0 else { return nil }
        for _ in count..<9 { nanoseconds *= 10 }
        return (nanoseconds, count)
    }
}

/// A number with zeros in front.
func padded(_ value: Int, _ count: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
}

/// A fraction of a second with its point; empty for no digits.
func fractionText(_ nanoseconds: Int, digits: Int) -> String {
    digits == 0 ? "" : "." + padded(nanoseconds, 9).prefix(digits)
}

/// How many digits behind the point a number of nanoseconds needs.
func fractionDigits(_ nanoseconds: Int) -> Int {
    var count = nanoseconds == 0 ? 0 : 9
    var rest = nanoseconds
    while count > 0, rest % 10 == 0 {
        rest /= 10
        count -= 1
    }
    return count
}
