/// A universally unique identifier (RFC 9562), such as `f81d4fae-7dec-11d0-a765-00a0c91e6bf6`; letters are written in lower case.
public struct UniqueID: JSONCodable, Hashable, Comparable, LosslessStringConvertible {
    /// The first eight bytes.
    public let high: UInt64
    /// The last eight bytes.
    public let low: UInt64

    /// Creates an identifier from its bytes.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// A new random identifier: version 4.
    public init() {
        var generator = SystemRandomNumberGenerator()
        high = generator.next() & ~0xF000 | 0x4000
        low = generator.next() >> 2 | 1 << 63
    }

    /// An identifier in its canonical form.
    public init?(_ description: String) {
        guard let value = description.withFormatScanner({ UniqueID(&$0) }) else { return nil }
        self = value
    }

    init?(_ scanner: inout FormatScanner) {
        var value: (high: UInt64, low: UInt64) = (0, 0)
        for index in 0..<32 {
            if index == 8 || index == 12 || index == 16 || index == 20 {
                guard scanner.skip("-") else { return nil }
            }
            guard let digit = scanner.take().flatMap(hexadecimalDigit) else { return nil }
            if index < 16 { value.high = value.high << 4 | UInt64(digit) } else { value.low = value.low << 4 | UInt64(digit) }
        }
        self.init(high: value.high, low: value.low)
    }

    public init(reading json: inout JSONReader) throws(JSONError) {
        self = try json.formatted("a UUID") { UniqueID(&$0) }
    }

    public func write(to json: inout JSONWriter) {
        json.string(description)
    }

    public var description: String {
        String(unsafeUninitializedCapacity: 36) { buffer in
            var place = 0
            for index in 0..<32 {
                if index == 8 || index == 12 || index == 16 || index == 20 {
                    buffer[place] = UInt8(ascii: "-")
                    place += 1
                }
                let word = index < 16 ? high : low
                let digit = UInt8(truncatingIfNeeded: word >> UInt64(60 - index % 16 * 4)) & 15
                buffer[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit
                place += 1
            }
            return place
        }
    }

    public static func < (one: UniqueID, other: UniqueID) -> Bool {
        (one.high, one.low) < (other.high, other.low)
    }
}
