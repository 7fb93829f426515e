/// Reads the text of one path segment, header field or named query value in its style.
///
/// Delimiters are searched before escapes are resolved, so that an escaped delimiter belongs to the value.
struct StyleReader {
    let name: String
    let styling: ParameterStyling
    let shape: ParameterShape
    let escaping: TextEscaping

    /// The value of a parameter that stands by itself (path, header, or the value behind `name=`).
    func read(_ text: Substring) throws(ParameterError) -> TextTree {
        switch styling.style {
        case .simple: return try read(text, separator: UInt8(ascii: ","), exploded: styling.explode)
        case .label:
            guard text.first == "." else { throw ParameterError("a dot is missing before the value") }
            return try read(text.dropFirst(), separator: UInt8(ascii: styling.explode ? "." : ","), exploded: styling.explode)
        case .matrix: return try readMatrix(text)
        case .form, .cookie, .deepObject: return try read(text, separator: UInt8(ascii: ","), exploded: false)
        case .spaceDelimited:
            let text = escaping.isPercent ? unifyingDelimiters(text, ["%20", "+"], as: " ") : text
            return try read(text, separator: UInt8(ascii: " "), exploded: false)
        case .pipeDelimited:
            let text = escaping.isPercent ? unifyingDelimiters(text, ["%7C", "%7c"], as: "|") : text
            return try read(text, separator: UInt8(ascii: "|"), exploded: false)
        }
    }

    private func read(_ text: Substring, separator: UInt8, exploded: Bool) throws(ParameterError) -> TextTree {
        switch shape {
        case .primitive, .any: return .text(try decode(text))
        case .array:
            if text.isEmpty { return .list([]) }
            var elements: [TextTree] = []
            for piece in text.pieces(between: separator) {
                elements.append(.text(try decode(piece)))
            }
            return .list(elements)
        case .object:
            if text.isEmpty { return .members([]) }
            let pieces = text.pieces(between: separator)
            return .members(exploded ? try equalPairs(pieces) : try alternatingPairs(pieces))
        }
    }

    private func readMatrix(_ text: Substring) throws(ParameterError) -> TextTree {
        if text.isEmpty, shape == .array { return .list([]) }
        if text.isEmpty, shape == .object { return .members([]) }
        guard text.first == ";" else { throw ParameterError("a semicolon is missing before the value") }
        let pieces = text.dropFirst().pieces(between: UInt8(ascii: ";"))
        if styling.explode, shape == .object { return .members(try equalPairs(pieces)) }
        var values: [Substring] = []
        for piece in pieces {
            let pair = Self.pair(piece)
            guard try decode(pair.name) == name else { throw ParameterError("';\(name)=' is missing before the value") }
            values.append(pair.value)
        }
        if styling.explode, shape == .array {
            var elements: [TextTree] = []
            for value in values { elements.append(.text(try decode(value))) }
            return .list(elements)
        }
        guard values.count == 1 else { throw ParameterError("there is more than one value") }
        return try read(values[0], separator: UInt8(ascii: ","), exploded: false)
    }

    private func equalPairs(_ pieces: [Substring]) throws(ParameterError) -> [TextMember] {
        var members: [TextMember] = []
        for piece in pieces {
            guard piece.utf8.contains(UInt8(ascii: "=")) else { throw ParameterError("a property has no '='") }
            let pair = Self.pair(piece)
            members.append(TextMember(name: try decode(pair.name), value: .text(try decode(pair.value))))
        }
        return members
    }

    private func alternatingPairs(_ pieces: [Substring]) throws(ParameterError) -> [TextMember] {
        guard pieces.count.isMultiple(of: 2) else { throw ParameterError("a property has no value") }
        var members: [TextMember] = []
        for index in stride(from: 0, to: pieces.count, by: 2) {
            members.append(TextMember(name: try decode(pieces[index]), value: .text(try decode(pieces[index + 1]))))
        }
        return members
    }

    private func decode(_ text: Substring) throws(ParameterError) -> String {
        try escaping.decode(text)
    }

    static func pair(_ text: Substring) -> (name: Substring, value: Substring) {
        guard let equal = text.utf8.firstIndex(of: UInt8(ascii: "=")) else { return (text, "") }
        return (text[..<equal], text[text.utf8.index(after: equal)...])
    }

    /// Both spellings of a delimiter are in use: as it is, and percent-encoded.
    private func unifyingDelimiters(_ text: Substring, _ spellings: [String], as delimiter: String) -> Substring {
        var result = ""
        var rest = text
        while !rest.isEmpty {
            if let spelling = spellings.first(where: { rest.hasPrefix($0) }) {
                result += delimiter
                rest = rest.dropFirst(spelling.count)
            } else {
                result.append(rest.removeFirst())
            }
        }
        return Substring(result)
    }
}

/// How the text of a parameter is escaped.
enum TextEscaping {
    /// Percent-encoded, as in URLs; `+` means a space in queries.
    case percent(plusIsSpace: Bool)
    /// Not escaped, but the white space around it is ignored (RFC 9110, section 5.5).
    case headerField
    /// Not escaped, as in the parts of a multipart form.
    case none

    var isPercent: Bool {
        if case .percent = self { true } else { false }
    }

    func decode(_ text: Substring) throws(ParameterError) -> String {
        switch self {
        case .none: return String(text)
        case .headerField: return String(text).trimmingHTTPWhitespace
        case .percent(let plusIsSpace):
            guard let decoded = PercentEncoding.decode(text, plusIsSpace: plusIsSpace) else {
                throw ParameterError("the percent-encoding is not valid")
            }
            return decoded
        }
    }
}

extension String {
    /// Without the spaces and tabs around it (RFC 9110, section 5.6.3).
    package var trimmingHTTPWhitespace: String {
        let isSpace: (UInt8) -> Bool = { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        guard let first = utf8.firstIndex(where: { !isSpace($0) }), let last = utf8.lastIndex(where: { !isSpace($0) }) else {
            return ""
        }
        return String(self[first...last])
    }
}
