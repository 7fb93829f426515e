import APIModel

extension SchemaTable {
    /// What a schema requires of a value beyond its type, in words, with links to the schemas that it names.
    ///
    /// - Parameter sentIn: The messages that carry the value, where it is the member of an object.
    func constraints(of id: SchemaID, sentIn: Directions? = nil) -> [String] {
        let schema = WrittenSchema(id, in: schemas)
        return valueWords(of: schema) + annotationWords(of: id, isReference: schema.reference != nil, sentIn)
            + structureWords(of: schema)
    }

    private func valueWords(of schema: WrittenSchema) -> [String] {
        var words: [String] = []
        if let const = schema.const { words.append("always \(prose.code(const.shown))") }
        if let values = schema.enumeration, !values.isEmpty {
            words.append("one of " + values.map { prose.code($0.shown) }.joined(separator: ", "))
        }
        let counts = schema.counts
        words += [
            range(schema.bounds), count(counts[.minLength], counts[.maxLength], "character"),
            count(counts[.minItems], counts[.maxItems], "item"), count(counts[.minProperties], counts[.maxProperties], "member"),
        ].compactMap(\.self)
        if let step = schema.bounds[.multipleOf] { words.append("a multiple of \(step)") }
        if let pattern = schema.pattern { words.append("matches \(prose.code(pattern))") }
        if schema.hasUniqueItems { words.append("no item twice") }
        return words
    }

    private func annotationWords(of id: SchemaID, isReference: Bool, _ sentIn: Directions?) -> [String] {
        let annotations = schemas[id].annotations
        var words: [String] = []
        if !isReference, let mediaType = schemas.form(id).contentMediaType { words.append("holds \(prose.code(mediaType))") }
        if sentIn.map({ !$0.contains(.requests) }) ?? annotations.isReadOnly { words.append("read-only") }
        if sentIn.map({ !$0.contains(.responses) }) ?? annotations.isWriteOnly { words.append("write-only") }
        if annotations.isAutoIncremented { words.append("counted up by the service") }
        if let value = annotations.defaultValue { words.append("default \(prose.code(value.shown))") }
        if let example = annotations.examples.first, example.value.isScalar {
            words.append("for example \(prose.code(example.shown))")
        }
        return words
    }

    private func structureWords(of schema: WrittenSchema) -> [String] {
        var words: [String] = []
        if let not = schema.not { words.append(excluded(not)) }
        if let values = schema.additionalProperties, schemas.form(values).booleanValue == false {
            words.append("without other members")
        }
        if let names = schema.propertyNames {
            let target = schemas.target(of: names)
            let rules = valueWords(of: WrittenSchema(target, in: schemas)) + annotationWords(of: target, isReference: false, nil)
            if !rules.isEmpty { words.append("each member's name: " + rules.joined(separator: ", ")) }
        }
        if let contained = schema.contains { words.append(containing(contained, schema.counts)) }
        words += schema.dependentRequired.map { dependency in
            "with \(prose.code(dependency.name)) also \(dependency.required.map(prose.code).joined(separator: ", "))"
        }
        return words
    }

    private func excluded(_ id: SchemaID) -> String {
        let target = schemas.target(of: id)
        let schema = WrittenSchema(target, in: schemas)
        if let values = schema.enumeration ?? schema.const.map({ [$0] }) {
            return "none of " + values.map { prose.code($0.shown) }.joined(separator: ", ")
        }
        if !schema.namesKinds, !schema.required.isEmpty {
            return "not with " + schema.required.map(prose.code).joined(separator: " and ")
        }
        let rules = valueWords(of: schema) + annotationWords(of: target, isReference: false, nil)
        return (["not " + type(of: id)] + rules).joined(separator: " that is ")
    }

    private func containing(_ id: SchemaID, _ counts: [Assertion.Count: Int]) -> String {
        let words = "holds at least \(counts[.minContains] ?? 1) \(type(of: id))"
        return counts[.maxContains].map { "\(words) and at most \($0)" } ?? words
    }
}

private func range(_ bounds: [Assertion.Bound: String]) -> String? {
    let above = bounds[.exclusiveMinimum]
    let below = bounds[.exclusiveMaximum]
    if let minimum = bounds[.minimum], let maximum = bounds[.maximum], above == nil, below == nil {
        return minimum == maximum ? "exactly \(minimum)" : "\(minimum) to \(maximum)"
    }
    let words = [
        bounds[.minimum].map { "at least \($0)" }, above.map { "more than \($0)" }, bounds[.maximum].map { "at most \($0)" },
        below.map { "less than \($0)" },
    ].compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: " and ")
}

private func count(_ least: Int?, _ most: Int?, _ noun: String) -> String? {
    let last = most ?? least ?? 0
    let nouns = last == 1 ? noun : noun + "s"
    switch (least ?? 0, most) {
    case (0, nil): return nil
    case (let least, nil): return "at least \(least) \(nouns)"
    case (0, let most?): return "at most \(most) \(nouns)"
    case (let least, let most?): return least == most ? "exactly \(most) \(nouns)" : "\(least) to \(most) \(nouns)"
    }
}
