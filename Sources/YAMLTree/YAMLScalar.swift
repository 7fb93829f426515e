/// The value of a scalar in YAML 1.2's core schema.
package enum YAMLScalar: Hashable, Sendable {
    case null
    case bool(Bool)
    case int(Int)
    /// A float, or an integer beyond `Int`, as exact JSON text.
    case number(String)
    case string(String)
}

extension YAMLNode {
    /// The scalar's value, or `nil` for a collection.
    package var scalar: YAMLScalar? {
        withText { text, resolution in
            switch meaning(of: text, resolution: resolution) {
            case .null: .null
            case .bool(let value): .bool(value)
            case .integer(let value): .int(value)
            case .number(let text): .number(text)
            case .notFinite: .null
            case .string: .string(makeString(text))
            }
        }
    }

    /// The scalar's text without quotes and escapes, otherwise as written; `nil` for a collection.
    package var text: String? { withText { text, _ in makeString(text) } }

    /// The text of a scalar that is a string.
    package var string: String? {
        withText { text, resolution in
            guard case .string = meaning(of: text, resolution: resolution) else { return nil }
            return makeString(text)
        } ?? nil
    }

    package var bool: Bool? {
        guard case .bool(let value) = scalar else { return nil }
        return value
    }

    /// The value of an integer, or of a float without a fraction, as JSON does not distinguish them.
    package var int: Int? {
        switch scalar {
        case .int(let value): value
        case .number(let text): integralValue(ofNumber: text)
        default: nil
        }
    }

    package var isNull: Bool { scalar == .null }

    /// The exact JSON text of a number, such as 31 for `0x1F` and 0.5 for `.5`.
    package var numberText: String? {
        switch scalar {
        case .int(let value): String(value)
        case .number(let text): text
        default: nil
        }
    }

    func withText<Result>(_ body: (UnsafeBufferPointer<UInt8>, Resolution) -> Result) -> Result? {
        let record = record
        guard record.kind == .scalar else { return nil }
        let text = UnsafeBufferPointer(start: tree.bytes.start + Int(record.first), count: Int(record.count))
        return body(text, record.resolution)
    }
}

func makeString(_ text: UnsafeBufferPointer<UInt8>) -> String {
    String(decoding: text, as: UTF8.self)
}

func makeString(_ text: UnsafePointer<UInt8>, count: Int) -> String {
    makeString(UnsafeBufferPointer(start: text, count: count))
}
