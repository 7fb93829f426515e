/// Returns the bytes as UTF-8 without a byte order mark; other encodings are recognized by their mark.
///
/// Invalid sequences of other encodings become U+FFFD; UTF-8 is not checked here.
func decodeByteOrderMark(_ bytes: [UInt8]) -> [UInt8] {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return Array(bytes.dropFirst(3)) }
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) { return utf32(bytes.dropFirst(4), isLittleEndian: true) }
    if bytes.starts(with: [0, 0, 0xFE, 0xFF]) { return utf32(bytes.dropFirst(4), isLittleEndian: false) }
    if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isLittleEndian: true) }
    if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isLittleEndian: false) }
    return bytes
}

private func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8] {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 2).map { index -> UInt16 in
        guard index + 1 < bytes.endIndex else { return 0xFFFD }
        let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
        return isLittleEndian ? second << 8 | first : first << 8 | second
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
}

private func utf32(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool) -> [UInt8] {
    let units = stride(from: bytes.startIndex, to: bytes.endIndex, by: 4).map { index -> UInt32 in
        guard index + 3 < bytes.endIndex else { return 0xFFFD }
        let unit = bytes[index..<index + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
        return isLittleEndian ? unit.byteSwapped : unit
    }
    return Array(String(decoding: units, as: UTF32.self).utf8)
}
