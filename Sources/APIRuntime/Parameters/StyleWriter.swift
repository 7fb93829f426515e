/// Writes values in the styles of OpenAPI 3.1.1, section 4.8.12.3, each of which is an expansion of RFC 6570.
struct StyleWriter {
    let name: String
    let styling: ParameterStyling
    /// How text is escaped; `nil` in header fields, which have no percent-encoding.
    let kept: PercentEncoding.Kept?

    /// The text of a parameter, with its name where the style has one. `nil` where nothing is to be written.
    func write(_ value: TextTree) throws(ParameterError) -> String? {
        switch value {
        case .undefined: return nil
        case .text(let text): return try writePrimitive(text)
        case .list(let elements):
            return try writeList(try scalars(elements).map { escape($0) })
        case .members(let members):
            if styling.style == .deepObject { return try writeBrackets(members) }
            var pairs: [(String, String)] = []
            for member in members where member.value != .undefined {
                pairs.append((escape(member.name), escape(try scalar(member.value))))
            }
            return try writePairs(pairs)
        }
    }

    /// Returns the names and texts of a value's parts in a multipart form, in which nothing is escaped (OpenAPI 3.2, section 4.15.3).
    func writeParts(_ value: TextTree) throws(ParameterError) -> [(name: String, text: String)] {
        switch value {
        case .undefined: return []
        case .text(let text): return [(name, text)]
        case .list(let elements):
            let texts = try scalars(elements)
            return styling.explode ? texts.map { (name, $0) } : [(name, texts.joined(separator: delimiter))]
        case .members(let members):
            if styling.style == .deepObject { return try bracketPairs(members) }
            var pairs: [(name: String, text: String)] = []
            for member in members where member.value != .undefined {
                pairs.append((member.name, try scalar(member.value)))
            }
            return styling.explode ? pairs : [(name, pairs.flatMap { [$0.name, $0.text] }.joined(separator: delimiter))]
        }
    }

    private var delimiter: String {
        switch styling.style {
        case .spaceDelimited: " "
        case .pipeDelimited: "|"
        default: ","
        }
    }

    private func writePrimitive(_ text: String) throws(ParameterError) -> String? {
        let escaped = escape(text)
        switch styling.style {
        case .simple: return escaped
        case .label: return "." + escaped
        case .matrix: return text.isEmpty ? ";" + escapedName : ";\(escapedName)=\(escaped)"
        case .form, .spaceDelimited, .pipeDelimited, .deepObject, .cookie: return "\(escapedName)=\(escaped)"
        }
    }

    private func writeList(_ elements: [String]) throws(ParameterError) -> String? {
        switch (styling.style, styling.explode) {
        case (.simple, _): return elements.joined(separator: ",")
        case (.label, false): return elements.isEmpty ? "" : "." + elements.joined(separator: ",")
        case (.label, true): return elements.map { "." + $0 }.joined()
        case (.matrix, false): return elements.isEmpty ? "" : ";\(escapedName)=" + elements.joined(separator: ",")
        case (.matrix, true): return elements.map { $0.isEmpty ? ";" + escapedName : ";\(escapedName)=\($0)" }.joined()
        case (.spaceDelimited, false): return named(elements, separator: "%20")
        case (.pipeDelimited, false): return named(elements, separator: "%7C")
        case (.form, false), (.cookie, false): return named(elements, separator: ",")
        case (.form, true), (.spaceDelimited, true), (.pipeDelimited, true), (.deepObject, _), (.cookie, true):
            if elements.isEmpty { return styling.allowEmptyValue ? "\(escapedName)=" : nil }
            return elements.map { "\(escapedName)=\($0)" }.joined(separator: pairSeparator)
        }
    }

    private func writePairs(_ pairs: [(String, String)]) throws(ParameterError) -> String? {
        let flat = pairs.flatMap { [$0.0, $0.1] }
        let equal = pairs.map { "\($0.0)=\($0.1)" }
        switch (styling.style, styling.explode) {
        case (.simple, false): return flat.joined(separator: ",")
        case (.simple, true): return equal.joined(separator: ",")
        case (.label, false): return pairs.isEmpty ? "" : "." + flat.joined(separator: ",")
        case (.label, true): return equal.map { "." + $0 }.joined()
        case (.matrix, false): return pairs.isEmpty ? "" : ";\(escapedName)=" + flat.joined(separator: ",")
        case (.matrix, true): return equal.map { ";" + $0 }.joined()
        case (.spaceDelimited, false): return named(flat, separator: "%20")
        case (.pipeDelimited, false): return named(flat, separator: "%7C")
        case (.form, false), (.cookie, false): return named(flat, separator: ",")
        case (.form, true), (.spaceDelimited, true), (.pipeDelimited, true), (.deepObject, _), (.cookie, true):
            return equal.isEmpty ? nil : equal.joined(separator: pairSeparator)
        }
    }

    private func writeBrackets(_ members: [TextMember]) throws(ParameterError) -> String? {
        let texts = try bracketPairs(members).map { "\(escape($0.name, keepingReserved: false))=\(escape($0.text))" }
        return texts.isEmpty ? nil : texts.joined(separator: "&")
    }

    private func bracketPairs(_ members: [TextMember]) throws(ParameterError) -> [(name: String, text: String)] {
        var pairs: [(name: String, text: String)] = []
        for member in members { try Self.flatten(member.value, as: "\(name)[\(member.name)]", into: &pairs) }
        return pairs
    }

    /// The pairs of a nested value: `a[b]=c`, lists of scalars as repeated names, other lists with their indices.
    static func flatten(_ value: TextTree, as name: String, into pairs: inout [(name: String, text: String)])
        throws(ParameterError)
    {
        switch value {
        case .undefined: break
        case .text(let text): pairs.append((name, text))
        case .list(let elements):
            guard !elements.contains(.undefined) else { throw nullItem }
            let isFlat = elements.allSatisfy { $0.scalar != nil }
            for (index, element) in elements.enumerated() {
                try flatten(element, as: isFlat ? name : "\(name)[\(index)]", into: &pairs)
            }
        case .members(let members):
            for member in members { try flatten(member.value, as: "\(name)[\(member.name)]", into: &pairs) }
        }
    }

    static let nullItem = ParameterError("an item of an array is null, for which there is no text")

    /// An empty list has a name and no value, which distinguishes it from an absent one.
    private func named(_ texts: [String], separator: String) -> String {
        "\(escapedName)=" + texts.joined(separator: separator)
    }

    private var pairSeparator: String {
        styling.style == .cookie ? "; " : "&"
    }

    private var escapedName: String {
        escape(name, keepingReserved: false)
    }

    private func escape(_ text: String, keepingReserved: Bool = true) -> String {
        guard let kept else { return text }
        return PercentEncoding.encode(text, keeping: keepingReserved ? kept : .unreserved)
    }

    private func scalars(_ elements: [TextTree]) throws(ParameterError) -> [String] {
        var texts: [String] = []
        for element in elements {
            // RFC 6570 omits it, which would move the items after it.
            guard element != .undefined else { throw Self.nullItem }
            texts.append(try scalar(element))
        }
        return texts
    }

    private func scalar(_ value: TextTree) throws(ParameterError) -> String {
        guard let text = value.scalar else {
            throw ParameterError("style '\(styling.style.rawValue)' cannot represent nested values")
        }
        return text
    }
}
