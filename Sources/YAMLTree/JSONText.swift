extension YAMLNode {
    /// Returns the value as compact JSON of at most a million bytes; what exceeds them is omitted, and the text stays valid.
    package func jsonText() -> String {
        var writer = JSONWriter()
        writer.write(self)
        return String(decoding: writer.text, as: UTF8.self)
    }
}

private struct JSONWriter {
    var text: [UInt8] = []

    private var isFull: Bool { text.count >= Limits.text }

    // The parser limits the depth of nested collections.
    mutating func write(_ node: YAMLNode) {
        switch node.kind {
        case .scalar: write(node.scalar ?? .null)
        case .sequence:
            text.append(UInt8(ascii: "["))
            for (index, element) in node.elements.enumerated() {
                if isFull { break }
                if index > 0 { text.append(UInt8(ascii: ",")) }
                write(element)
            }
            text.append(UInt8(ascii: "]"))
        case .mapping:
            text.append(UInt8(ascii: "{"))
            for (index, entry) in node.entries.enumerated() {
                if isFull { break }
                if index > 0 { text.append(UInt8(ascii: ",")) }
                write(entry.name)
                text.append(UInt8(ascii: ":"))
                write(entry.value)
            }
            text.append(UInt8(ascii: "}"))
        }
    }

    private mutating func write(_ scalar: YAMLScalar) {
        switch scalar {
        case .null: text += "null".utf8
        case .bool(let value): text += (value ? "true" : "false").utf8
        case .int(let value): text += String(value).utf8
        case .number(let number): text += number.utf8
        case .string(let string): write(string)
        }
    }

    private mutating func write(_ string: String) {
        text.append(UInt8(ascii: "\""))
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): text += [UInt8(ascii: "\\"), byte]
            case 0x0A: text += "\\n".utf8
            case 0x0D: text += "\\r".utf8
            case 0x09: text += "\\t".utf8
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                text += "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8
            default: text.append(byte)
            }
        }
        text.append(UInt8(ascii: "\""))
    }
}
