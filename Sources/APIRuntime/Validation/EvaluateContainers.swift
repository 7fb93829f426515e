extension SchemaEvaluation {
    // MARK: Objects

    mutating func apply(
        _ keyword: SchemaKeyword, of schema: SchemaNode, toObject object: JSONObject, _ value: Int, _ outcome: inout SchemaOutcome,
        _ collects: Bool
    ) -> Bool {
        switch keyword {
        case .members(let members): return apply(members, to: object, value, &outcome, collects)
        case .maxProperties(let count):
            return object.count <= count
                || reject(schema, "maxProperties", value, collects, "expected at most \(count) members, found \(object.count)")
        case .minProperties(let count):
            return object.count >= count
                || reject(schema, "minProperties", value, collects, "expected at least \(count) members, found \(object.count)")
        case .required(let names): return require(names, of: object, schema, "required", value, collects)
        case .dependentRequired(let dependencies):
            var isValid = true
            for dependency in dependencies where object[dependency.name] != nil {
                if !require(dependency.names, of: object, schema, "dependentRequired", value, collects) { isValid = false }
            }
            return isValid
        case .dependentSchemas(let dependencies):
            var isValid = true
            for dependency in dependencies where object[dependency.name] != nil {
                if !merge(evaluate(dependency.schema, value, collects: collects), into: &outcome) { isValid = false }
            }
            return isValid
        case .propertyNames(let node): return checkNames(of: object, node, schema, value, collects)
        case .unevaluatedProperties(let node): return applyToRest(node, value, &outcome, collects)
        default: return check(keyword, of: schema, value, collects)
        }
    }

    private mutating func apply(
        _ members: MemberSchemas, to object: JSONObject, _ value: Int, _ outcome: inout SchemaOutcome, _ collects: Bool
    ) -> Bool {
        var isValid = true
        for (member, child) in zip(object.members, instance.nodes[value].children) {
            let name = member.name
            var isKnown = false
            if let named = members.named[name] {
                isKnown = true
                if !evaluate(named, child, collects: collects).isValid { isValid = false }
            }
            for (pattern, node) in members.patterns where pattern.matches(name) {
                isKnown = true
                if !evaluate(node, child, collects: collects).isValid { isValid = false }
            }
            if !isKnown, let additional = members.additional {
                isKnown = true
                if !evaluate(additional, child, collects: collects).isValid { isValid = false }
            }
            if traits.tracksEvaluation, isKnown { outcome.evaluated.insert(child) }
            if !isValid, !collects { return false }
        }
        return isValid
    }

    private mutating func require(
        _ names: [String], of object: JSONObject, _ schema: SchemaNode, _ keyword: String, _ value: Int, _ collects: Bool
    ) -> Bool {
        var isValid = true
        for name in names where object[name] == nil {
            isValid = reject(schema, keyword, value, collects, "the member '\(name)' is missing")
        }
        return isValid
    }

    private mutating func checkNames(
        of object: JSONObject, _ node: Int, _ schema: SchemaNode, _ value: Int, _ collects: Bool
    ) -> Bool {
        var isValid = true
        for member in object.members {
            var names = SchemaEvaluation(nodes: nodes, traits: traits, instance: Instance(.string(member.name)))
            if names.evaluate(node, 0, collects: false).isValid { continue }
            isValid = reject(schema, "propertyNames", value, collects, "the member's name '\(member.name)' is not allowed")
        }
        return isValid
    }

    /// Applies a schema to the values inside that no other schema has looked at.
    private mutating func applyToRest(_ node: Int, _ value: Int, _ outcome: inout SchemaOutcome, _ collects: Bool) -> Bool {
        var isValid = true
        for child in instance.nodes[value].children where !outcome.evaluated.contains(child) {
            if !evaluate(node, child, collects: collects).isValid { isValid = false }
            outcome.evaluated.insert(child)
        }
        return isValid
    }

    // MARK: Arrays

    mutating func apply(
        _ keyword: SchemaKeyword, of schema: SchemaNode, toArray elements: [JSONValue], _ value: Int,
        _ outcome: inout SchemaOutcome,
        _ collects: Bool
    ) -> Bool {
        switch keyword {
        case .items(let prefix, let rest): return applyItems(prefix, rest, value, &outcome, collects)
        case .maxItems(let count):
            return elements.count <= count
                || reject(schema, "maxItems", value, collects, "expected at most \(count) elements, found \(elements.count)")
        case .minItems(let count):
            return elements.count >= count
                || reject(schema, "minItems", value, collects, "expected at least \(count) elements, found \(elements.count)")
        case .uniqueItems: return checkUnique(elements, schema, value, collects)
        case .contains(let node, let minimum, let maximum):
            var count = 0
            for child in instance.nodes[value].children where evaluate(node, child, collects: false).isValid {
                count += 1
                if traits.tracksEvaluation { outcome.evaluated.insert(child) }
            }
            if count < minimum {
                return reject(
                    schema, "contains", value, collects,
                    "expected at least \(minimum) elements that match 'contains', found \(count)")
            }
            guard let maximum, count > maximum else { return true }
            return reject(
                schema, "maxContains", value, collects, "expected at most \(maximum) elements that match 'contains', found \(count)"
            )
        case .unevaluatedItems(let node): return applyToRest(node, value, &outcome, collects)
        default: return check(keyword, of: schema, value, collects)
        }
    }

    private mutating func applyItems(
        _ prefix: [Int], _ rest: Int?, _ value: Int, _ outcome: inout SchemaOutcome, _ collects: Bool
    ) -> Bool {
        var isValid = true
        for (index, child) in instance.nodes[value].children.enumerated() {
            guard let node = index < prefix.count ? prefix[index] : rest else { break }
            if !evaluate(node, child, collects: collects).isValid {
                isValid = false
                if !collects { return false }
            }
            if traits.tracksEvaluation { outcome.evaluated.insert(child) }
        }
        return isValid
    }

    private mutating func checkUnique(_ elements: [JSONValue], _ schema: SchemaNode, _ value: Int, _ collects: Bool) -> Bool {
        var places: [CanonicalJSON: Int] = [:]
        for (index, element) in elements.enumerated() {
            if let first = places.updateValue(index, forKey: CanonicalJSON(element)) {
                return reject(schema, "uniqueItems", value, collects, "elements \(first) and \(index) are equal")
            }
        }
        return true
    }
}
