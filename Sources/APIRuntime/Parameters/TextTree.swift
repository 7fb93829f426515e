/// A value whose scalars are text, as parameters and forms carry it.
enum TextTree: Equatable, Sendable {
    /// JSON's null, which RFC 6570 calls undefined.
    case undefined
    case text(String)
    case list([TextTree])
    case members([TextMember])

    /// The elements of a list or the only one.
    var elements: [TextTree] {
        if case .list(let elements) = self { elements } else { [self] }
    }

    /// The text of a scalar; `nil` for lists and members.
    var scalar: String? {
        if case .text(let text) = self { text } else { nil }
    }
}

struct TextMember: Equatable, Sendable {
    let name: String
    let value: TextTree
}

extension TextTree {
    /// The value with its members that are the text of JSON objects and arrays as these objects and arrays.
    var unpackingJSON: TextTree {
        switch self {
        case .undefined: self
        case .text(let text):
            if let first = text.utf8.first, first == UInt8(ascii: "{") || first == UInt8(ascii: "["),
                let value = try? readJSON(JSONValue.self, from: Array(text.utf8))
            {
                TextTree(value)
            } else {
                self
            }
        case .list(let elements): .list(elements.map(\.unpackingJSON))
        case .members(let members): .members(members.map { TextMember(name: $0.name, value: $0.value.unpackingJSON) })
        }
    }

    /// Writes the value as JSON in which each scalar is a string.
    func appendJSON(to bytes: inout [UInt8]) {
        switch self {
        case .undefined: bytes.append(contentsOf: "null".utf8)
        case .text(let text): Self.appendString(text, to: &bytes)
        case .list(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                element.appendJSON(to: &bytes)
            }
            bytes.append(UInt8(ascii: "]"))
        case .members(let members):
            bytes.append(UInt8(ascii: "{"))
            for (index, member) in members.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                Self.appendString(member.name, to: &bytes)
                bytes.append(UInt8(ascii: ":"))
                member.value.appendJSON(to: &bytes)
            }
            bytes.append(UInt8(ascii: "}"))
        }
    }

    static func appendString(_ text: String, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "\""))
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"):
                bytes.append(UInt8(ascii: "\\"))
                bytes.append(byte)
            case 0..<0x20:
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(UInt8(ascii: "0") + byte >> 4)
                bytes.append((byte & 15) < 10 ? UInt8(ascii: "0") + byte & 15 : UInt8(ascii: "a") + (byte & 15) - 10)
            default: bytes.append(byte)
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }
}
