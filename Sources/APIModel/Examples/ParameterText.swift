/// The text of a parameter's value in a request, escaped as the generated client escapes it.
struct ParameterText {
    let parameter: ResolvedParameter
    let value: JSONValue

    /// The value in its place in the path.
    var segment: String { text ?? "" }

    /// The pairs of a query or the whole query; `nil` where there are none.
    var query: String? {
        guard parameter.location == .querystring else { return text }
        guard parameter.content?.coding == .form, case .object(let members) = value else {
            return escape(parameter.content?.coding == .json ? value.compactText : value.plainText)
        }
        let pairs = JSONValue.object(members).pairs.map { "\(RequestText.escape($0.name))=\(RequestText.escape($0.value))" }
        return pairs.isEmpty ? nil : pairs.joined(separator: "&")
    }

    /// `name=value` of a cookie; `nil` where nothing is written.
    var cookie: String? { text }

    /// The value of a header field; nothing is escaped there.
    var header: String {
        guard let style = parameter.style else { return content }
        return StyledText(name: parameter.name, style: style, escape: { $0 }).text(of: value) ?? ""
    }

    private var text: String? {
        if let style = parameter.style {
            let isPlain = style.style == .cookie
            return StyledText(name: parameter.name, style: style, escape: { isPlain ? $0 : escape($0) }).text(of: value)
        }
        let name = parameter.location == .cookie ? parameter.name : RequestText.escape(parameter.name)
        return (parameter.location == .path ? "" : name + "=") + escape(content)
    }

    private var content: String {
        parameter.content?.coding == .json ? value.compactText : value.plainText
    }

    /// A placeholder, which a reader replaces, is not escaped.
    private func escape(_ text: String) -> String {
        if text == parameter.placeholder { return text }
        guard parameter.style?.allowsReserved == true else { return RequestText.escape(text) }
        let kept = ":/?#[]@!$&'()*+,;=".filter { !parameter.location.delimiters.contains($0) }
        return RequestText.escape(text, keeping: kept)
    }
}

extension ResolvedParameter {
    /// What a sample shows where no value can be made.
    var placeholder: String { "<\(name)>" }
}

extension ParameterLocation {
    /// The reserved characters that would change the meaning of a request here (OpenAPI 3.1.1, section 4.8.12.2.2).
    fileprivate var delimiters: String {
        switch self {
        case .path: "/?#[]"
        case .query, .querystring: "&#+[]"
        case .cookie: ";,&+[]"
        case .header: ""
        }
    }
}
