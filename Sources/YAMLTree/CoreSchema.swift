/// What a scalar's text is by YAML 1.2's core schema, section 10.3.2.
///
/// `0123` is the integer 123, as the schema says; authors who mean text by it can still be given the text.
enum CoreMeaning {
    case null
    case bool(Bool)
    case integer(IntegerDigits)
    case float(FloatParts)
    /// An infinity or no number, for which JSON has no value.
    case notFinite
    case string
}

func meaning(of text: UnsafeBufferPointer<UInt8>, resolution: Resolution) -> CoreMeaning {
    switch resolution {
    case .string: .string
    case .null: .null
    case .plain, .bool, .integer: plainMeaning(of: text)
    case .float: FloatParts(text).map(CoreMeaning.float) ?? plainMeaning(of: text)
    }
}

private func plainMeaning(of text: UnsafeBufferPointer<UInt8>) -> CoreMeaning {
    guard let start = text.baseAddress, text.count > 0 else { return .null }
    switch start[0] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        if let digits = IntegerDigits(text) { return .integer(digits) }
        if let parts = FloatParts(text) { return .float(parts) }
        return isNotFinite(text) ? .notFinite : .string
    case UInt8(ascii: "~"), UInt8(ascii: "n"), UInt8(ascii: "N"):
        return isOne(of: ["~", "null", "Null", "NULL"], text) ? .null : .string
    case UInt8(ascii: "t"), UInt8(ascii: "T"):
        return isOne(of: ["true", "True", "TRUE"], text) ? .bool(true) : .string
    case UInt8(ascii: "f"), UInt8(ascii: "F"):
        return isOne(of: ["false", "False", "FALSE"], text) ? .bool(false) : .string
    default:
        return .string
    }
}

private func isNotFinite(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= 5 else { return false }
    let unsigned: [StaticString] = [".inf", ".Inf", ".INF", ".nan", ".NaN", ".NAN"]
    let signed: [StaticString] = ["+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF"]
    return isOne(of: unsigned, text) || isOne(of: signed, text)
}

private func isOne(of words: [StaticString], _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    words.contains { word in
        word.utf8CodeUnitCount == text.count && (0..<text.count).allSatisfy { text[$0] == word.utf8Start[$0] }
    }
}

/// An integer as it was written.
struct IntegerDigits {
    private let isNegative: Bool
    private let radix: Int
    private let digits: String

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        guard text.count <= 1_000 || text.allSatisfy(isDigit) else { return nil }
        var rest = text[...]
        let sign = rest.first
        if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
        if rest.starts(with: [0x30, 0x6F]) || rest.starts(with: [0x30, 0x78]), rest.startIndex == text.startIndex {
            radix = rest[1] == UInt8(ascii: "o") ? 8 : 16
            rest = rest.dropFirst(2)
        } else {
            radix = 10
        }
        let isHexadecimal = radix == 16
        let last = radix == 8 ? UInt8(ascii: "7") : UInt8(ascii: "9")
        guard !rest.isEmpty else { return nil }
        for byte in rest where !(UInt8(ascii: "0")...last).contains(byte) {
            guard isHexadecimal, isHexadecimalLetter(byte) else { return nil }
        }
        let significant = rest.drop { $0 == UInt8(ascii: "0") }
        digits = significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
        isNegative = sign == UInt8(ascii: "-")
        // A longer one is a hash or an identifier, not a number.
        if radix != 10, UInt64(digits, radix: radix) == nil { return nil }
    }

    var int: Int? { Int(isNegative ? "-" + digits : digits, radix: radix) }

    /// The integer in decimal.
    var jsonText: String {
        if radix != 10, let value = UInt64(digits, radix: radix) { return String(value) }
        return isNegative ? "-" + digits : digits
    }
}

/// A finite float as it was written: `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`.
struct FloatParts {
    let jsonText: String

    init?(_ text: UnsafeBufferPointer<UInt8>) {
        var rest = text[...]
        var json: [UInt8] = []
        if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
            if sign == UInt8(ascii: "-") { json.append(sign) }
            rest = rest.dropFirst()
        }
        let whole = rest.prefix(while: isDigit)
        rest = rest.dropFirst(whole.count)
        let significant = whole.drop { $0 == UInt8(ascii: "0") }
        json += significant.isEmpty ? [UInt8(ascii: "0")] : Array(significant)
        if rest.first == UInt8(ascii: ".") {
            let fraction = rest.dropFirst().prefix(while: isDigit)
            guard !whole.isEmpty || !fraction.isEmpty else { return nil }
            rest = rest.dropFirst(1 + fraction.count)
            json.append(UInt8(ascii: "."))
            json += fraction.isEmpty ? [UInt8(ascii: "0")] : Array(fraction)
        } else if whole.isEmpty {
            return nil
        }
        if let letter = rest.first, letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") {
            json.append(letter)
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
                json.append(sign)
                rest = rest.dropFirst()
            }
            guard let first = rest.first, isDigit(first) else { return nil }
            json += rest.prefix(while: isDigit)
            rest = rest.drop(while: isDigit)
        }
        guard rest.isEmpty else { return nil }
        jsonText = String(decoding: json, as: UTF8.self)
    }
}

/// The value of a JSON number's text when it is integral and fits, such as 1 for `1.0` and 1000 for `1e3`.
func integralValue(ofNumber text: String) -> Int? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard let exponent = parts.count == 1 ? 0 : Int(parts[1]), abs(exponent) < 1_000 else { return nil }
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
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

private func isDigit(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10
}

private func isHexadecimalLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- 0x61 < 6
}
