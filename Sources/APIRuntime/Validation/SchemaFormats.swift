/// A format whose rule is known (JSON Schema 2020-12, Validation, section 7.3, and the registry of OpenAPI's formats).
final class SchemaFormat: Sendable {
    private enum Rule: Sendable {
        case text(@Sendable (String) -> Bool)
        /// Text in UTF-8, of which no string is made.
        case bytes(@Sendable (UnsafeBufferPointer<UInt8>) -> Bool)
        /// The integers that a type holds; other numbers are left to `type`.
        case integers(ClosedRange<Int64>, @Sendable (DecimalNumber) -> Bool)
        /// Numbers whose nearest value is finite. Those of less than a power of ten are.
        case finite(powerOfTen: Int, @Sendable (DecimalNumber) -> Bool)
    }

    private let rule: Rule

    private init(_ rule: Rule) {
        self.rule = rule
    }

    private convenience init(_ allowsText: @escaping @Sendable (String) -> Bool) {
        self.init(.text(allowsText))
    }

    private convenience init(bytes: @escaping @Sendable (UnsafeBufferPointer<UInt8>) -> Bool) {
        self.init(.bytes(bytes))
    }

    private convenience init<Value>(scanning scan: @escaping @Sendable (inout FormatScanner) -> Value?) {
        self.init(
            .bytes { bytes in
                var scanner = FormatScanner(bytes)
                return scan(&scanner) != nil && scanner.isAtEnd
            })
    }

    private convenience init<Integer: FixedWidthInteger>(_ type: Integer.Type) {
        self.init(.integers(Int64(clamping: type.min)...Int64(clamping: type.max)) { $0.exactly(Integer.self) != nil })
    }

    /// Whether it is about numbers; it then allows any text.
    var isForNumbers: Bool {
        switch rule {
        case .text, .bytes: false
        case .integers, .finite: true
        }
    }

    func allows(_ text: String) -> Bool {
        switch rule {
        case .text(let allows): return allows(text)
        case .bytes(let allows):
            var text = text
            return text.withUTF8 { allows($0) }
        case .integers, .finite: return true
        }
    }

    func allows(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch rule {
        case .text(let allows): allows(String(decoding: text, as: UTF8.self))
        case .bytes(let allows): allows(text)
        case .integers, .finite: true
        }
    }

    func allows(_ number: DecimalNumber) -> Bool {
        switch rule {
        case .text, .bytes: true
        case .integers(_, let allows): !number.isInteger || allows(number)
        case .finite(_, let allows): allows(number)
        }
    }

    /// The same for the digits of a number; `nil` if they do not tell.
    func allows(_ number: ByteNumber) -> Bool? {
        switch rule {
        case .text, .bytes: return true
        case .integers(let range, _):
            guard let integer = number.integer else { return number.isInteger ? nil : true }
            return range.contains(integer)
        case .finite(let power, _):
            // The digits are less than 10 to the power of 20.
            return number.exponent < power - 20 ? true : nil
        }
    }

    static let named: [String: SchemaFormat] = [
        "date-time": SchemaFormat(scanning: { Timestamp(&$0) }),
        "date": SchemaFormat(scanning: { FullDate(&$0) }),
        "time": SchemaFormat(scanning: { FullTime(&$0)?.offset }),
        "duration": SchemaFormat { isDuration($0) },
        "uuid": SchemaFormat(scanning: { UniqueID(&$0) }),
        "byte": SchemaFormat(bytes: { isBase64($0) }),
        "base64url": SchemaFormat(bytes: { isBase64($0) }),
        "decimal": SchemaFormat { DecimalNumber($0) != nil },
        "email": SchemaFormat(bytes: { isEmail($0[...]) }),
        "hostname": SchemaFormat(bytes: { isHostname($0[...]) }),
        "ipv4": SchemaFormat(bytes: { isIPv4($0[...]) }),
        "ipv6": SchemaFormat { isIPv6($0) },
        "uri": SchemaFormat(bytes: { isPlainURL($0) || isURI(String(decoding: $0, as: UTF8.self), isAbsolute: true) }),
        "uri-reference": SchemaFormat(bytes: { isPlainURL($0) || isURI(String(decoding: $0, as: UTF8.self), isAbsolute: false) }),
        "json-pointer": SchemaFormat { isPointer($0) },
        "relative-json-pointer": SchemaFormat { isRelativePointer($0) },
        "regex": SchemaFormat { isPattern($0) },
        "int8": SchemaFormat(Int8.self),
        "int16": SchemaFormat(Int16.self),
        "int32": SchemaFormat(Int32.self),
        "int64": SchemaFormat(Int64.self),
        "uint8": SchemaFormat(UInt8.self),
        "uint16": SchemaFormat(UInt16.self),
        "uint32": SchemaFormat(UInt32.self),
        "uint64": SchemaFormat(UInt64.self),
        "double": SchemaFormat(.finite(powerOfTen: 308) { $0.doubleValue.isFinite }),
        "float": SchemaFormat(.finite(powerOfTen: 38) { Float($0.doubleValue).isFinite }),
    ]
}

