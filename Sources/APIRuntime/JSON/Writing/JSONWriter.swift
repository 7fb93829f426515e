/// A JSON document (RFC 8259) that values write themselves into, compact and in the order of the calls.
///
/// Only `write(_:)` makes one. Commas come by themselves.
public struct JSONWriter: ~Copyable {
    private var bytes: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    private var count = 0
    /// Whether a comma stands before the next value or name.
    private var needsComma = false
    private var depth = 0
    private var failure: JSONError?

    private init() {
        capacity = 1024
        bytes = .allocate(capacity: capacity)
    }

    deinit {
        bytes.deallocate()
    }

    /// Writes a document.
    ///
    /// - Returns: the document in UTF-8.
    /// - Throws: when a number is not finite, or the value is nested too deeply.
    public static func write(_ value: some JSONCodable) throws(JSONError) -> [UInt8] {
        var writer = JSONWriter()
        value.write(to: &writer)
        return try writer.document()
    }

    private borrowing func document() throws(JSONError) -> [UInt8] {
        if let failure { throw failure }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    /// Notes why the value cannot be written; the first reason counts.
    public mutating func fail(_ kind: JSONError.Kind) {
        if failure == nil { failure = JSONError(kind, offset: count) }
    }

    // MARK: Structure

    /// Begins an object; names and values follow.
    public mutating func beginObject() {
        open(UInt8(ascii: "{"))
    }

    /// Ends the object that was begun last.
    public mutating func endObject() {
        close(UInt8(ascii: "}"))
    }

    /// Begins an array; values follow.
    public mutating func beginArray() {
        open(UInt8(ascii: "["))
    }

    /// Ends the array that was begun last.
    public mutating func endArray() {
        close(UInt8(ascii: "]"))
    }

    private mutating func open(_ bracket: UInt8) {
        depth += 1
        if depth > JSONReadingOptions().maximumDepth { fail(.tooDeep) }
        separate(room: 1)
        bytes[count] = bracket
        count += 1
        needsComma = false
    }

    private mutating func close(_ bracket: UInt8) {
        depth -= 1
        reserve(1)
        bytes[count] = bracket
        count += 1
        needsComma = true
    }

    /// Writes a member's name; its value follows.
    public mutating func key(_ name: StaticString) {
        if name.hasPointerRepresentation {
            quote(UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), closing: 2)
        } else {
            key(String(name.unicodeScalar))
        }
        bytes[count] = UInt8(ascii: ":")
        count += 1
        needsComma = false
    }

    /// Writes a member's name; its value follows.
    public mutating func key(_ name: String) {
        var name = name
        name.withUTF8 { quote($0, closing: 2) }
        bytes[count] = UInt8(ascii: ":")
        count += 1
        needsComma = false
    }

    // MARK: Scalars

    /// Writes a string.
    public mutating func string(_ text: String) {
        var text = text
        text.withUTF8 { quote($0, closing: 1) }
    }

    /// Writes a null.
    public mutating func null() {
        token("null")
    }

