/// Writes values in the styles of OpenAPI 3.1.1, section 4.8.12.3, with the same text as the generated client.
struct StyledText {
    let name: String
    let style: SerializationStyle
    /// How the texts inside a value are escaped.
    let escape: (String) -> String

    /// Returns the text of a value, with its name where the style has one; `nil` where nothing is written.
    func text(of value: JSONValue) -> String? {
        switch value {
        case .null: nil
        case .array(let elements): list(elements.map { escape($0.fieldText) })
        case .object(let members) where style.style == .deepObject: joined(brackets(members))
        case .object(let members): pairs(members.filter { !$0.value.isNull }.map { (escape($0.name), escape($0.value.fieldText)) })
        case .bool, .number, .string: scalar(escape(value.plainText))
        }
    }

    /// Returns the names and texts of a value in a multipart body, where nothing is escaped.
    func parts(of value: JSONValue) -> [(name: String, text: String)] {
        switch value {
        case .null: return []
        case .array(let elements):
            let texts = elements.map(\.fieldText)
            return style.explode ? texts.map { (name, $0) } : [(name, texts.joined(separator: plainDelimiter))]
        case .object(let members) where style.style == .deepObject: return brackets(members)
        case .object(let members):
            let pairs = members.filter { !$0.value.isNull }.map { (name: $0.name, text: $0.value.fieldText) }
            if style.explode { return pairs }
            return [(name, pairs.flatMap { [$0.name, $0.text] }.joined(separator: plainDelimiter))]
        case .bool, .number, .string: return [(name, value.plainText)]
        }
    }

    private func scalar(_ text: String) -> String {
        switch style.style {
        case .simple: text
        case .label: "." + text
        case .matrix: text.isEmpty ? ";" + escapedName : ";\(escapedName)=\(text)"
        case .form, .spaceDelimited, .pipeDelimited, .deepObject, .cookie: "\(escapedName)=\(text)"
        }
    }

    private func list(_ texts: [String]) -> String? {
        switch style.style {
        case .simple: texts.joined(separator: ",")
        case .label: texts.isEmpty ? "" : "." + texts.joined(separator: style.explode ? "." : ",")
        case .matrix where style.explode: texts.map(scalar).joined()
        case .matrix: texts.isEmpty ? "" : scalar(texts.joined(separator: ","))
        case .form, .spaceDelimited, .pipeDelimited, .cookie, .deepObject:
            if style.explode || style.style == .deepObject {
                texts.isEmpty ? nil : texts.map(scalar).joined(separator: pairSeparator)
            } else {
                scalar(texts.joined(separator: delimiter))
            }
        }
    }

    private func pairs(_ pairs: [(name: String, text: String)]) -> String? {
        let flat = pairs.flatMap { [$0.name, $0.text] }
        let equal = pairs.map { "\($0.name)=\($0.text)" }
        return switch style.style {
        case .simple: (style.explode ? equal : flat).joined(separator: ",")
        case .label where style.explode: equal.map { "." + $0 }.joined()
        case .label: pairs.isEmpty ? "" : "." + flat.joined(separator: ",")
        case .matrix where style.explode: equal.map { ";" + $0 }.joined()
        case .matrix: pairs.isEmpty ? "" : scalar(flat.joined(separator: ","))
        case .form, .spaceDelimited, .pipeDelimited, .cookie, .deepObject:
            if style.explode {
                equal.isEmpty ? nil : equal.joined(separator: pairSeparator)
            } else {
                scalar(flat.joined(separator: delimiter))
            }
        }
    }

    private func joined(_ pairs: [(name: String, text: String)]) -> String? {
        pairs.isEmpty ? nil : pairs.map { "\(RequestText.escape($0.name))=\(escape($0.text))" }.joined(separator: "&")
    }

    /// The pairs of a nested value: `a[b]=c`, lists of scalars as repeated names, other lists with their indices.
    private func brackets(_ members: [JSONMember]) -> [(name: String, text: String)] {
        var pairs: [(name: String, text: String)] = []
        for member in members { flatten(member.value, as: "\(name)[\(member.name)]", into: &pairs) }
        return pairs
    }

    private func flatten(_ value: JSONValue, as name: String, into pairs: inout [(name: String, text: String)]) {
        switch value {
        case .null: break
        case .array(let elements):
            let isFlat = elements.allSatisfy(\.isScalar)
            for (index, element) in elements.enumerated() {
                flatten(element, as: isFlat ? name : "\(name)[\(index)]", into: &pairs)
            }
        case .object(let members):
            for member in members { flatten(member.value, as: "\(name)[\(member.name)]", into: &pairs) }
        case .bool, .number, .string: pairs.append((name, value.plainText))
        }
    }

    private var escapedName: String { RequestText.escape(name) }

    private var delimiter: String {
        switch style.style {
        case .spaceDelimited: "%20"
        case .pipeDelimited: "%7C"
        default: ","
        }
    }

    private var plainDelimiter: String {
        switch style.style {
        case .spaceDelimited: " "
        case .pipeDelimited: "|"
        default: ","
        }
    }

    private var pairSeparator: String { style.style == .cookie ? "; " : "&" }
}

/// Percent-encoding (RFC 3986, section 2) with the same result as the generated client's.
enum RequestText {
    /// Returns text with everything escaped but letters, digits, `-`, `.`, `_`, `~` and the characters to keep.
    ///
    /// - Parameter kept: With characters to keep, what is percent-encoded already stays, too (RFC 6570, section 3.2.3).
    static func escape(_ text: String, keeping kept: String = "") -> String {
        let bytes = Array(text.utf8)
        var result = ""
        for (index, byte) in bytes.enumerated() {
            let isEscape =
                byte == UInt8(ascii: "%") && !kept.isEmpty && index + 2 < bytes.count && bytes[index + 1].isHexadecimal
                && bytes[index + 2].isHexadecimal
            if isEscape || byte.isUnreserved || kept.utf8.contains(byte) {
                result.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                result += byte.percentEncoded
            }
        }
        return result
    }
}

extension UInt8 {
    /// Whether the byte is a character that no part of a URI has to escape (RFC 3986, section 2.3).
    package var isUnreserved: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~".utf8.contains(self)
        }
    }

    /// The byte as `%` and two hexadecimal digits (RFC 3986, section 2.1).
    package var percentEncoded: String {
        "%" + (self < 16 ? "0" : "") + String(self, radix: 16, uppercase: true)
    }

    fileprivate var isHexadecimal: Bool {
        "0123456789abcdefABCDEF".utf8.contains(self)
    }
}

extension JSONValue {
    /// The text of a value inside a list or an object: that of a scalar, JSON for what no style can carry.
    fileprivate var fieldText: String { isScalar ? plainText : compactText }
}
