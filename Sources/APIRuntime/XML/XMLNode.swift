/// An element with what is inside.
struct XMLNode: Equatable, Sendable {
    var name: XMLName
    /// The attributes without those that declare namespaces.
    var attributes: [XMLAttribute] = []
    var children: [XMLNode] = []
    /// The text directly inside, in one piece.
    var text = ""

    /// Whether the element says that it has no value (XML Schema, part 1, section 2.6.2).
    var isNil: Bool {
        attributes.contains {
            $0.name.local == "nil" && $0.name.namespace == xmlSchemaInstance && ["true", "1"].contains($0.value)
        }
    }
}

struct XMLAttribute: Equatable, Sendable {
    let name: XMLName
    let value: String
}

/// Why bytes are no XML that is read here, or XML is not of a shape.
struct XMLError: Error, Equatable, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}

extension String {
    /// Without the white space around it (XML 1.0, section 2.3).
    var trimmingXMLSpace: String {
        guard let first = utf8.firstIndex(where: { !$0.isXMLSpace }), let last = utf8.lastIndex(where: { !$0.isXMLSpace }) else {
            return ""
        }
        return String(self[first...last])
    }
}

extension UInt8 {
    var isXMLSpace: Bool {
        self == UInt8(ascii: " ") || self == UInt8(ascii: "\n") || self == UInt8(ascii: "\t") || self == UInt8(ascii: "\r")
    }

    /// Whether a name may begin with the byte; what is not ASCII is let through (XML 1.0, section 2.3).
    var beginsXMLName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), 0x80...: true
        default: false
        }
    }

    var continuesXMLName: Bool {
        beginsXMLName || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) || self == UInt8(ascii: "-")
            || self == UInt8(ascii: ".")
    }
}
