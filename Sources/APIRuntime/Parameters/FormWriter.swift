/// Writes an object as `application/x-www-form-urlencoded`.
struct FormWriter {
    /// The properties whose style the document changes.
    let encoding: [Parameter]
    var kept = PercentEncoding.Kept.form

    func write(_ value: TextTree) throws(ParameterError) -> String {
        guard case .members(let members) = value else { throw ParameterError("a form can only be written from an object") }
        var pieces: [String] = []
        for member in members {
            if let property = encoding.first(where: { $0.name == member.name }) {
                if let text = try property.queryText(of: member.value) { pieces.append(text) }
                continue
            }
            var pairs: [(name: String, value: String)] = []
            StyleWriter.flatten(member.value, as: member.name, into: &pairs)
            for pair in pairs {
                pieces.append(
                    PercentEncoding.encode(pair.name, keeping: kept) + "=" + PercentEncoding.encode(pair.value, keeping: kept))
            }
        }
        return pieces.joined(separator: "&")
    }
}

/// Reads `application/x-www-form-urlencoded` into an object.
struct FormReader {
    let encoding: [Parameter]

    func read(_ text: Substring) throws(ParameterError) -> TextTree {
        let pairs = QueryPairs(query: text)
        guard case .members(var members) = try pairs.readAll() else { return .members([]) }
        for property in encoding {
            guard case .styled(let styling) = property.serialization, !styling.explode,
                let value = try pairs.read(property, styling, others: { _ in true })
            else { continue }
            members.removeAll { $0.name == property.name }
            members.append(TextMember(name: property.name, value: value))
        }
        return .members(members)
    }
}
