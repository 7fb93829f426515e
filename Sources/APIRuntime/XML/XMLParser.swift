/// Reads XML into a tree of elements (Extensible Markup Language 1.0, fifth edition).
///
/// Document type declarations are refused, and with them every entity that a sender could define: no document grows
/// while it is read, and none names a file.
struct XMLParser {
    /// Elements within elements; more are refused.
    static let maximumDepth = 128
    /// Namespaces that are declared around an element, or at it; more are refused, as each name is looked up among them.
    static let maximumNamespaces = 128

    let bytes: [UInt8]
    var offset = 0
    /// The prefixes in scope, innermost last; the empty one is the default namespace.
    var bindings: [(prefix: String, namespace: String)] = [("xml", xmlNamespace)]

    /// - Parameter bytes: a document in UTF-8.
    /// - Throws: why it is none, with the line.
    static func parse(_ bytes: [UInt8]) throws(XMLError) -> XMLNode {
        guard String(validUTF8: bytes) != nil else { throw XMLError("it is not UTF-8") }
        var parser = XMLParser(bytes: bytes)
        return try parser.document()
    }

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func document() throws(XMLError) -> XMLNode {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        if startsWith("<?xml"), offset + 5 < bytes.count, bytes[offset + 5].isXMLSpace { try declaration() }
        try betweenElements()
        guard peek == UInt8(ascii: "<") else { throw error("an element is missing") }
        let root = try element(depth: 1)
        try betweenElements()
        guard offset == bytes.count else { throw error("something stands behind the document's element") }
        return root
    }

    /// Section 2.8: only UTF-8 is read, regardless of the declaration.
    private mutating func declaration() throws(XMLError) {
        let text = try text(until: "?>").lowercased()
        guard let encoding = text.firstRange(of: "encoding") else { return }
        let name = text[encoding.upperBound...].drop { "= \t\r\n\"'".contains($0) }.prefix { !"\"' \t\r\n".contains($0) }
        guard ["utf-8", "utf8", "us-ascii"].contains(name) else { throw error("only UTF-8 is read, not '\(name)'") }
    }

    /// Comments, processing instructions and white space.
    private mutating func betweenElements() throws(XMLError) {
        while offset < bytes.count {
            if bytes[offset].isXMLSpace {
                offset += 1
            } else if startsWith("<!--") || startsWith("<?") {
                try skipMarkup()
            } else if startsWith("<!DOCTYPE") {
                throw error("a document type declaration is not allowed")
            } else {
                return
            }
        }
    }

    /// Sections 2.5 and 2.6.
    private mutating func skipMarkup() throws(XMLError) {
        if startsWith("<!--") {
            offset += 4
            _ = try text(until: "--")
            guard peek == UInt8(ascii: ">") else { throw error("a comment must not hold '--'") }
            offset += 1
        } else {
            offset += 2
            guard try name().lowercased() != "xml" else { throw error("an XML declaration must stand first") }
            _ = try text(until: "?>")
        }
    }

    private mutating func element(depth: Int) throws(XMLError) -> XMLNode {
        guard depth <= Self.maximumDepth else { throw error("more than \(Self.maximumDepth) elements are nested") }
        offset += 1
        let name = try name()
        let outer = bindings.count
        defer { bindings.removeLast(bindings.count - outer) }
        let attributes = try attributes()
        var node = XMLNode(name: resolve(name, isAttribute: false))
        var seen: Set<XMLName> = []
        for attribute in attributes {
            let resolved = resolve(attribute.name, isAttribute: true)
            guard seen.insert(XMLName(resolved.local, namespace: resolved.namespace)).inserted else {
                throw error("the attribute '\(attribute.name)' stands twice")
            }
            node.attributes.append(XMLAttribute(name: resolved, value: attribute.value))
        }
        if try take("/>") { return node }
        guard try take(">") else { throw error("the tag of '\(name)' does not end") }
        try content(of: &node, named: name, depth: depth)
        return node
    }

    private mutating func content(of node: inout XMLNode, named name: String, depth: Int) throws(XMLError) {
        while true {
            try characters(into: &node.text)
            if startsWith("</") {
                offset += 2
                let closed = try self.name()
                guard closed == name else { throw error("'\(name)' is open where '\(closed)' is closed") }
                skipSpace()
                guard try take(">") else { throw error("the closing tag of '\(name)' does not end") }
                return
            } else if startsWith("<![CDATA[") {
                offset += 9
                node.text += try text(until: "]]>")
            } else if startsWith("<!--") || startsWith("<?") {
                try skipMarkup()
            } else if peek == UInt8(ascii: "<") {
                node.children.append(try element(depth: depth + 1))
            } else {
                throw error("'\(name)' is never closed")
            }
        }
    }

    /// Section 3.1, those that declare namespaces put into scope.
    private mutating func attributes() throws(XMLError) -> [(name: String, value: String)] {
        var attributes: [(name: String, value: String)] = []
        while true {
            let before = offset
            skipSpace()
            guard let byte = peek, byte != UInt8(ascii: ">"), byte != UInt8(ascii: "/") else { return attributes }
            guard offset > before else { throw error("space is missing before an attribute") }
            let name = try name()
            skipSpace()
            guard try take("=") else { throw error("the attribute '\(name)' has no value") }
            skipSpace()
            let value = try attributeValue(of: name)
            guard name != "xmlns:xml", name != "xmlns:xmlns" else { throw error("'\(name)' cannot be declared") }
            guard bindings.count <= Self.maximumNamespaces else {
                throw error("more than \(Self.maximumNamespaces) namespaces are declared")
            }
            if name == "xmlns" {
                bindings.append(("", value))
            } else if name.hasPrefix("xmlns:") {
                bindings.append((String(name.dropFirst(6)), value))
            } else {
                attributes.append((name, value))
            }
        }
    }

    /// Namespaces in XML 1.0, section 6: the default namespace is for elements only.
    private func resolve(_ name: String, isAttribute: Bool) -> XMLName {
        guard let colon = name.firstIndex(of: ":") else {
            let namespace = isAttribute ? nil : bindings.last { $0.prefix.isEmpty }?.namespace
            return XMLName(name, namespace: namespace?.isEmpty == true ? nil : namespace)
        }
        let prefix = String(name[..<colon])
        // Writers that never heard of namespaces use prefixes too.
        let binding = bindings.last { $0.prefix == prefix }
        return XMLName(String(name[name.index(after: colon)...]), prefix: prefix, namespace: binding?.namespace)
    }
}
