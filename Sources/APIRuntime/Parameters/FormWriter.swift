/// Writes an object as `application/x-www-form-urlencoded`.
struct FormWriter {
    /// The properties whose style the document changes.
    let encoding: [Parameter]
    var kept = PercentEncoding.Kept.form

    /// - Parameter json: the same value, for properties that are written as JSON.
    func write(_ value: TextTree, json: JSONValue? = nil) throws(ParameterError) -> String {
        guard case .members(let members) = value else { throw ParameterError("a form can only be written from an object") }
        var pieces: [String] = []
        for member in members {
            if let property = encoding.first(where: { $0.name == member.name }), case .content = property.serialization,
                let value = json?[member.name]
            {
                pieces.append(pair(member.name, String(decoding: try bytes(of: value), as: UTF8.self)))
            } else if let property = encoding.first(where: { $0.name == member.name }) {
                if let text = try property.queryText(of: member.value) { pieces.append(text) }
            } else {
                var pairs: [(name: String, value: String)] = []
                try StyleWriter.flatten(member.value, as: member.name, into: &pairs)
                pieces += pairs.map { pair($0.name, $0.value) }
            }
        }
        return pieces.joined(separator: "&")
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

    func read(_ text: Substring) throws(ParameterError) -> TextTree {
        let pairs = QueryPairs(query: text)
        guard case .members(var members) = try pairs.readAll() else { return .members([]) }
        for property in encoding {
            guard let value = try value(of: property, in: pairs) else { continue }
            members.removeAll { $0.name == property.name }
            members.append(TextMember(name: property.name, value: value))
        }
        return .members(members)
    }

    /// The value of a property that stands in one pair; nil where it is absent or stands in several.
    private func value(of property: Parameter, in pairs: QueryPairs) throws(ParameterError) -> TextTree? {
        switch property.serialization {
        case .styled(let styling): styling.explode ? nil : try pairs.read(property, styling, others: { _ in true })
        case .content(let mediaType):
            if let text = try pairs.readContent(property.name) { TextTree(try readContent(JSONValue.self, text, mediaType)) } else { nil }
        }
    }
}
