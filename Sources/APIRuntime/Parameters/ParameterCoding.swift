extension Parameter {
    /// The text for the parameter's place in the path; never `nil` in practice, since a path needs each of its parts.
    func pathText(of value: TextTree) throws(ParameterError) -> String? {
        try text(of: value, encoding: .unreserved)
    }

    /// `name=value`, or several of these, for the query.
    func queryText(of value: TextTree) throws(ParameterError) -> String? {
        try text(of: value, encoding: .unreserved)
    }

    /// `name=value` for the cookie field.
    func cookieText(of value: TextTree) throws(ParameterError) -> String? {
        guard case .styled(let styling) = serialization, styling.style == .cookie else {
            return try text(of: value, encoding: .unreserved)
        }
        return try text(of: value, encoding: nil)
    }

    /// The value of a header field, which must not break the message.
    func headerText(of value: TextTree) throws(ParameterError) -> String? {
        guard let text = try text(of: value, encoding: nil) else { return nil }
        guard text.utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == UInt8(ascii: "\t") }) else {
            throw ParameterError("a header field cannot contain control characters")
        }
        return text
    }

    private func text(of value: TextTree, encoding: PercentEncoding.Kept?) throws(ParameterError) -> String? {
        guard case .styled(let styling) = serialization else { return nil }
        let kept = encoding.map { styling.allowReserved ? .reserved(except: location.delimiters) : $0 }
        return try StyleWriter(name: name, styling: styling, kept: kept).write(value)
    }
}

extension ParameterLocation {
    /// The reserved characters that would end a value here or change its meaning, also where a parameter allows reserved ones
    /// (OpenAPI 3.1.1, section 4.8.12.2.2), and the brackets, which only hosts may have (RFC 3986, section 3.2.2).
    fileprivate var delimiters: String {
        switch self {
        case .path: "/?#[]"
        case .query, .querystring: "&#+[]"
        case .cookie: ";,&+[]"
        case .header: ""
        }
    }
}