/// RFC 3339, appendix A: weeks stand alone, no unit is left out between two others, and nothing has a fraction.
private func isDuration(_ text: String) -> Bool {
    guard text.utf8.first == UInt8(ascii: "P") else { return false }
    let halves = text.dropFirst().split(separator: "T", omittingEmptySubsequences: false)
    guard halves.count <= 2, halves.count == 1 || !halves[1].isEmpty, halves != [""] else { return false }
    if halves == [halves[0]], let weeks = units(of: halves[0]), weeks == "W" { return true }
    guard let dates = units(of: halves[0]), "YMD".contains(dates) else { return false }
    guard halves.count == 2 else { return true }
    return units(of: halves[1]).map { "HMS".contains($0) } ?? false
}

/// The letters that stand behind numbers; nil when something else stands there.
private func units(of text: Substring) -> String? {
    var units = ""
    var hasDigits = false
    for character in text {
        if character.isASCII, character.isNumber {
            hasDigits = true
        } else {
            guard hasDigits else { return nil }
            units.append(character)
            hasDigits = false
        }
    }
    return hasDigits ? nil : units
}

private typealias ByteSlice = Slice<UnsafeBufferPointer<UInt8>>

private func isEmail(_ text: ByteSlice) -> Bool {
    guard let at = text.lastIndex(of: UInt8(ascii: "@")) else { return false }
    let local = text[..<at]
    guard let first = local.first, let last = local.last, local.count <= 64, isMailDomain(text[(at + 1)...]) else { return false }
    let (dot, quote) = (UInt8(ascii: "."), UInt8(ascii: "\""))
    if first == quote, last == quote, local.count > 1 { return true }
    guard first != dot, last != dot, !zip(local, local.dropFirst()).contains(where: { $0 == dot && $1 == dot }) else {
        return false
    }
    return local.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "<"),
            UInt8(ascii: ">"), UInt8(ascii: "@"), UInt8(ascii: "["), UInt8(ascii: "\\"), UInt8(ascii: "]"), quote:
            false
        default: byte > 0x20 && byte < 0x7F
        }
    }
}

private func isMailDomain(_ text: ByteSlice) -> Bool {
    guard text.count > 1, text.first == UInt8(ascii: "["), text.last == UInt8(ascii: "]") else { return isHostname(text) }
    let address = text.dropFirst().dropLast()
    if isIPv4(address) { return true }
    return address.starts(with: "IPv6:".utf8) && isIPv6(String(decoding: address.dropFirst(5), as: UTF8.self))
}

/// RFC 1123, section 2.1.
private func isHostname(_ text: ByteSlice) -> Bool {
    guard !text.isEmpty, text.count <= 253 else { return false }
    return everyPart(of: text, separatedBy: UInt8(ascii: ".")) { label in
        guard let first = label.first, let last = label.last, label.count <= 63, first != 0x2D, last != 0x2D else { return false }
        // Labels with hyphens in the third and fourth place are reserved for encoded names.
        let start = label.startIndex
        if label.count > 3, label[start + 2] == 0x2D, label[start + 3] == 0x2D,
            first | 0x20 != 0x78 || label[start + 1] | 0x20 != 0x6E
        {
            return false
        }
        return label.allSatisfy { $0 == 0x2D || 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 }
    }
}

private func isIPv4(_ text: ByteSlice) -> Bool {
    var count = 0
    let arePartsNumbers = everyPart(of: text, separatedBy: UInt8(ascii: ".")) { part in
        count += 1
        guard 1...3 ~= part.count, part.allSatisfy({ 0x30...0x39 ~= $0 }), part.count == 1 || part.first != 0x30 else {
            return false
        }
        return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } < 256
    }
    return arePartsNumbers && count == 4
}

/// Whether all parts of a text fulfill a condition, without making a list of them.
private func everyPart(of text: ByteSlice, separatedBy separator: UInt8, _ condition: (ByteSlice) -> Bool) -> Bool {
    var rest = text
    while let end = rest.firstIndex(of: separator) {
        guard condition(rest[..<end]) else { return false }
        rest = rest[(end + 1)...]
    }
    return condition(rest)
}

