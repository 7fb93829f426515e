/// Writes a value as XML, by its shape.
struct XMLWriter {
    private(set) var bytes: [UInt8] = []
    /// The prefixes that are declared around what is written, innermost last.
    private var bindings: [(prefix: String, namespace: String)] = [("xml", xmlNamespace)]

    /// The document of a value.
    /// - Throws: a name or a character that XML has no form for.
    static func write(_ value: JSONValue, as shape: XMLShape) throws(XMLError) -> [UInt8] {
        var writer = XMLWriter()
        writer.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        try writer.element(shape.element ?? "root", value, shape)
        return writer.bytes
    }

    private mutating func element(_ name: XMLName, _ value: JSONValue, _ shape: XMLShape) throws(XMLError) {
        let outer = bindings.count
        defer { bindings.removeLast(bindings.count - outer) }
        add("<")
        try add(name: name)
        declare(name)
        if case .null = value {
            declare(XMLName("nil", prefix: "xsi", namespace: xmlSchemaInstance))
            return add(" xsi:nil=\"true\"/>")
        }
        if case .object(let object) = value, case .object(let members, _) = shape.content { try attributes(of: object, members) }
        add(">")
        try content(value, shape)
        add("</")
        try add(name: name)
        add(">")
    }

    private mutating func attributes(of object: JSONObject, _ members: [XMLMember]) throws(XMLError) {
        for member in members {
            guard case .attribute(let name, _) = member.place, let text = object[member.property]?.plainText else { continue }
            declare(name)
            add(" ")
            try add(name: name)
            add("=\"")
            try add(text: text, inAttribute: true)
            add("\"")
        }
    }

    private mutating func content(_ value: JSONValue, _ shape: XMLShape) throws(XMLError) {
        switch (value, shape.content) {
        case (.object(let object), .object(let members, let others)): try content(of: object, members, others)
        case (.object(let object), _):
            for member in object.members { try loose(member.name, member.value, .any) }
        case (.array(let elements), .list(let item)):
            let shape = item.shape()
            for element in elements { try self.element(item.name, element, shape) }
        case (.array(let elements), _):
            for element in elements { try self.element("item", element, .any) }
        default: try add(text: value.plainText ?? "")
        }
    }

    private mutating func content(
        of object: JSONObject, _ members: [XMLMember], _ others: @Sendable () -> XMLShape
    ) throws(XMLError) {
        for member in members {
            guard let value = object[member.property] else { continue }
            switch (member.place, value) {
            case (.attribute, _): break
            case (.text(_, let isCDATA), _):
                let text = value.plainText ?? ""
                if isCDATA { try add(cdata: text) } else { try add(text: text) }
            case (.items(let item, _), .array(let elements)):
                let shape = item.shape()
                for element in elements { try self.element(item.name, element, shape) }
            case (.items(let item, _), _): try element(item.name, value, item.shape())
            case (.element(let name, let shape), _): try element(name, value, shape())
            }
        }
        let rest = object.members.filter { member in !members.contains { $0.property == member.name } }
        if rest.isEmpty { return }
        let shape = others()
        for member in rest { try loose(member.name, member.value, shape) }
    }

    /// A member that no schema names: a list is an element for each item.
    private mutating func loose(_ name: String, _ value: JSONValue, _ shape: XMLShape) throws(XMLError) {
        if case .array(let elements) = value, case .any = shape.content {
            for element in elements { try self.element(XMLName(name), element, shape) }
        } else {
            try element(XMLName(name), value, shape)
        }
    }

    private mutating func declare(_ name: XMLName) {
        guard let namespace = name.namespace else { return }
        let prefix = name.prefix ?? ""
        guard bindings.last(where: { $0.prefix == prefix })?.namespace != namespace else { return }
        bindings.append((prefix, namespace))
        add(prefix.isEmpty ? " xmlns=\"" : " xmlns:\(prefix)=\"")
        for byte in namespace.utf8 { add(escaped: byte, inAttribute: true) }
        add("\"")
    }

    private mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    private mutating func add(name: XMLName) throws(XMLError) {
        // A prefix that the document gives no namespace would make the whole unreadable to those who know namespaces.
        let parts = [name.namespace == nil ? nil : name.prefix, name.local].compactMap(\.self)
        guard parts.allSatisfy({ $0.utf8.first?.beginsXMLName == true && $0.utf8.allSatisfy(\.continuesXMLName) }) else {
            throw XMLError("'\(name.local)' is no name of XML")
        }
        add(parts.joined(separator: ":"))
    }

    private mutating func add(text: String, inAttribute: Bool = false) throws(XMLError) {
        for scalar in text.unicodeScalars where !scalar.isXMLCharacter { throw XMLError("XML has no form for U+\(String(scalar.value, radix: 16))") }
        for byte in text.utf8 { add(escaped: byte, inAttribute: inAttribute) }
    }

    private mutating func add(cdata text: String) throws(XMLError) {
        for scalar in text.unicodeScalars where !scalar.isXMLCharacter { throw XMLError("XML has no form for U+\(String(scalar.value, radix: 16))") }
        // Section 2.7: the end of a section cannot stand in one.
        add("<![CDATA[" + text.split(separator: "]]>", omittingEmptySubsequences: false).joined(separator: "]]]]><![CDATA[>") + "]]>")
    }

    /// Section 2.4; line breaks in attributes, and carriage returns anywhere, would be read as something else.
    private mutating func add(escaped byte: UInt8, inAttribute: Bool) {
        switch byte {
        case UInt8(ascii: "&"): add("&amp;")
        case UInt8(ascii: "<"): add("&lt;")
        case UInt8(ascii: ">"): add("&gt;")
        case UInt8(ascii: "\r"): add("&#13;")
        case UInt8(ascii: "\"") where inAttribute: add("&quot;")
        case UInt8(ascii: "\n") where inAttribute: add("&#10;")
        case UInt8(ascii: "\t") where inAttribute: add("&#9;")
        default: bytes.append(byte)
        }
    }
}

extension JSONValue {
    /// A scalar as text; `nil` for null and for what has parts.
    fileprivate var plainText: String? {
        switch self {
        case .bool(let value): value ? "true" : "false"
        case .number(let number): number.text
        case .string(let text): text
        case .null, .array, .object: nil
        }
    }
}

extension Unicode.Scalar {
    /// Section 2.2.
    fileprivate var isXMLCharacter: Bool {
        value >= 0x20 && value != 0xFFFE && value != 0xFFFF || value == 0x9 || value == 0xA || value == 0xD
    }
}
