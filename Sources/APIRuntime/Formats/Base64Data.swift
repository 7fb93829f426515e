/// Bytes that JSON carries in base 64 (RFC 4648, section 4), padded; reading accepts the alphabet of section 5 and no padding too.
public struct Base64Data: JSONCodable, Hashable, CustomStringConvertible, ExpressibleByArrayLiteral {
    /// The bytes that are meant.
    public var bytes: [UInt8]

    /// Creates a value from the decoded bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The bytes that a text encodes; nil if it is not base64.
    public init?(encoded text: String) {
        var text = text
        guard let bytes = text.withUTF8(decodeBase64) else { return nil }
        self.bytes = bytes
    }

    public init(arrayLiteral elements: UInt8...) {
        bytes = elements
    }

    public init(reading json: inout JSONReader) throws(JSONError) {
        bytes = try json.withStringBytes("base 64", decodeBase64)
    }

    public func write(to json: inout JSONWriter) {
        json.string(description)
    }

    /// The bytes in base 64.
    public var description: String { encodeBase64(bytes, alphabet: standardAlphabet, isPadded: true) }
}

/// Bytes that JSON carries in the base 64 of URLs (RFC 4648, section 5), without padding; reading accepts the other alphabet and padding too.
public struct Base64URLData: JSONCodable, Hashable, CustomStringConvertible, ExpressibleByArrayLiteral {
    /// The bytes that are meant.
    public var bytes: [UInt8]

    /// Creates a value from the decoded bytes.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The bytes that a text encodes; nil if it is not base64.
    public init?(encoded text: String) {
        guard let data = Base64Data(encoded: text) else { return nil }
        bytes = data.bytes
    }

    public init(arrayLiteral elements: UInt8...) {
        bytes = elements
    }

    public init(reading json: inout JSONReader) throws(JSONError) {
        bytes = try json.withStringBytes("base 64", decodeBase64)
    }

    public func write(to json: inout JSONWriter) {
        json.string(description)
    }

    /// The bytes in base 64.
    public var description: String { encodeBase64(bytes, alphabet: urlAlphabet, isPadded: false) }
}

private let standardAlphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
private let urlAlphabet: StaticString = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

private func encodeBase64(_ bytes: [UInt8], alphabet: StaticString, isPadded: Bool) -> String {
    let digits = alphabet.utf8Start
    return String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { text in
        var place = 0
        var index = 0
        while index < bytes.count {
            let second = index + 1 < bytes.count ? bytes[index + 1] : 0
            let third = index + 2 < bytes.count ? bytes[index + 2] : 0
            let bits = Int(bytes[index]) << 16 | Int(second) << 8 | Int(third)
            text[place] = digits[bits >> 18]
            text[place + 1] = digits[bits >> 12 & 63]
            text[place + 2] = digits[bits >> 6 & 63]
            text[place + 3] = digits[bits & 63]
            index += 3
            place += 4
        }
        let missing = index - bytes.count
        if isPadded {
            for offset in 0..<missing { text[place - 1 - offset] = UInt8(ascii: "=") }
            return place
        }
        return place - missing
    }
}

/// Whether a text encodes bytes.
func isBase64(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let count = digitCount(ofBase64: text) else { return false }
    return text[..<count].allSatisfy { digitValues[Int($0)] <= 63 }
}

/// The number of digits before the padding; `nil` if no bytes have so many.
private func digitCount(ofBase64 text: UnsafeBufferPointer<UInt8>) -> Int? {
    var count = text.count
    while count > 0, text.count - count < 2, text[count - 1] == UInt8(ascii: "=") { count -= 1 }
    return count % 4 != 1 && (text.count == count || text.count % 4 == 0) ? count : nil
}

private func decodeBase64(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard let count = digitCount(ofBase64: text) else { return nil }
    var isValid = true
    let bytes = [UInt8](unsafeUninitializedCapacity: count / 4 * 3 + 2) { bytes, length in
        var bits: UInt32 = 0
        for index in 0..<count {
            let value = digitValues[Int(text[index])]
            if value > 63 { isValid = false }
            bits = bits << 6 | UInt32(value & 63)
            if index & 3 != 0 {
                bytes[length] = UInt8(truncatingIfNeeded: bits >> UInt32(6 - (index & 3) * 2))
                length += 1
            }
        }
    }
    return isValid ? bytes : nil
}

/// The value of each digit of both alphabets; 255 for other bytes.
private let digitValues: [UInt8] = {
    var values = [UInt8](repeating: 255, count: 256)
    for index in 0..<64 {
        values[Int(standardAlphabet.utf8Start[index])] = UInt8(index)
        values[Int(urlAlphabet.utf8Start[index])] = UInt8(index)
    }
    return values
}()
