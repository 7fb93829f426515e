/// A rewriting of a document that changes nothing for callers.
enum Refactoring: String, CaseIterable {
    case reordered, inlined, extracted, wrapped, upgraded

    func apply(to document: DocumentValue) -> DocumentValue {
        switch self {
        case .reordered: document.mapped { _, value in value.members.isEmpty ? value : .object(value.members.reversed()) }
        case .inlined: document.inlined
        case .extracted: document.extracted
        case .wrapped: document.wrapped
        case .upgraded: document.upgraded
        }
    }
}

extension DocumentValue {
    private static let prefix = "#/components/schemas/"

    private var schemas: DocumentValue? { self["components"]?["schemas"] }

    /// References of messages and parameters replaced by the schemas that they refer to.
    fileprivate var inlined: DocumentValue {
        mapped { path, value in
            guard path.first == "paths", path.last == "schema", case .scalar(let json)? = value["$ref"], value.members.count == 1,
                json.hasPrefix("\"" + Self.prefix)
            else { return value }
            let name = String(json.dropFirst(Self.prefix.count + 1).dropLast())
            let schema = schemas?[name] ?? value
            // Discriminators and the title of an alternative depend on the name of the component.
            return schema["discriminator"] == nil && !name.contains(where: { "~%".contains($0) }) ? schema : value
        }
    }

    /// Inline schemas of messages moved to components.
    fileprivate var extracted: DocumentValue {
        var added: [(name: String, value: DocumentValue)] = []
        var document = mapped { path, value in
            guard path.first == "paths", path.last == "schema", value["type"] != nil, value["$ref"] == nil else { return value }
            let name = "Extracted\(added.count)"
            added.append((name, value))
            return .object([("$ref", .text(Self.prefix + name))])
        }
        var components = document["components"] ?? .object([])
        components["schemas"] = .object((components["schemas"]?.members ?? []) + added)
        document["components"] = components
        return document
    }

    /// Components written as `allOf` with one schema.
    fileprivate var wrapped: DocumentValue {
        var document = self
        guard var components = self["components"], let schemas else { return self }
        components["schemas"] = .object(
            schemas.members.map { name, schema in
                // An XML name inside allOf is not that of the whole.
                let isPlain = schema["type"] != nil && ["allOf", "discriminator", "xml"].allSatisfy { schema[$0] == nil }
                return (name, isPlain ? .object([("allOf", .array([schema]))]) : schema)
            })
        document["components"] = components
        return document
    }

    /// OpenAPI 3.0 in the spelling of 3.1.
    fileprivate var upgraded: DocumentValue {
        guard case .scalar(let version)? = self["openapi"], version.hasPrefix("\"3.0") else { return self }
        var document = mapped { _, value in value.upgradedSchema }
        document["openapi"] = .text("3.1.0")
        return document
    }

    private var upgradedSchema: DocumentValue {
        // OpenAPI 3.0 ignores what is beside a reference.
        if case .scalar? = self["$ref"] { return .object(members.filter { $0.name == "$ref" }) }
        var schema = self
        for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
            guard case .scalar(let isExclusive)? = self[exclusive], ["true", "false"].contains(isExclusive) else { continue }
            schema[exclusive] = isExclusive == "true" ? self[bound] : nil
            if isExclusive == "true" { schema[bound] = nil }
        }
        guard case .scalar("true")? = self["nullable"], case .scalar? = self["type"], let type = self["type"] else { return schema }
        schema["nullable"] = nil
        schema["type"] = .array([type, .text("null")])
        if case .array(let values)? = self["enum"] { schema["enum"] = .array(values + [.scalar("null")]) }
        return schema
    }
}
