/// Writes a value as XML, by its shape.
struct XMLWriter {
    private(set) var bytes: [UInt8] = []
    /// The prefixes that are declared around what is written, innermost last.
    private var bindings: [(prefix: String, namespace: String)] = [("xml", xmlNamespace)]
    private var depth = 0

    /// The document of a value.
    /// - Throws: a name or a character that XML has no form for.
    static func write(_ value: JSONValue, as shape: XMLShape) throws(XMLError) -> [UInt8] {
        var writer = XMLWriter()
        writer.add("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        try writer.element(shape.element ?? "root", value, shape)
        return writer.bytes
    }

    private mutating func element(_ name: XMLName, _ value: JSONValue, _ shape: XMLShape) throws(XMLError) {
        guard depth < XMLParser.maximumDepth else { throw XMLError("more than \(XMLParser.maximumDepth) elements would be nested") }
        depth += 1
        let outer = bindings.count
        defer {
            bindings.removeLast(bindings.count - outer)
            depth -= 1
        }
        add("<")
        let written = try spelled(name)
        add(written)
        declare(name, prefix: name.prefix ?? "", inTagFrom: outer)
        if case .null = value {
            let prefix = declare(XMLName("nil", namespace: xmlSchemaInstance), prefix: "xsi", inTagFrom: outer)
            return add(" \(prefix):nil=\"true\"/>")
        }
        if case .object(let object) = value, case .object(let members, _) = shape.content {
            try attributes(of: object, members, inTagFrom: outer)
        }
        add(">")
        try content(value, shape)
        add("</\(written)>")
    }

    private mutating func attributes(of object: JSONObject, _ members: [XMLMember], inTagFrom outer: Int) throws(XMLError) {
        for member in members {
            guard case .attribute(let name, _) = member.place, let text = object[member.property]?.plainText else { continue }
            // Without a prefix an attribute is in no namespace.
            let prefix = declare(name, prefix: name.prefix ?? "ns", inTagFrom: outer)
            add(" ")
            add(try spelled(XMLName(name.local, prefix: prefix, namespace: name.namespace)))
            add("=\"")
            try add(text: text, inAttribute: true)
            add("\"")
        }
    }

    private mutating func content(_ value: JSONValue, _ shape: XMLShape) throws(XMLError) {
        switch (value, shape.content) {
        case (.object(let object), .object(let members, let others)): try content(of: object, members, others)
        case (.object(let object), _):
            for member in object.members { try loose(XMLName(member.name), member.value, .any) }
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
            case (.items, .null): break
            case (.text(_, let isCDATA, _), _):
                let text = value.plainText ?? ""
                if isCDATA { try add(cdata: text) } else { try add(text: text) }
            case (.items(let item, _), .array(let elements)):
                let shape = item.shape()
                for element in elements { try self.element(item.name, element, shape) }
            case (.items(let item, _), _): try element(item.name, value, item.shape())
            case (.element(let name, let shape), _): try loose(name, value, shape())
            }
        }
        let rest = object.members.filter { member in !members.contains { $0.property == member.name } }
        if rest.isEmpty { return }
        let shape = others()
        for member in rest { try loose(XMLName(member.name), member.value, shape) }
    }

    /// A member; a list that no schema describes is an element for each item.
    private mutating func loose(_ name: XMLName, _ value: JSONValue, _ shape: XMLShape) throws(XMLError) {
        if case .array(let elements) = value, case .any = shape.content {
            for element in elements { try self.element(name, element, shape) }
        } else {
            try element(name, value, shape)
        }
    }

    /// Declares a name's namespace where it is not yet, with another prefix where the tag uses the preferred one for another namespace.
    @discardableResult
    private mutating func declare(_ name: XMLName, prefix preferred: String, inTagFrom outer: Int) -> String {
        guard let namespace = name.namespace else { return "" }
        var prefix = preferred
        while bindings[outer...].contains(where: { $0.prefix == prefix && $0.namespace != namespace }) { prefix += "x" }
        guard bindings.last(where: { $0.prefix == prefix })?.namespace != namespace else { return prefix }
        bindings.append((prefix, namespace))
        add(prefix.isEmpty ? " xmlns=\"" : " xmlns:\(prefix)=\"")
        for byte in namespace.utf8 { add(escaped: byte, inAttribute: true) }
        add("\"")
        return prefix
    }

    private mutating func add(_ text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// The name as it is written.
    private func spelled(_ name: XMLName) throws(XMLError) -> String {
        // A prefix that the document gives no namespace would make the whole unreadable to those who know namespaces.
        let parts = [name.namespace == nil ? nil : name.prefix, name.local].compactMap(\.self)
        guard parts.allSatisfy({ $0.utf8.first?.beginsXMLName == true && $0.utf8.allSatisfy(\.continuesXMLName) }),
            parts != ["xmlns"]
        else {
            throw XMLError("'\(name.local)' is no name of XML")
        }
        return parts.joined(separator: ":")
    }

    private mutating func add(text: String, inAttribute: Bool = false) throws(XMLError) {
        try check(text)
        for byte in text.utf8 { add(escaped: byte, inAttribute: inAttribute) }
    }

    private func check(_ text: String) throws(XMLError) {
        guard let scalar = text.unicodeScalars.first(where: { !$0.isXMLCharacter }) else { return }
        throw XMLError("XML has no form for U+\(String(scalar.value, radix: 16))")
    }

    private mutating func add(cdata text: String) throws(XMLError) {
        try check(text)
        // Section 2.7: a section cannot contain its own end.
        add(
            "<![CDATA[" + text.split(separator: "]]>", omittingEmptySubsequences: false).joined(separator: "]]]]><![CDATA[>")
                + "]]>")
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
