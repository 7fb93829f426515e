import HTTPTypes

extension ServerRequest {
    /// A path parameter.
    /// - Throws: 404 where the text cannot be one.
    public func path<Value: JSONCodable>(_ name: String, as type: Value.Type) throws(RequestFailure) -> Value {
        guard let text = captures.first(where: { $0.name == name })?.text, let parameter = operation.parameter(name, in: .path)
        else {
            throw .missing(name, .path)
        }
        let read: SentParameter<Value>
        do throws(ParameterError) {
            read = try parameter.readPath(text, type)
        } catch {
            throw .unreadable(name, .path, error.description)
        }
        try validate(read, of: parameter)
        return read.value
    }

    /// A query parameter that has to be there.
    /// - Throws: 400 where it's absent or cannot be read.
    public func query<Value: JSONCodable>(_ name: String, as type: Value.Type) throws(RequestFailure) -> Value {
        guard let value = try query(name, ifPresent: type) else { throw .missing(name, .query) }
        return value
    }

    /// A query parameter; `nil` where it's absent.
    /// - Throws: 400 where it cannot be read.
    public func query<Value: JSONCodable>(_ name: String, ifPresent type: Value.Type) throws(RequestFailure) -> Value? {
        let query = query
        guard !query.isEmpty else { return nil }
        return try pair(name, .query, type, QueryPairs(query: query))
    }

    /// A cookie that has to be there.
    /// - Throws: 400 where it's absent or cannot be read.
    public func cookie<Value: JSONCodable>(_ name: String, as type: Value.Type) throws(RequestFailure) -> Value {
        guard let value = try cookie(name, ifPresent: type) else { throw .missing(name, .cookie) }
        return value
    }

    /// A cookie; `nil` where it's absent.
    /// - Throws: 400 where it cannot be read.
    public func cookie<Value: JSONCodable>(_ name: String, ifPresent type: Value.Type) throws(RequestFailure) -> Value? {
        guard let field = message.head.headerFields[.cookie] else { return nil }
        return try pair(name, .cookie, type, QueryPairs(query: Substring(field), separator: UInt8(ascii: ";"), plusIsSpace: false))
    }

    /// A header field that has to be there.
    /// - Throws: 400 where it's absent or cannot be read.
    public func header<Value: JSONCodable>(_ name: String, as type: Value.Type) throws(RequestFailure) -> Value {
        guard let value = try header(name, ifPresent: type) else { throw .missing(name, .header) }
        return value
    }

    /// A header field; `nil` where it's absent.
    /// - Throws: 400 where it cannot be read.
    public func header<Value: JSONCodable>(_ name: String, ifPresent type: Value.Type) throws(RequestFailure) -> Value? {
        guard let parameter = operation.parameter(name, in: .header) else { return nil }
        let read: SentParameter<Value>?
        do throws(ParameterError) {
            read = try parameter.readHeader(message.head.headerFields, type)
        } catch {
            throw .unreadable(name, .header, error.description)
        }
        try validate(read, of: parameter)
        return read?.value
    }

    /// The whole query as one value (OpenAPI 3.2).
    /// - Throws: 400 where it's absent or cannot be read.
    public func querystring<Value: JSONCodable>(_ name: String, as type: Value.Type) throws(RequestFailure) -> Value {
        guard let value = try querystring(name, ifPresent: type) else { throw .missing(name, .querystring) }
        return value
    }

    /// The whole query as one value; `nil` where there is none.
    /// - Throws: 400 where it cannot be read.
    public func querystring<Value: JSONCodable>(_ name: String, ifPresent type: Value.Type) throws(RequestFailure) -> Value? {
        let query = query
        guard !query.isEmpty, let parameter = operation.parameter(name, in: .querystring) else { return nil }
        let read: SentParameter<Value>
        do throws(ParameterError) {
            read = try parameter.readQuerystring(query, type)
        } catch {
            throw .unreadable(name, .querystring, error.description)
        }
        try validate(read, of: parameter)
        return read.value
    }

    private func pair<Value: JSONCodable>(
        _ name: String, _ location: ParameterLocation, _ type: Value.Type, _ pairs: QueryPairs
    ) throws(RequestFailure) -> Value? {
        guard let parameter = operation.parameter(name, in: location) else { return nil }
        let read: SentParameter<Value>?
        var unknownMembers: TextTree?
        do throws(ParameterError) {
            switch parameter.serialization {
            case .styled(let styling) where styling.allowEmptyValue && type == Bool.self && pairs.isFlag(name):
                // `?flag` is how such a parameter is set.
                read = (true as? Value).map { SentParameter(value: $0) }
            case .styled(let styling):
                let pairs = pairs.splittingCookie(of: parameter, styling)
                let others = { (name: String) in isOwned(name, in: location, besides: parameter) }
                let tree = try pairs.read(parameter, styling, others: others)
                let all = try pairs.readExploded(parameter, styling, others: others) ?? tree
                read = if let tree { SentParameter(value: try readText(type, from: tree), tree: all) } else { nil }
                if tree == nil { unknownMembers = all }
            case .content(let mediaType):
                read = if let text = try pairs.readContent(name) { try readContent(type, text, mediaType) } else { nil }
            }
        } catch {
            throw .unreadable(name, location, error.description)
        }
        if let unknownMembers { try refuseUnknownMembers(unknownMembers, of: parameter) }
        try validate(read, of: parameter)
        return read?.value
    }

