/// Writes an object as `application/x-www-form-urlencoded`.
struct FormWriter {
    /// The properties whose style the document changes.
    let encoding: [Parameter]
    var kept = PercentEncoding.Kept.form

    /// Objects are written as JSON text and lists as repeated pairs (OpenAPI 3.1.1, section 4.8.15.1), unless the document says otherwise.
    func write(_ value: JSONValue) throws(ParameterError) -> String {
        guard case .object(let object) = value else { throw ParameterError("a form can only be written from an object") }
        var pieces: [String] = []
        for entry in object.members {
            let (name, member) = (entry.name, entry.value)
            let property = encoding.first { $0.name == name }
            if let property, case .styled = property.serialization {
                if let text = try property.queryText(of: TextTree(member)) { pieces.append(text) }
            } else if case .content? = property?.serialization, property?.shape != .array {
                pieces.append(pair(name, String(decoding: try bytes(of: member), as: UTF8.self)))
            } else {
                for text in try texts(of: member) { pieces.append(pair(name, text)) }
            }
        }
        return pieces.joined(separator: "&")
    }

    private func texts(of member: JSONValue) throws(ParameterError) -> [String] {
        switch member {
        case .null: return []
        case .array(let items):
            guard !items.contains(.null) else { throw StyleWriter.nullItem }
            var texts: [String] = []
            for item in items { texts.append(try text(of: item)) }
            return texts
        default: return [try text(of: member)]
        }
    }

    private func text(of value: JSONValue) throws(ParameterError) -> String {
        if let text = TextTree(value).scalar { return text }
        return String(decoding: try bytes(of: value), as: UTF8.self)
    }

    private func pair(_ name: String, _ value: String) -> String {
        PercentEncoding.encode(name, keeping: kept) + "=" + PercentEncoding.encode(value, keeping: kept)
    }

    private func bytes(of value: JSONValue) throws(ParameterError) -> [UInt8] {
        do {
            return try writeJSON(value)
        } catch {
            throw ParameterError(error.description)
        }
    }
}

/// Reads `application/x-www-form-urlencoded` into an object.
struct FormReader {
    let encoding: [Parameter]

    /// Reads the object, and what was sent if there is something in it that the type does not have.
    ///
    /// Objects may be in brackets or JSON text, whichever the type can be read from.
    func read<Value: JSONCodable>(
        _ type: Value.Type, from text: Substring, timestampsAreLenient: Bool = false
    ) throws(ParameterError) -> (value: Value, sent: TextTree?) {
        do {
            return try readSentText(type, from: try read(text), timestampsAreLenient: timestampsAreLenient)
        } catch {
            let sent = try read(text)
            let unpacked = sent.unpackingJSON
            guard unpacked != sent,
                let read = try? readSentText(type, from: unpacked, timestampsAreLenient: timestampsAreLenient)
            else {
                throw error
            }
            return read
        }
    }

    func read(_ text: Substring) throws(ParameterError) -> TextTree {
        guard case .members(var members) = try QueryPairs.readAll(text) else { return .members([]) }
        guard !encoding.isEmpty else { return .members(members) }
        let pairs = QueryPairs(query: text)
        for property in encoding {
            guard let value = try value(of: property, in: pairs) else { continue }
            members.removeAll { $0.name == property.name || property.owns($0.name) }
            members.append(TextMember(name: property.name, value: value))
        }
        return .members(members)
    }

    /// The value of a property in one pair; nil if it is absent or takes several pairs.
    private func value(of property: Parameter, in pairs: QueryPairs) throws(ParameterError) -> TextTree? {
        switch property.serialization {
        case .styled(let styling):
            styling.explode && property.shape != .object ? nil : try pairs.read(property, styling, others: { _ in true })
        case .content(let mediaType):
            if property.shape == .array {
                try pairs.readContents(property.name, mediaType)
            } else if let text = try pairs.readContent(property.name) {
                TextTree(try readContent(JSONValue.self, text, mediaType).value)
            } else {
                nil
            }
        }
    }
}
