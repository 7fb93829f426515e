/// A part of a text in UTF-8.
typealias ByteSlice = Slice<UnsafeBufferPointer<UInt8>>

func isEmail(_ text: ByteSlice) -> Bool {
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
func isHostname(_ text: ByteSlice) -> Bool {
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

func isIPv4(_ text: ByteSlice) -> Bool {
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
func isIPv6(_ text: String) -> Bool {
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
