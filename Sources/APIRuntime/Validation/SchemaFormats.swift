/// A format whose rule is known (JSON Schema 2020-12, Validation, section 7.3, and the registry of OpenAPI's formats).
struct SchemaFormat: Sendable {
    private let allowsText: @Sendable (String) -> Bool
    private let allowsNumber: @Sendable (DecimalNumber) -> Bool

    private init(_ allowsText: @escaping @Sendable (String) -> Bool) {
        self.allowsText = allowsText
        allowsNumber = { _ in true }
    }

    private init(number allowsNumber: @escaping @Sendable (DecimalNumber) -> Bool) {
        allowsText = { _ in true }
        self.allowsNumber = allowsNumber
    }

    func allows(_ text: String) -> Bool { allowsText(text) }

    func allows(_ number: DecimalNumber) -> Bool { allowsNumber(number) }

    static let named: [String: SchemaFormat] = [
        "date-time": SchemaFormat { Timestamp($0) != nil },
        "date": SchemaFormat { FullDate($0) != nil },
        "time": SchemaFormat { FullTime($0).map { $0.offset != nil } ?? false },
        "duration": SchemaFormat { isDuration($0) },
        "uuid": SchemaFormat { UniqueID($0) != nil },
        "byte": SchemaFormat { Base64Data(encoded: $0) != nil },
        "base64url": SchemaFormat { Base64URLData(encoded: $0) != nil },
        "decimal": SchemaFormat { DecimalNumber($0) != nil },
        "email": SchemaFormat { isEmail($0) },
        "hostname": SchemaFormat { isHostname($0) },
        "ipv4": SchemaFormat { isIPv4($0) },
        "ipv6": SchemaFormat { isIPv6($0) },
        "uri": SchemaFormat { isURI($0) && URIReference($0).scheme != nil },
        "uri-reference": SchemaFormat { isURI($0) },
        "json-pointer": SchemaFormat { isPointer($0) },
        "relative-json-pointer": SchemaFormat { isRelativePointer($0) },
        "regex": SchemaFormat { isPattern($0) },
        "int8": SchemaFormat(number: { !$0.isInteger || $0.exactly(Int8.self) != nil }),
        "int16": SchemaFormat(number: { !$0.isInteger || $0.exactly(Int16.self) != nil }),
        "int32": SchemaFormat(number: { !$0.isInteger || $0.exactly(Int32.self) != nil }),
        "int64": SchemaFormat(number: { !$0.isInteger || $0.exactly(Int64.self) != nil }),
        "uint8": SchemaFormat(number: { !$0.isInteger || $0.exactly(UInt8.self) != nil }),
        "uint16": SchemaFormat(number: { !$0.isInteger || $0.exactly(UInt16.self) != nil }),
        "uint32": SchemaFormat(number: { !$0.isInteger || $0.exactly(UInt32.self) != nil }),
        "uint64": SchemaFormat(number: { !$0.isInteger || $0.exactly(UInt64.self) != nil }),
        "double": SchemaFormat(number: { $0.doubleValue.isFinite }),
        "float": SchemaFormat(number: { Float($0.doubleValue).isFinite }),
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

private func isEmail(_ text: String) -> Bool {
    guard let at = text.utf8.lastIndex(of: UInt8(ascii: "@")) else { return false }
    let local = Array(text.utf8[..<at])
    guard let first = local.first, let last = local.last, local.count <= 64, isMailDomain(text[text.utf8.index(after: at)...])
    else {
        return false
    }
    let (dot, quote) = (UInt8(ascii: "."), UInt8(ascii: "\""))
    if first == quote, last == quote, local.count > 1 { return true }
    guard first != dot, last != dot, !zip(local, local.dropFirst()).contains(where: { $0 == dot && $1 == dot }) else {
        return false
    }
    return local.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"\"(),:;<>@[\\]".utf8.contains($0) }
}

private func isMailDomain(_ text: Substring) -> Bool {
    guard text.hasPrefix("["), text.hasSuffix("]") else { return isHostname(String(text)) }
    let address = String(text.dropFirst().dropLast())
    return isIPv4(address) || address.hasPrefix("IPv6:") && isIPv6(String(address.dropFirst(5)))
}

/// RFC 1123, section 2.1.
private func isHostname(_ text: String) -> Bool {
    guard !text.isEmpty, text.utf8.count <= 253 else { return false }
    return text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { label in
        let bytes = Array(label)
        guard let first = bytes.first, let last = bytes.last, bytes.count <= 63, first != 0x2D, last != 0x2D else { return false }
        // Labels with hyphens in the third and fourth place are reserved for encoded names.
        if bytes.count > 3, bytes[2] == 0x2D, bytes[3] == 0x2D, bytes[0] | 0x20 != 0x78 || bytes[1] | 0x20 != 0x6E { return false }
        return bytes.allSatisfy { $0 == 0x2D || 0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 }
    }
}

private func isIPv4(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
        && parts.allSatisfy { part in
            1...3 ~= part.utf8.count && part.utf8.allSatisfy { 0x30...0x39 ~= $0 } && (part.utf8.count == 1 || !part.hasPrefix("0"))
                && (Int(part) ?? 256) < 256
        }
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
                guard isIPv4(String(group)) else { return false }
                count += 2
            } else {
                guard 1...4 ~= group.utf8.count, group.utf8.allSatisfy({ hexadecimalDigit($0) != nil }) else { return false }
                count += 1
            }
        }
    }
    return halves.count == 2 ? count <= 7 : count == 8
}

/// RFC 3986: its characters, and percent signs before two digits.
private func isURI(_ text: String) -> Bool {
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