    /// Writes bytes that are JSON's text for a scalar, such as a number's digits.
    mutating func token(_ text: StaticString) {
        token(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    }

    mutating func token(_ text: String) {
        var text = text
        text.withUTF8 { token($0) }
    }

    private mutating func token(_ text: UnsafeBufferPointer<UInt8>) {
        separate(room: text.count)
        guard let start = text.baseAddress else { return }
        (bytes + count).update(from: start, count: text.count)
        count += text.count
    }

    /// Writes an integer.
    ///
    /// - Parameters:
    ///   - magnitude: its digits.
    ///   - isNegative: whether a minus sign comes before them.
    mutating func integer(_ magnitude: UInt64, isNegative: Bool) {
        separate(room: 21)
        if isNegative {
            bytes[count] = UInt8(ascii: "-")
            count += 1
        }
        digits(magnitude, count: decimalDigits(of: magnitude))
    }

    /// Writes `magnitude × 10^-places`, where a digit other than zero stands behind the point.
    mutating func decimal(_ magnitude: UInt64, places: Int, isNegative: Bool) {
        separate(room: 30)
        if isNegative {
            bytes[count] = UInt8(ascii: "-")
            count += 1
        }
        let length = max(decimalDigits(of: magnitude), places + 1)
        digits(magnitude, count: length)
        var index = count
        while index > count - places {
            bytes[index] = bytes[index - 1]
            index -= 1
        }
        bytes[index] = UInt8(ascii: ".")
        count += 1
    }

    private mutating func digits(_ magnitude: UInt64, count length: Int) {
        var rest = magnitude
        var index = count + length
        while index > count {
            index -= 1
            let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
            bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
            rest = quotient
        }
        count += length
    }

    // MARK: Bytes

    /// Puts the comma where one belongs, and makes room.
    @inline(__always)
    private mutating func separate(room: Int) {
        reserve(room + 1)
        bytes[count] = UInt8(ascii: ",")
        count += needsComma ? 1 : 0
        needsComma = true
    }

    @inline(__always)
    private mutating func reserve(_ room: Int) {
        if capacity - count < room { grow(room) }
    }

    @inline(never)
    private mutating func grow(_ room: Int) {
        let larger = max(capacity * 2, count + room)
        let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
        moved.update(from: bytes, count: count)
        bytes.deallocate()
        bytes = moved
        capacity = larger
    }

    /// Writes a string's bytes in quotes, and escapes what JSON wants escaped (RFC 8259, section 7).
    ///
    /// - Parameter closing: the room to make behind the text.
    private mutating func quote(_ text: UnsafeBufferPointer<UInt8>, closing: Int) {
        separate(room: text.count + 1 + closing)
        bytes[count] = UInt8(ascii: "\"")
        count += 1
        if let start = text.baseAddress {
            let plain = plainPrefix(start, from: 0, count: text.count)
            (bytes + count).update(from: start, count: plain)
            count += plain
            if plain < text.count { escape(start, from: plain, count: text.count, closing: closing) }
        }
        bytes[count] = UInt8(ascii: "\"")
        count += 1
    }

    @inline(never)
    private mutating func escape(_ text: UnsafePointer<UInt8>, from start: Int, count length: Int, closing: Int) {
        var index = start
        while index < length {
            reserve(length - index + 6 + closing)
            appendEscape(text[index])
            index += 1
            let next = plainPrefix(text, from: index, count: length)
            (bytes + count).update(from: text + index, count: next - index)
            count += next - index
            index = next
        }
    }

    private mutating func appendEscape(_ byte: UInt8) {
        bytes[count] = UInt8(ascii: "\\")
        if let short = shortEscape(byte) {
            bytes[count + 1] = short
            count += 2
            return
        }
        bytes[count + 1] = UInt8(ascii: "u")
        bytes[count + 2] = UInt8(ascii: "0")
        bytes[count + 3] = UInt8(ascii: "0")
        bytes[count + 4] = UInt8(ascii: "0") + byte >> 4
        bytes[count + 5] = byte & 15 < 10 ? UInt8(ascii: "0") + byte & 15 : UInt8(ascii: "a") - 10 + byte & 15
        count += 6
    }
}

private func shortEscape(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): byte
    case 0x0A: UInt8(ascii: "n")
    case 0x0D: UInt8(ascii: "r")
    case 0x09: UInt8(ascii: "t")
    case 0x08: UInt8(ascii: "b")
    case 0x0C: UInt8(ascii: "f")
    default: nil
    }
}

/// Where the first byte stands that must be escaped.
@inline(__always)
private func plainPrefix(_ text: UnsafePointer<UInt8>, from start: Int, count: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var index = start
    while index + 8 <= count {
        let word = UInt64(littleEndian: UnsafeRawPointer(text).loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let quotes = (word ^ (ones &* 0x22)) &- ones
        let backslashes = (word ^ (ones &* 0x5C)) &- ones
        let controls = word &- (ones &* 0x20)
        let specials = (quotes | backslashes | controls) & ~word & (ones &* 0x80)
        if specials != 0 { return index + specials.trailingZeroBitCount >> 3 }
        index += 8
    }
    while index < count, text[index] >= 0x20, text[index] != 0x22, text[index] != 0x5C { index += 1 }
    return index
}

private func decimalDigits(of magnitude: UInt64) -> Int {
    var count = 1
    var rest = magnitude
    while rest >= 10000 {
        rest /= 10000
        count += 4
    }
    return rest >= 1000 ? count + 3 : rest >= 100 ? count + 2 : rest >= 10 ? count + 1 : count
}
