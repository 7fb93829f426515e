/// The value of a scalar's text in the core schema; YAML 1.2, section 10.3.2.
///
/// `0123` is the integer 123 in this schema; its text remains available to callers that need a string.
enum CoreMeaning {
    case null
    case bool(Bool)
    case integer(Int)
    /// A float, or an integer beyond `Int`, as JSON text.
    case number(String)
    /// An infinity or NaN, which JSON does not have.
    case notFinite
    case string
}

func meaning(of text: UnsafeBufferPointer<UInt8>, resolution: Resolution) -> CoreMeaning {
    switch resolution {
    case .string: .string
    case .null: .null
    case .plain, .bool, .integer: plainMeaning(of: text)
    case .float: floatMeaning(of: text) ?? plainMeaning(of: text)
    }
}

private func plainMeaning(of text: UnsafeBufferPointer<UInt8>) -> CoreMeaning {
    guard let start = text.baseAddress, text.count > 0 else { return .null }
    switch start[0] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
        return integerMeaning(of: text) ?? floatMeaning(of: text) ?? (isNotFinite(text) ? .notFinite : .string)
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

/// `[-+]? [0-9]+`, `0o [0-7]+` or `0x [0-9a-fA-F]+`.
private func integerMeaning(of text: UnsafeBufferPointer<UInt8>) -> CoreMeaning? {
    guard let start = text.baseAddress else { return nil }
    if text.count > 2, start[0] == UInt8(ascii: "0"), start[1] == UInt8(ascii: "o") || start[1] == UInt8(ascii: "x") {
        return prefixedInteger(start + 2, count: text.count - 2, radix: start[1] == UInt8(ascii: "o") ? 8 : 16)
    }
    let isNegative = start[0] == UInt8(ascii: "-")
    var first = isNegative || start[0] == UInt8(ascii: "+") ? 1 : 0
    guard first < text.count else { return nil }
    var value = 0
    var hasOverflown = false
    for index in first..<text.count {
        guard isDigit(start[index]) else { return nil }
        let (tenfold, overflows) = value.multipliedReportingOverflow(by: 10)
        let (sum, overflowsToo) = tenfold.subtractingReportingOverflow(Int(start[index] & 0xF))
        hasOverflown = hasOverflown || overflows || overflowsToo
        value = sum
    }
    // Counted down, because `Int.min` has no positive counterpart.
    if !hasOverflown, isNegative || value != .min { return .integer(isNegative ? value : -value) }
    while first < text.count - 1, start[first] == UInt8(ascii: "0") { first += 1 }
    return .number((isNegative ? "-" : "") + makeString(start + first, count: text.count - first))
}

private func prefixedInteger(_ start: UnsafePointer<UInt8>, count: Int, radix: Int) -> CoreMeaning? {
    guard start[0] != UInt8(ascii: "+"), start[0] != UInt8(ascii: "-") else { return nil }
    // A longer one is a hash or an identifier rather than a number.
    guard let value = UInt64(makeString(start, count: count), radix: radix) else { return nil }
    return Int(exactly: value).map(CoreMeaning.integer) ?? .number(String(value))
}

/// `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`
private func floatMeaning(of text: UnsafeBufferPointer<UInt8>) -> CoreMeaning? {
    var rest = text[...]
    var json: [UInt8] = []
    if let sign = takeSign(from: &rest), sign == UInt8(ascii: "-") { json.append(sign) }
    let whole = takeDigits(from: &rest)
    let significant = whole.drop { $0 == UInt8(ascii: "0") }
    json += significant.isEmpty ? [UInt8(ascii: "0")] : Array(significant)
    if rest.first == UInt8(ascii: ".") {
        rest = rest.dropFirst()
        let fraction = takeDigits(from: &rest)
        guard !whole.isEmpty || !fraction.isEmpty else { return nil }
        json.append(UInt8(ascii: "."))
        json += fraction.isEmpty ? [UInt8(ascii: "0")] : Array(fraction)
    } else if whole.isEmpty {
        return nil
    }
    if let letter = rest.first, letter | 0x20 == UInt8(ascii: "e") {
        json.append(letter)
        rest = rest.dropFirst()
        if let sign = takeSign(from: &rest) { json.append(sign) }
        let exponent = takeDigits(from: &rest)
        guard !exponent.isEmpty else { return nil }
        json += exponent
    }
    return rest.isEmpty ? .number(String(decoding: json, as: UTF8.self)) : nil
}

private func takeSign(from rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> UInt8? {
    guard let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
    rest = rest.dropFirst()
    return sign
}

private func takeDigits(from rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Slice<UnsafeBufferPointer<UInt8>> {
    let digits = rest.prefix(while: isDigit)
    rest = rest.dropFirst(digits.count)
    return digits
}

/// Returns the value of a JSON number if it is an integer in range, such as 1 for `1.0` and 1000 for `1e3`.
func integralValue(ofNumber text: String) -> Int? {
    let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "e" || $0 == "E" }
    guard let exponent = parts.count == 1 ? 0 : Int(parts[1]), exponent.magnitude < 1_000 else { return nil }
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
