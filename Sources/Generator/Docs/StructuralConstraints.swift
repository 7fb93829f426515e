import OpenAPI

extension SchemaTable {
    /// What a schema asks of a value beyond its type, in words, with links to the schemas that it names.
    func constraints(of schema: Schema) -> [String] {
        var words = schema.constraints(prose.code)
        if let not = schema.not { words.append(excluded(not)) }
        if let values = schema.additionalProperties, document[values].booleanValue == false { words.append("without other members") }
        if let names = schema.propertyNames {
            let rules = document[document.resolved(names)].constraints(prose.code)
            if !rules.isEmpty { words.append("each member's name: " + rules.joined(separator: ", ")) }
        }
        if let contained = schema.contains { words.append(containing(contained, schema.rare)) }
        words += schema.rare.dependentRequired.map { dependency in
            "with \(prose.code(dependency.property)) also \(dependency.required.map(prose.code).joined(separator: ", "))"
        }
        return words
    }

    private func excluded(_ id: SchemaID) -> String {
        let schema = document[document.resolved(id)]
        if let values = schema.enumeration ?? schema.const.map({ [$0] }) {
            return "none of " + values.map { prose.code($0.shown) }.joined(separator: ", ")
        }
        if schema.types.isEmpty, !schema.required.isEmpty {
            return "not with " + schema.required.map { prose.code($0.value) }.joined(separator: " and ")
        }
        return (["not " + type(of: id)] + schema.constraints(prose.code)).joined(separator: " that is ")
    }

    private func containing(_ id: SchemaID, _ limits: RareKeywords) -> String {
        let least = limits.minContains ?? 1
        let words = "holds at least \(least) \(type(of: id))"
        return limits.maxContains.map { "\(words) and at most \($0)" } ?? words
    }
}
