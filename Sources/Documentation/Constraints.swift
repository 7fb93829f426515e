import APIModel

extension SchemaTable {
    /// Returns what a schema requires of a value beyond its type, in words, with links to the schemas that it names.
    ///
    /// The page of a schema lists its constraints, so that only those beside a reference to it are returned.
    ///
    /// - Parameter sentIn: The messages that carry the value, where it is the property of an object.
    func constraints(of id: SchemaID, sentIn: Directions? = nil) -> [String] {
        switch destination(of: id) {
        case .page where prose.pages.schemas[id] == nil: ownConstraints(of: id, sentIn)
        case .page: allConstraints(of: id, sentIn)
        case .inline(let target): allConstraints(of: target, sentIn, schemas[id].effectiveAnnotations)
        }
    }

    /// What a schema, its reference and its parts require together.
    private func allConstraints(of id: SchemaID, _ sentIn: Directions?, _ annotations: Annotations? = nil) -> [String] {
        let form = schemas.form(id)
        let mediaType = form.contentMediaType.map { ["contains " + prose.code($0)] } ?? []
        return valueWords(of: form) + mediaType + annotationWords(annotations ?? schemas[id].effectiveAnnotations, sentIn)
            + structureWords(of: id, isClosed: form.object.additionalProperties == .none)
    }

    /// What a schema requires beside the component that it refers to.
    private func ownConstraints(of id: SchemaID, _ sentIn: Directions?) -> [String] {
        let written = WrittenSchema(id, in: schemas)
        let parts = written.allOf.filter { schemas.form($0).isOnlyConstraint }
        return valueWords(of: written.rules) + parts.flatMap { valueWords(of: schemas.form($0)) }
            + annotationWords(schemas[id].annotations, sentIn) + structureWords(of: id, isClosed: false)
    }

    private func valueWords(of rules: NormalForm) -> [String] {
        var words: [String] = []
        if !rules.isOnlyNull, let values = rules.values?.map(\.value), !values.isEmpty {
            let list = values.map { prose.code($0.isScalar ? $0.plainText : $0.literal(.json)) }.joined(separator: ", ")
            words.append((values.count == 1 ? "always " : "one of ") + list)
        }
        let counts = rules.counts
        words += [
            range(rules.bounds), count(counts[.minLength], counts[.maxLength], "character", "characters"),
            count(counts[.minItems], counts[.maxItems], "item", "items"),
            count(counts[.minProperties], counts[.maxProperties], "property", "properties"),
        ].compactMap(\.self)
        if let step = rules.bounds[.multipleOf] { words.append("a multiple of \(step)") }
        words += rules.patterns.map { "matches \(prose.code($0))" }
        if rules.array.hasUniqueItems { words.append("items are unique") }
        return words
    }

    private func annotationWords(_ annotations: Annotations, _ sentIn: Directions?) -> [String] {
        var words: [String] = []
        if sentIn.map({ !$0.contains(.requests) }) ?? annotations.isReadOnly { words.append("read-only") }
        if sentIn.map({ !$0.contains(.responses) }) ?? annotations.isWriteOnly { words.append("write-only") }
        if annotations.isAutoIncremented { words.append("auto-incremented") }
        if let value = annotations.defaultValue { words.append("default \(prose.code(value.shown))") }
        if let example = annotations.examples.first, example.value.isScalar {
            words.append("for example \(prose.code(example.shown))")
        }
        return words
    }

    private func structureWords(of id: SchemaID, isClosed: Bool) -> [String] {
        let schema = WrittenSchema(id, in: schemas)
        var words: [String] = []
        if let not = schema.not { words.append(excluded(not)) }
        if isClosed { words.append("no other properties") }
        if let names = schema.propertyNames {
            let rules = allConstraints(of: schemas.target(of: names), nil)
            if !rules.isEmpty { words.append("each property name: " + rules.joined(separator: ", ")) }
        }
        if let contained = schema.contains { words.append(containing(contained, schema.rules.counts)) }
        words += [schema.oneOf, schema.anyOf].compactMap(requiredOneOf)
        words += schema.dependentRequired.map { dependency in
            "\(prose.code(dependency.name)) requires \(dependency.required.map(prose.code).joined(separator: " and "))"
        }
        return words
    }

    /// Lists such as `anyOf: [{required: [a]}, {required: [b]}]`, whose alternatives only name properties.
    private func requiredOneOf(_ alternatives: [SchemaID]) -> String? {
        let names = alternatives.map { schemas.form($0).requiredNames }
        guard names.count > 1, names.allSatisfy({ !$0.isEmpty }), alternatives.allSatisfy({ schemas.form($0).isOnlyConstraint })
        else { return nil }
        return "requires " + names.map { $0.map(prose.code).joined(separator: " and ") }.joined(separator: ", or ")
    }

    private func excluded(_ id: SchemaID) -> String {
        let form = schemas.form(id)
        if let values = form.values, !values.isEmpty {
            return "none of " + values.map { prose.code($0.value.plainText) }.joined(separator: ", ")
        }
        let required = form.requiredNames
        if !form.namesKinds, !required.isEmpty {
            return "not with " + required.map(prose.code).joined(separator: " and ")
        }
        return (["not " + type(of: id)] + valueWords(of: form)).joined(separator: " that is ")
    }

    private func containing(_ id: SchemaID, _ counts: [Assertion.Count: Int]) -> String {
        let words = "contains at least \(counts[.minContains] ?? 1) \(type(of: id))"
        return counts[.maxContains].map { "\(words) and at most \($0)" } ?? words
    }
}

extension NormalForm {
    fileprivate var requiredNames: [String] { object.members.filter(\.isRequired).map(\.name) }
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

private func count(_ least: Int?, _ most: Int?, _ noun: String, _ nouns: String) -> String? {
    let last = most ?? least ?? 0
    let nouns = last == 1 ? noun : nouns
    switch (least ?? 0, most) {
    case (0, nil): return nil
    case (let least, nil): return "at least \(least) \(nouns)"
    case (0, let most?): return "at most \(most) \(nouns)"
    case (let least, let most?): return least == most ? "exactly \(most) \(nouns)" : "\(least) to \(most) \(nouns)"
    }
}