/// RFC 4291, section 2.2.
private func isIPv6(_ text: String) -> Bool {
    let halves = text.split(separator: "::", omittingEmptySubsequences: false)
    guard halves.count <= 2, !text.contains(":::") else { return false }
    var count = 0
    for (place, half) in halves.enumerated() where !half.isEmpty {
        let groups = half.split(separator: ":", omittingEmptySubsequences: false)
        for (index, group) in groups.enumerated() {
            let isLast = index == groups.count - 1 && place == halves.count - 1
            if isLast, group.contains(".") {
                var address = String(group)
                guard address.withUTF8({ isIPv4($0[...]) }) else { return false }
                count += 2
            } else {
                guard 1...4 ~= group.utf8.count, group.utf8.allSatisfy({ hexadecimalDigit($0) != nil }) else { return false }
                count += 1
            }
        }
    }
    return halves.count == 2 ? count <= 7 : count == 8
}

/// Whether a text is a URL as most are: a scheme, `//`, a host of letters, digits, dots and hyphens, and behind it characters that stand
/// for themselves in paths and queries. Other URLs need a closer look.
private func isPlainURL(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = FormatScanner(text)
    guard scanner.skip(letter: "h"), scanner.skip(letter: "t"), scanner.skip(letter: "t"), scanner.skip(letter: "p") else {
        return false
    }
    _ = scanner.skip(letter: "s")
    guard scanner.skip(":"), scanner.skip("/"), scanner.skip("/"), isHostByte(scanner.next) else { return false }
    while isHostByte(scanner.next) { _ = scanner.take() }
    guard !scanner.isAtEnd else { return true }
    guard scanner.skip("/") else { return false }
    while let byte = scanner.take() {
        guard isHostByte(byte) || byte == 0x2F || byte == 0x3F || byte == 0x3D || byte == 0x26 || byte == 0x5F else { return false }
    }
    return true
}

private func isHostByte(_ byte: UInt8) -> Bool {
    0x61...0x7A ~= byte | 0x20 || 0x2D...0x2E ~= byte || 0x30...0x39 ~= byte
}

/// RFC 3986: its characters, and percent signs before two digits.
private func isURI(_ text: String, isAbsolute: Bool) -> Bool {
    let bytes = Array(text.utf8)
    for (index, byte) in bytes.enumerated() {
        guard byte > 0x20, byte < 0x7F, !"\"<>\\^`{|}".utf8.contains(byte) else { return false }
        if byte == UInt8(ascii: "%") {
            guard index + 2 < bytes.count, hexadecimalDigit(bytes[index + 1]) != nil, hexadecimalDigit(bytes[index + 2]) != nil
            else {
                return false
            }
        }
    }
    let reference = URIReference(text)
    guard !isAbsolute || reference.scheme != nil else { return false }
    let pathAllowsBrackets = [reference.path, reference.query ?? "", reference.fragment ?? ""].allSatisfy {
        !$0.contains("[") && !$0.contains("]")
    }
    guard pathAllowsBrackets, !(reference.fragment ?? "").contains("#") else { return false }
    if let scheme = reference.scheme {
        guard let first = scheme.utf8.first, 0x61...0x7A ~= first | 0x20 else { return false }
        guard scheme.utf8.allSatisfy({ 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 || "+-.".utf8.contains($0) }) else {
            return false
        }
    } else if reference.authority == nil, reference.path.split(separator: "/", omittingEmptySubsequences: false)[0].contains(":") {
        return false
    }
    return reference.authority.map(isAuthority) ?? true
}

private func isAuthority(_ text: String) -> Bool {
    let host = text.split(separator: "@", omittingEmptySubsequences: false)
    guard host.count <= 2, let last = host.last else { return false }
    if host.count == 2, host[0].contains("[") { return false }
    if last.hasPrefix("[") {
        guard let end = last.firstIndex(of: "]"), isIPv6(String(last[last.index(after: last.startIndex)..<end])) else {
            return false
        }
        let port = last[last.index(after: end)...]
        return port.isEmpty || port.hasPrefix(":") && port.dropFirst().utf8.allSatisfy { 0x30...0x39 ~= $0 }
    }
    let parts = last.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count <= 2 && !last.contains("[") && (parts.count < 2 || parts[1].utf8.allSatisfy { 0x30...0x39 ~= $0 })
}

private func isPointer(_ text: String) -> Bool {
    guard text.isEmpty || text.hasPrefix("/") else { return false }
    let scalars = Array(text.unicodeScalars)
    return scalars.indices.allSatisfy { index in
        scalars[index] != "~" || index + 1 < scalars.count && (scalars[index + 1] == "0" || scalars[index + 1] == "1")
    }
}

private func isRelativePointer(_ text: String) -> Bool {
    let digits = text.utf8.prefix { 0x30...0x39 ~= $0 }
    guard !digits.isEmpty, digits.count == 1 || digits.first != 0x30 else { return false }
    let rest = String(text.utf8.dropFirst(digits.count)) ?? "~"
    return rest == "#" || isPointer(rest)
}

private func isPattern(_ text: String) -> Bool {
    do throws(PatternError) {
        try PatternParser.check(text)
        return true
    } catch {
        return error.description == "back references are not supported"
    }
}
