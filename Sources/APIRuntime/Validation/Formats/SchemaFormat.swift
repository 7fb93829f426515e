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

    private convenience init<Integer: FixedWidthInteger & Sendable>(_ type: Integer.Type) {
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
