/// Percent-encoding of URLs (RFC 3986, section 2) and forms.
enum PercentEncoding {
    /// Which characters are left as they are.
    enum Kept: Equatable {
        /// Letters, digits, `-`, `.`, `_` and `~`.
        case unreserved
        /// These, what is percent-encoded already (RFC 6570's `{+x}`), and the reserved characters but for some.
        case reserved(except: String)
        /// As in `application/x-www-form-urlencoded`: a space becomes `+`.
        case form
    }

    static func append(_ text: String, to output: inout String, keeping kept: Kept) {
        var text = text
        let encoded: [UInt8]? = text.withUTF8 { bytes in
            bytes.allSatisfy(isUnreserved) ? nil : encode(bytes, keeping: kept)
        }
        output += encoded.map { String(decoding: $0, as: UTF8.self) } ?? text
    }

    static func encode(_ text: String, keeping kept: Kept = .unreserved) -> String {
        var output = ""
        append(text, to: &output, keeping: kept)
        return output
    }

    /// The text that `text` encodes; `nil` where an escape is cut off or the bytes are not UTF-8.
    static func decode(_ text: Substring, plusIsSpace: Bool = false) -> String? {
        let utf8 = text.utf8
        let isPlain = utf8.allSatisfy { $0 != UInt8(ascii: "%") && !(plusIsSpace && $0 == UInt8(ascii: "+")) }
        if isPlain { return String(text) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var iterator = utf8.makeIterator()
        while let byte = iterator.next() {
            switch byte {
            case UInt8(ascii: "%"):
                guard let high = iterator.next().flatMap(hexValue), let low = iterator.next().flatMap(hexValue) else { return nil }
                bytes.append(high << 4 | low)
            case UInt8(ascii: "+") where plusIsSpace: bytes.append(UInt8(ascii: " "))
            default: bytes.append(byte)
            }
        }
        return String(validUTF8: bytes)
    }

    private static func encode(_ bytes: UnsafeBufferPointer<UInt8>, keeping kept: Kept) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count * 2)
        for (index, byte) in bytes.enumerated() {
            if isUnreserved(byte) {
                output.append(byte)
            } else if kept == .form, byte == UInt8(ascii: " ") {
                output.append(UInt8(ascii: "+"))
            } else if case .reserved(let exceptions) = kept,
                isReserved(byte) && !exceptions.utf8.contains(byte) || startsEscape(bytes, at: index)
            {
                output.append(byte)
            } else {
                output.append(UInt8(ascii: "%"))
                output.append(hexDigit(byte >> 4))
                output.append(hexDigit(byte & 15))
            }
        }
        return output
    }

    private static func startsEscape(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "%") && index + 2 < bytes.count
            && hexValue(bytes[index + 1]) != nil && hexValue(bytes[index + 2]) != nil
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func isReserved(_ byte: UInt8) -> Bool {
        ":/?#[]@!$&'()*+,;=".utf8.contains(byte)
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
