extension XMLParser {
    var peek: UInt8? {
        offset < bytes.count ? bytes[offset] : nil
    }

    func startsWith(_ text: StaticString) -> Bool {
        guard bytes.count - offset >= text.utf8CodeUnitCount else { return false }
        return (0..<text.utf8CodeUnitCount).allSatisfy { bytes[offset + $0] == text.utf8Start[$0] }
    }

    mutating func take(_ text: StaticString) throws(XMLError) -> Bool {
        guard startsWith(text) else { return false }
        offset += text.utf8CodeUnitCount
        return true
    }

    mutating func skipSpace() {
        while let byte = peek, byte.isXMLSpace { offset += 1 }
    }

    /// A name with its prefix (Namespaces in XML 1.0, section 4).
    mutating func name() throws(XMLError) -> String {
        let start = offset
        var colons = 0
        while let byte = peek {
            let begins = offset == start || bytes[offset - 1] == UInt8(ascii: ":")
            if byte == UInt8(ascii: ":"), !begins, colons == 0 {
                colons = 1
            } else if begins ? !byte.beginsXMLName : !byte.continuesXMLName {
                break
            }
            offset += 1
        }
        guard offset > start, bytes[offset - 1] != UInt8(ascii: ":") else { throw error("a name is missing") }
        return String(decoding: bytes[start..<offset], as: UTF8.self)
    }

    /// Section 3.3.3: white space in a value counts as spaces.
    mutating func attributeValue(of name: String) throws(XMLError) -> String {
        guard let quote = peek, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
            throw error("the value of '\(name)' has no quotes")
        }
        offset += 1
        var value: [UInt8] = []
        while let byte = peek, byte != quote {
            if byte == UInt8(ascii: "<") { throw error("the value of '\(name)' holds '<'") }
            if byte == UInt8(ascii: "&") {
                try reference(into: &value)
            } else {
                value.append(byte.isXMLSpace ? UInt8(ascii: " ") : try character(byte))
                offset += 1
            }
        }
        guard peek == quote else { throw error("the value of '\(name)' does not end") }
        offset += 1
        return String(decoding: value, as: UTF8.self)
    }

    /// Section 2.4, up to the next markup.
    mutating func characters(into text: inout String) throws(XMLError) {
        var run: [UInt8] = []
        while let byte = peek, byte != UInt8(ascii: "<") {
            if byte == UInt8(ascii: "&") {
                try reference(into: &run)
                continue
            }
            guard !startsWith("]]>") else { throw error("text holds ']]>'") }
            append(try character(byte), to: &run)
            offset += 1
        }
        text += String(decoding: run, as: UTF8.self)
    }

    /// What stands before a mark, which is passed over.
    mutating func text(until end: StaticString) throws(XMLError) -> String {
        let start = offset
        var run: [UInt8] = []
        while offset < bytes.count {
            if try take(end) { return String(decoding: run, as: UTF8.self) }
            append(try character(bytes[offset]), to: &run)
            offset += 1
        }
        offset = start
        throw error("'\(end)' is missing")
    }

    /// Section 2.11: every line ends in a line feed.
    private func append(_ byte: UInt8, to run: inout [UInt8]) {
        guard byte == UInt8(ascii: "\r") else { return run.append(byte) }
        if offset + 1 == bytes.count || bytes[offset + 1] != UInt8(ascii: "\n") { run.append(UInt8(ascii: "\n")) }
    }

    /// Section 2.2.
    private func character(_ byte: UInt8) throws(XMLError) -> UInt8 {
        guard byte >= 0x20 || byte.isXMLSpace else { throw error("a control character is not allowed") }
        return byte
    }

    /// Section 4.1: one of the five entities that need no declaration, or a character by its number.
    private mutating func reference(into run: inout [UInt8]) throws(XMLError) {
        let end = bytes[offset...].prefix(12).firstIndex(of: UInt8(ascii: ";"))
        guard let end else { throw error("'&' begins no reference; as text it is '&amp;'") }
        let name = String(decoding: bytes[(offset + 1)..<end], as: UTF8.self)
        guard let scalar = Self.entities[name] ?? Self.scalar(name) else { throw error("nothing is called '&\(name);'") }
        run.append(contentsOf: String(Character(scalar)).utf8)
        offset = end + 1
    }

    private static let entities: [String: Unicode.Scalar] = ["lt": "<", "gt": ">", "amp": "&", "quot": "\"", "apos": "'"]

    private static func scalar(_ reference: String) -> Unicode.Scalar? {
        let digits = reference.dropFirst()
        guard reference.hasPrefix("#"), digits.utf8.allSatisfy(\.continuesXMLName) else { return nil }
        let value = digits.hasPrefix("x") ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        guard let value, value >= 0x20 || [0x9, 0xA, 0xD].contains(value), value != 0xFFFE, value != 0xFFFF else { return nil }
        return Unicode.Scalar(value)
    }

    func error(_ text: String) -> XMLError {
        let line = bytes[..<min(offset, bytes.count)].count { $0 == UInt8(ascii: "\n") } + 1
        return XMLError("line \(line): \(text)")
    }
}
