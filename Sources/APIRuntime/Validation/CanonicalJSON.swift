/// A value as bytes that are the same for equal values (JSON Schema 2020-12, section 4.2.2): numbers by value, members in any order, strings by
/// their code points, which Swift's own comparison treats as equal where they are canonically equivalent.
struct CanonicalJSON: Hashable, Sendable {
    private var bytes: [UInt8] = []

    init(_ value: JSONValue) {
        append(value)
    }

    /// The number of bytes.
    var count: Int { bytes.count }

    private mutating func append(_ value: JSONValue) {
        switch value {
        case .null: bytes.append(0)
        case .bool(let value): bytes.append(value ? 2 : 1)
        case .number(let number): append(number)
        case .string(let text): append(text)
        case .array(let elements):
            bytes.append(5)
            for element in elements { append(element) }
            bytes.append(6)
        case .object(let object):
            bytes.append(7)
            let members = object.members.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            for member in members {
                append(member.name)
                append(member.value)
            }
            bytes.append(8)
        }
    }

    private mutating func append(_ number: DecimalNumber) {
        let digits = number.digits
        bytes.append(3)
        bytes.append(digits.isNegative ? 1 : 0)
        append(digits.exponent)
        append(digits.significant.count)
        bytes += digits.significant
    }

    private mutating func append(_ text: String) {
        bytes.append(4)
        append(text.utf8.count)
        bytes += text.utf8
    }

    private mutating func append(_ number: Int) {
        for shift in stride(from: 0, to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: number >> shift))
        }
    }
}
