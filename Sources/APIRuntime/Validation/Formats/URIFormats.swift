/// Whether a text is a URL as most are: a scheme, `//`, a host of letters, digits, dots and hyphens, and behind it characters that stand
/// for themselves in paths and queries. Other URLs need a closer look.
func isPlainURL(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
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
func isURI(_ text: String, isAbsolute: Bool) -> Bool {
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