    /// Whether a pair belongs to another parameter or to a credential.
    private func isOwned(_ name: String, in location: ParameterLocation, besides own: Parameter) -> Bool {
        operation.parameters.contains { $0.location == location && $0.name != own.name && $0.owns(name) }
            || securitySchemes.contains { scheme in
                if case .apiKey(location, name) = scheme.kind { true } else { false }
            }
    }
}

extension Parameter {
    /// Whether a pair with this name belongs to the parameter.
    func owns(_ pair: String) -> Bool {
        guard case .styled(let styling) = serialization else { return pair == name }
        if styling.style == .deepObject { return pair.hasPrefix(name + "[") }
        if styling.explode, shape == .object { return properties?.contains(pair) ?? false }
        return pair == name
    }

    fileprivate func readPath<Value: JSONCodable>(_ text: Substring, _ type: Value.Type) throws(ParameterError)
        -> SentParameter<Value>
    {
        switch serialization {
        case .styled(let styling):
            let reader = StyleReader(name: name, styling: styling, shape: shape, escaping: .percent(plusIsSpace: false))
            let tree = try reader.read(text)
            return SentParameter(value: try readText(type, from: tree), tree: tree)
        case .content(let mediaType):
            return try readContent(type, try TextEscaping.percent(plusIsSpace: false).decode(text), mediaType)
        }
    }

    fileprivate func readQuerystring<Value: JSONCodable>(_ query: Substring, _ type: Value.Type) throws(ParameterError)
        -> SentParameter<Value>
    {
        guard case .content(let mediaType) = serialization, MediaType(mediaType)?.isForm != true else {
            let read = try FormReader(encoding: []).read(type, from: query)
            return SentParameter(value: read.value, tree: read.sent)
        }
        return try readContent(type, try TextEscaping.percent(plusIsSpace: false).decode(query), mediaType)
    }

    /// Decodes the parameter from the header fields of a request, response or part. Returns `nil` if it is absent.
    func readHeader<Value: JSONCodable>(
        _ fields: HTTPFields, _ type: Value.Type, timestampsAreLenient: Bool = false
    ) throws(ParameterError) -> SentParameter<Value>? {
        guard let field = HTTPField.Name(name) else { return nil }
        if field == .setCookie { return try readCookies(fields[values: field], type) }
        guard let text = fields[field] else { return nil }
        switch serialization {
        case .styled(let styling):
            let tree = try StyleReader(name: name, styling: styling, shape: shape, escaping: .headerField).read(Substring(text))
            return SentParameter(value: try readText(type, from: tree, timestampsAreLenient: timestampsAreLenient), tree: tree)
        case .content(let mediaType):
            return try readContent(type, text, mediaType)
        }
    }

    /// The lines of `Set-Cookie`, which have commas of their own: a list, or text with one line for each cookie.
    private func readCookies<Value: JSONCodable>(_ lines: [String], _ type: Value.Type) throws(ParameterError)
        -> SentParameter<Value>?
    {
        if lines.isEmpty { return nil }
        let tree: TextTree = shape == .array ? .list(lines.map { .text($0) }) : .text(lines.joined(separator: "\n"))
        return SentParameter(value: try readText(type, from: tree))
    }
}

/// The value of a parameter, together with what was sent, which may have members that the value's type does not have.
struct SentParameter<Value: JSONCodable> {
    let value: Value
    /// What was sent, if it is text.
    var tree: TextTree?
    /// What was sent, if it is JSON.
    var json: JSONValue?
}

/// Decodes the value of a `content` parameter, which is JSON or plain text.
func readContent<Value: JSONCodable>(_ type: Value.Type, _ text: String, _ mediaType: String) throws(ParameterError)
    -> SentParameter<Value>
{
    guard MediaType(mediaType)?.isJSON == true else { return SentParameter(value: try readText(type, from: .text(text))) }
    do throws(JSONError) {
        let bytes = Array(text.utf8)
        return SentParameter(value: try readJSON(type, from: bytes), json: try JSONValue(json: bytes))
    } catch {
        throw ParameterError(error.description)
    }
}

extension RequestFailure {
    fileprivate static func missing(_ name: String, _ location: ParameterLocation) -> RequestFailure {
        RequestFailure(
            location == .path ? .invalidPathParameter : .invalidParameter,
            "the \(location.rawValue) parameter '\(name)' is missing", parameter: name)
    }

    fileprivate static func unreadable(_ name: String, _ location: ParameterLocation, _ reason: String) -> RequestFailure {
        RequestFailure(
            location == .path ? .invalidPathParameter : .invalidParameter,
            "the \(location.rawValue) parameter '\(name)' cannot be read: \(reason)", parameter: name)
    }
}
