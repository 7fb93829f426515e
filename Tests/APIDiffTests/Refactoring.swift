/// A rewriting of a document that changes nothing for callers.
enum Refactoring: String, CaseIterable {
    case reordered, inlined, extracted, wrapped, split, flattened, upgraded

    func apply(to document: DocumentValue) -> DocumentValue {
        switch self {
        case .reordered: document.mapped { _, value in value.members.isEmpty ? value : .object(value.members.reversed()) }
        case .inlined: document.inlined
        case .extracted: document.extracted
        case .wrapped: document.wrapped
        case .split: document.mapped { $0.isExample ? $1 : $1.split }
        case .flattened: document.mapped { $0.isExample ? $1 : $1.flattened(among: document.schemas) }
        case .upgraded: document.upgraded
        }
    }
}

extension DocumentValue {
    private static let prefix = "#/components/schemas/"

    fileprivate var schemas: DocumentValue? { self["components"]?["schemas"] }

    /// References of messages and parameters replaced by the schemas that they refer to.
    fileprivate var inlined: DocumentValue {
        mapped { path, value in
            guard path.first == "paths", path.last == "schema", value.members.count == 1, let name = value.referencedSchema
            else { return value }
            let schema = schemas?[name] ?? value
            // Discriminators and the title of an alternative depend on the name of the component.
            return schema["discriminator"] == nil ? schema : value
        }
    }

    /// The name of the component that it refers to, unless the name is escaped.
    fileprivate var referencedSchema: String? {
        guard case .scalar(let json)? = self["$ref"], json.hasPrefix("\"" + Self.prefix) else { return nil }
        let name = String(json.dropFirst(Self.prefix.count + 1).dropLast())
        return name.contains { "~%".contains($0) } ? nil : name
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
        var document = mapped { $0.isExample ? $1 : $1.upgradedSchema(among: schemas) }
        document["openapi"] = .text("3.1.0")
        return document
    }

    private func upgradedSchema(among schemas: DocumentValue?) -> DocumentValue {
        var schema = self
        // Other keywords are ignored beside a reference in OpenAPI 3.0.
        if case .scalar? = self["$ref"] {
            schema = .object(members.filter { $0.name == "$ref" || $0.name == "nullable" || Self.annotations.contains($0.name) })
        }
        for (bound, exclusive) in [("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum")] {
            guard case .scalar(let isExclusive)? = self[exclusive], ["true", "false"].contains(isExclusive) else { continue }
            schema[exclusive] = isExclusive == "true" ? self[bound] : nil
            if isExclusive == "true" { schema[bound] = nil }
        }
        return isNullable || hasNullableAlternative(among: schemas) ? schema.allowingNull : schema
    }

    private static let annotations = ["title", "description", "readOnly", "writeOnly", "deprecated", "example"]

    private var isNullable: Bool {
        if case .scalar("true")? = self["nullable"] { true } else { false }
    }

    /// Whether null is a value of an alternative, which is meant although the type beside the list does not name it.
    private func hasNullableAlternative(among schemas: DocumentValue?) -> Bool {
        guard self["type"] != nil else { return false }
        return ["oneOf", "anyOf"].contains { name in
            guard case .array(let alternatives)? = self[name] else { return false }
            return alternatives.contains { ($0.referencedSchema.flatMap { schemas?[$0] } ?? $0).allowsNull }
        }
    }

    private var allowsNull: Bool {
        if case .array(let types)? = self["type"] { types.contains { $0.json == "\"null\"" } } else { isNullable }
    }

    /// The schema, of which null is a value too, as in OpenAPI 3.1.
    private var allowingNull: DocumentValue {
        var schema = self
        schema["nullable"] = nil
        if isNullable, ["$ref", "allOf", "oneOf", "anyOf"].contains(where: { schema[$0] != nil }) {
            let annotations = schema.members.filter { Self.annotations.contains($0.name) }
            let rest = DocumentValue.object(schema.members.filter { !Self.annotations.contains($0.name) })
            return .object(annotations + [("anyOf", .array([rest, .object([("type", .text("null"))])]))])
        }
        guard case .scalar? = schema["type"], let type = schema["type"] else { return schema }
        schema["type"] = .array([type, .text("null")])
        if case .array(let values)? = schema["enum"] { schema["enum"] = .array(values + [.scalar("null")]) }
        return schema
    }
}

/// `allOf` of plain objects.
extension DocumentValue {
    private static let plainKeywords: Set<String> = ["type", "properties", "required", "title", "description"]

    /// Whether it is an object with no keywords but those that `allOf` can hold in parts.
    private var isPlainObject: Bool {
        guard case .scalar("\"object\"")? = self["type"], case .object? = self["properties"] else { return false }
        return members.allSatisfy { Self.plainKeywords.contains($0.name) }
    }

    /// A plain object as `allOf` of two objects, which have one half of its properties each.
    fileprivate var split: DocumentValue {
        guard isPlainObject, let properties = self["properties"]?.members, properties.count > 1 else { return self }
        let half = properties.count / 2
        var parts = [properties[..<half], properties[half...]].map { part in
            DocumentValue.object([("type", .text("object")), ("properties", .object(Array(part)))])
        }
        parts[1]["required"] = self["required"]
        let annotations = members.filter { ["title", "description"].contains($0.name) }
        return .object(annotations + [("allOf", .array(parts))])
    }

    /// An `allOf` of plain objects, some behind references, as one object.
    fileprivate func flattened(among schemas: DocumentValue?) -> DocumentValue {
        guard case .array(let list)? = self["allOf"], members.allSatisfy({ $0.name == "allOf" || $0.name == "description" })
        else { return self }
        let parts = list.map { part in part.referencedSchema.flatMap { schemas?[$0] } ?? part }
        let properties = parts.flatMap { $0["properties"]?.members ?? [] }
        guard parts.allSatisfy(\.isPlainObject), Set(properties.map(\.name)).count == properties.count else { return self }
        let required = parts.flatMap { part -> [DocumentValue] in
            if case .array(let names)? = part["required"] { names } else { [] }
        }
        var object = DocumentValue.object([("type", .text("object")), ("properties", .object(properties))])
        if !required.isEmpty { object["required"] = .array(required) }
        if let description = self["description"] { object["description"] = description }
        return object
    }
}

extension [String] {
    /// Whether the path leads into an example or another value that is no schema.
    fileprivate var isExample: Bool {
        zip(["paths"] + self, self).contains { parent, name in
            parent != "properties"
                && (["example", "examples", "default", "enum", "const", "value"].contains(name) || name.hasPrefix("x-"))
        }
    }
}
