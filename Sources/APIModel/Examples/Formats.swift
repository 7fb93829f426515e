/// Returns whether a text has a format (JSON Schema, Validation, section 7.3); formats that are not known allow every text.
func formatAllows(_ name: String, _ text: String) -> Bool {
    // The formats that most examples of large documents have, for which a pattern takes many times as long.
    if name == "uri" || name == "uri-reference" { return isURI(text.utf8, mayLackScheme: name == "uri-reference") }
    guard let pattern = formatPatterns[name] else { return true }
    guard pattern?.matches(text) != false else { return false }
    switch name {
    case "date", "date-time": return isDayOfCalendar(text.prefix(10))
    case "ipv6": return isIPv6(text)
    case "byte", "base64url": return hasLengthOfBase64(text)
    default: return true
    }
}

/// Returns whether a number has a format of OpenAPI's registry; whole numbers of unlimited size have none.
func formatAllows(_ name: String, _ number: ExactDecimal) -> Bool {
    guard let range = integerRanges[name], number.isWhole else { return true }
    return ExactDecimal(range.least) <= number && number <= ExactDecimal(range.most)
}

/// Values that samples show for formats.
let formatSamples = [
    "date": "2026-01-31", "date-time": "2026-01-31T12:00:00Z", "time": "12:00:00Z", "duration": "P1D",
    "email": "user@example.com", "hostname": "example.com", "ipv4": "192.0.2.1", "ipv6": "2001:db8::1",
    "uri": "https://example.com", "url": "https://example.com", "uri-reference": "/path",
    "uuid": "123e4567-e89b-12d3-a456-426614174000", "byte": "YXBpZ2Vu", "base64": "YXBpZ2Vu",
    "base64url": "YXBpZ2Vu", "decimal": "1.5", "json-pointer": "/name", "relative-json-pointer": "0", "regex": "^[a-z]+$",
    "uri-template": "/{name}", "iri": "https://example.com", "idn-hostname": "example.com", "idn-email": "user@example.com",
]

private let date = #"\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])"#
private let clock = #"(?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?"#
private let offset = #"(?:[Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)"#
private let label = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
/// Both alphabets, as the runtime reads them.
private let base64 = "^[A-Za-z0-9+/_-]*={0,2}$"
// A unit is followed by the next smaller one only (RFC 3339, appendix A).
private let days = #"(?:\d+Y(?:\d+M(?:\d+D)?)?|\d+M(?:\d+D)?|\d+D)"#
private let hours = #"(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S)"#
private let octet = #"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"#

private let formatPatterns: [String: Pattern?] = [
    "date": "^\(date)$", "time": "^\(clock)\(offset)?$", "date-time": "^\(date)[Tt]\(clock)\(offset)$",
    "duration": "^P(?:\\d+W|\(days)(?:T\(hours))?|T\(hours))$",
    "uuid": "^[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$",
    "decimal": #"^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$"#, "json-pointer": "^(?:/(?:[^~/]|~[01])*)*$",
    "relative-json-pointer": "^(?:0|[1-9][0-9]*)(?:#|(?:/(?:[^~/]|~[01])*)*)$",
    "byte": base64, "base64url": base64,
    "email": #"^(?:"[^"]*"|[!#-'*+\-/-9=?A-Z^-~]+(?:\.[!#-'*+\-/-9=?A-Z^-~]+)*)@(?:\#(label)(?:\.\#(label))*|\[[0-9A-Za-z:.]+\])$"#,
    "hostname": #"^\#(label)(?:\.\#(label))*$"#,
    "ipv4": #"^\#(octet)(?:\.\#(octet)){3}$"#,
    "ipv6": #"^(?!.*:::)(?!.*::.*::)(?:[0-9A-Fa-f]{1,4}|:)(?::[0-9A-Fa-f]{0,4}){0,8}(?:(?:^|:)\#(octet)(?:\.\#(octet)){3})?$"#,
].mapValues { Pattern($0) }

private let integerRanges: [String: (least: String, most: String)] = [
    "int8": ("-128", "127"), "int16": ("-32768", "32767"), "int32": ("-2147483648", "2147483647"),
    "int64": ("-9223372036854775808", "9223372036854775807"), "uint8": ("0", "255"), "uint16": ("0", "65535"),
    "uint32": ("0", "4294967295"), "uint64": ("0", "18446744073709551615"),
]

/// Returns whether a text has the characters of a URI, and two digits behind each percent sign (RFC 3986, sections 2 and 3.1).
private func isURI(_ text: String.UTF8View, mayLackScheme: Bool) -> Bool {
    var digitsToCome = 0
    for byte in text {
        let isAllowed = isASCIILetter(byte) || isASCIIDigit(byte) || "!#$%&'()*+,-./:;=?@_~[]".utf8.contains(byte)
        let isHexDigit = isASCIIDigit(byte) || 0x61...0x66 ~= byte | 0x20
        guard isAllowed, digitsToCome == 0 || isHexDigit else { return false }
        digitsToCome = byte == UInt8(ascii: "%") ? 2 : max(0, digitsToCome - 1)
    }
    return digitsToCome == 0 && (mayLackScheme || hasScheme(text))
}

private func hasScheme(_ text: String.UTF8View) -> Bool {
    guard let first = text.first, isASCIILetter(first), let end = text.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return text[..<end].allSatisfy { isASCIILetter($0) || isASCIIDigit($0) || "+.-".utf8.contains($0) }
}

private func isASCIILetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 }

private func isASCIIDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

/// Whether the groups of an IPv6 address are as many as they have to be (RFC 4291, section 2.2).
private func isIPv6(_ text: String) -> Bool {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    let groups = halves.map { $0.split(separator: ":", omittingEmptySubsequences: false) }
    let isWhole = zip(halves, groups).allSatisfy { half, groups in half.isEmpty || groups.allSatisfy { !$0.isEmpty } }
    let count = zip(halves, groups).reduce(0) { $0 + ($1.0.isEmpty ? 0 : $1.1.count) } + (text.contains(".") ? 1 : 0)
    return isWhole && (halves.count == 2 ? count < 8 : count == 8)
}

/// Whether bytes have so many digits in base64, whose padding may be left out (RFC 4648, sections 3.2 and 4).
private func hasLengthOfBase64(_ text: String) -> Bool {
    let digits = text.utf8.count { $0 != UInt8(ascii: "=") }
    return digits % 4 != 1 && (digits == text.utf8.count || text.utf8.count.isMultiple(of: 4))
}

/// Whether a date that has the right digits exists.
private func isDayOfCalendar(_ text: Substring) -> Bool {
    let numbers = text.split(separator: "-").compactMap { Int($0) }
    guard numbers.count == 3 else { return false }
    let isLeapYear = numbers[0].isMultiple(of: 4) && (!numbers[0].isMultiple(of: 100) || numbers[0].isMultiple(of: 400))
    let days = [31, isLeapYear ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return days.indices.contains(numbers[1] - 1) && numbers[2] <= days[numbers[1] - 1]
}
