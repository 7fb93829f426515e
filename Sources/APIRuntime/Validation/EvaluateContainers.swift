extension SchemaEvaluation {
    // MARK: Objects

    mutating func apply(
        _ keyword: SchemaKeyword, of schema: SchemaNode, toObject object: JSONObject, _ value: JSONValue,
        _ outcome: inout SchemaOutcome,
        _ collects: Bool
    ) -> Bool {
        switch keyword {
        case .members(let members): return apply(members, of: schema, to: object, value, &outcome, collects)
        case .maxProperties(let count):
            return object.count <= count
                || reject(schema, "maxProperties", collects, "expected at most \(count) members, found \(object.count)")
        case .minProperties(let count):
            return object.count >= count
                || reject(schema, "minProperties", collects, "expected at least \(count) members, found \(object.count)")
        case .required(let names): return require(names, of: object, schema, "required", collects)
        case .dependentRequired(let dependencies):
            var isValid = true
            for dependency in dependencies where object[dependency.name] != nil {
                if !require(dependency.names, of: object, schema, "dependentRequired", collects) { isValid = false }
            }
            return isValid
        case .dependentSchemas(let dependencies):
            var isValid = true
            for dependency in dependencies where object[dependency.name] != nil {
                if !merge(evaluate(dependency.schema, value, collects: collects), into: &outcome) { isValid = false }
            }
            return isValid
        case .propertyNames(let node): return checkNames(of: object, node, schema, collects)
        case .unevaluatedProperties(let node): return applyToRest(node, value, &outcome, collects)
        default: return check(keyword, of: schema, value, collects)
        }
    }

    private mutating func apply(
        _ members: MemberSchemas, of schema: SchemaNode, to object: JSONObject, _ value: JSONValue, _ outcome: inout SchemaOutcome,
        _ collects: Bool
    ) -> Bool {
        enter(value)
        defer { leave() }
        var isValid = true
        for (index, member) in object.members.enumerated() {
            step(to: index)
            var isKnown = false
            if let named = members.named[member.name] {
                isKnown = true
                if !evaluate(named, member.value, collects: collects).isValid { isValid = false }
            }
            for (pattern, node) in members.patterns {
                guard let isMatch = pattern.matches(member.name, steps: &patternSteps) else {
                    return giveUp(schema, "the member's name takes too long to search for a pattern")
                }
                guard isMatch else { continue }
                isKnown = true
                if !evaluate(node, member.value, collects: collects).isValid { isValid = false }
            }
            if !isKnown, let additional = members.additional {
                isKnown = true
                if !evaluate(additional, member.value, collects: collects).isValid { isValid = false }
            }
            if traits.tracksEvaluation, isKnown { outcome.evaluated.insert(index) }
            if !isValid, !collects { return false }
        }
        return isValid
    }

    private mutating func require(
        _ names: [String], of object: JSONObject, _ schema: SchemaNode, _ keyword: String, _ collects: Bool
    ) -> Bool {
        var isValid = true
        for name in names where object[name] == nil {
            isValid = reject(schema, keyword, collects, "the member '\(name)' is missing")
        }
        return isValid
    }

    private mutating func checkNames(of object: JSONObject, _ node: Int, _ schema: SchemaNode, _ collects: Bool) -> Bool {
        var isValid = true
        for member in object.members {
            var names = SchemaEvaluation(nodes: nodes, traits: traits)
            names.patternSteps = patternSteps
            let isAllowed = names.evaluate(node, .string(member.name), collects: false).isValid
            patternSteps = names.patternSteps
            if let limit = names.violations.first { return giveUp(schema, limit.message) }
            if isAllowed { continue }
            isValid = reject(schema, "propertyNames", collects, "the member's name '\(member.name.shortened())' is not allowed")
        }
        return isValid
    }

    /// Applies a schema to the values inside that no other schema has looked at.
    private mutating func applyToRest(_ node: Int, _ value: JSONValue, _ outcome: inout SchemaOutcome, _ collects: Bool) -> Bool {
        let values = value.array ?? value.object?.members.map(\.value) ?? []
        enter(value)
        defer { leave() }
        var isValid = true
        for (index, child) in values.enumerated() where !outcome.evaluated.contains(index) {
            step(to: index)
            if !evaluate(node, child, collects: collects).isValid { isValid = false }
            outcome.evaluated.insert(index)
        }
        return isValid
    }

    // MARK: Arrays

    mutating func apply(
        _ keyword: SchemaKeyword, of schema: SchemaNode, toArray elements: [JSONValue], _ value: JSONValue,
        _ outcome: inout SchemaOutcome,
        _ collects: Bool
    ) -> Bool {
        switch keyword {
        case .items(let prefix, let rest): return applyItems(prefix, rest, elements, value, &outcome, collects)
        case .maxItems(let count):
            return elements.count <= count
                || reject(schema, "maxItems", collects, "expected at most \(count) elements, found \(elements.count)")
        case .minItems(let count):
            return elements.count >= count
                || reject(schema, "minItems", collects, "expected at least \(count) elements, found \(elements.count)")
        case .uniqueItems: return checkUnique(elements, schema, collects)
        case .contains(let node, let minimum, let maximum):
            let count = countMatches(of: node, in: elements, value, &outcome)
            if count < minimum {
                return reject(
                    schema, "contains", collects, "expected at least \(minimum) elements that match 'contains', found \(count)")
            }
            guard let maximum, count > maximum else { return true }
            return reject(
                schema, "maxContains", collects, "expected at most \(maximum) elements that match 'contains', found \(count)")
        case .unevaluatedItems(let node): return applyToRest(node, value, &outcome, collects)
        default: return check(keyword, of: schema, value, collects)
        }
    }

    private mutating func countMatches(
        of node: Int, in elements: [JSONValue], _ value: JSONValue, _ outcome: inout SchemaOutcome
    ) -> Int {
        enter(value)
        defer { leave() }
        var count = 0
        for (index, element) in elements.enumerated() {
            step(to: index)
            guard evaluate(node, element, collects: false).isValid else { continue }
            count += 1
            if traits.tracksEvaluation { outcome.evaluated.insert(index) }
        }
        return count
    }

    private mutating func applyItems(
        _ prefix: [Int], _ rest: Int?, _ elements: [JSONValue], _ value: JSONValue, _ outcome: inout SchemaOutcome, _ collects: Bool
    ) -> Bool {
        enter(value)
        defer { leave() }
        var isValid = true
        for (index, element) in elements.enumerated() {
            guard let node = index < prefix.count ? prefix[index] : rest else { break }
            step(to: index)
            if !evaluate(node, element, collects: collects).isValid {
                isValid = false
                if !collects { return false }
            }
            if traits.tracksEvaluation { outcome.evaluated.insert(index) }
        }
        return isValid
    }

    private mutating func checkUnique(_ elements: [JSONValue], _ schema: SchemaNode, _ collects: Bool) -> Bool {
        let (pair, bytes) = firstEqualPair(in: elements)
        spend(bytes: bytes)
        guard let pair else { return true }
        return reject(schema, "uniqueItems", collects, "elements \(pair.first) and \(pair.second) are equal")
    }
}

/// Returns the positions of the first element that equals an earlier one, and the number of bytes that were compared.
///
/// Elements are sorted by a hash with their position in the same word, which takes a fraction of the memory of a set.
private func firstEqualPair(in elements: [JSONValue]) -> (pair: (first: Int, second: Int)?, bytes: Int) {
    var bytes = 0
    var hashes = elements.enumerated().map { index, element in
        let canonical = CanonicalJSON(element)
        bytes += canonical.count
        return UInt64(UInt32(truncatingIfNeeded: canonical.hashValue)) << 32 | UInt64(UInt32(truncatingIfNeeded: index))
    }
    hashes.sort()
    var best: (first: Int, second: Int)?
    var start = 0
    while start < hashes.count {
        let end = hashes[start...].firstIndex { $0 >> 32 != hashes[start] >> 32 } ?? hashes.count
        if end - start > 1, let pair = firstEqualPair(in: elements, at: hashes[start..<end].map { Int($0 & 0xFFFF_FFFF) }),
            pair.second < best?.second ?? .max
        {
            best = pair
        }
        start = end
    }
    return (best, bytes)
}

/// Returns the first equal pair among elements with the same hash, which are equal but for rare accidents.
private func firstEqualPair(in elements: [JSONValue], at positions: [Int]) -> (first: Int, second: Int)? {
    var different: [(position: Int, canonical: CanonicalJSON)] = []
    for position in positions {
        let canonical = CanonicalJSON(elements[position])
        if let equal = different.first(where: { $0.canonical == canonical }) { return (equal.position, position) }
        different.append((position, canonical))
    }
    return nil
}
