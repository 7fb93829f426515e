extension Validator {
    /// Validates the members of an object or the elements of an array, the unevaluated ones last.
    mutating func validateChildren(of value: JSONValue, _ keywords: [Assertion.Keyword], _ outcome: inout Outcome) {
        switch value {
        case .object(let members):
            validateMembers(members, keywords, &outcome)
            for case .unevaluatedProperties(let id) in keywords where outcome.isValid {
                for member in members where outcome.isValid && outcome.members.insert(member.name).inserted {
                    outcome.violation = violation(of: member, against: id)
                }
            }
        case .array(let elements):
            validateElements(elements, keywords, &outcome)
            for case .unevaluatedItems(let id) in keywords where outcome.isValid {
                for (index, element) in elements.enumerated() where outcome.isValid && outcome.elements.insert(index).inserted {
                    outcome.violation = validate(element, against: id).violation?.below(.element(index))
                }
            }
        case .null, .bool, .number, .string: break
        }
    }

    private mutating func violation(of member: JSONMember, against id: SchemaID) -> Violation? {
        if isNever(id) { return Violation("the schema does not allow '\(member.name)'").below(.member(member.name)) }
        return validate(member.value, against: id).violation?.below(.member(member.name))
    }

    private mutating func validateMembers(_ members: [JSONMember], _ keywords: [Assertion.Keyword], _ outcome: inout Outcome) {
        var described: [String: SchemaID] = [:]
        var patterns: [NamedSchema] = []
        var additional: SchemaID?
        for keyword in keywords {
            switch keyword {
            case .properties(let properties): for property in properties { described[property.name] = property.schema }
            case .patternProperties(let properties): patterns = properties
            case .additionalProperties(let id): additional = id
            case .propertyNames(let id):
                for member in members where outcome.isValid {
                    outcome.violation = validate(.string(member.name), against: id).violation
                }
            default: break
            }
        }
        for member in members where outcome.isValid {
            var schemas = described[member.name].map { [$0] } ?? []
            for pattern in patterns where matches(member.name, pattern.name) { schemas.append(pattern.schema) }
            if schemas.isEmpty, let additional { schemas = [additional] }
            if !schemas.isEmpty { outcome.members.insert(member.name) }
            for id in schemas where outcome.isValid { outcome.violation = violation(of: member, against: id) }
        }
    }

    private mutating func validateElements(_ elements: [JSONValue], _ keywords: [Assertion.Keyword], _ outcome: inout Outcome) {
        var prefix: [SchemaID] = []
        var counts: [Assertion.Count: Int] = [:]
        for keyword in keywords {
            if case .prefixItems(let places) = keyword { prefix = places }
            if case .count(let count, let limit) = keyword { counts[count] = limit }
        }
        validate(elements[...], against: prefix, &outcome)
        for keyword in keywords where outcome.isValid {
            switch keyword {
            case .items(let id):
                let rest = elements.dropFirst(prefix.count)
                validate(rest, against: Array(repeating: id, count: rest.count), &outcome)
            case .contains(let id):
                let found = elements.indices.filter { validate(elements[$0], against: id).isValid }
                outcome.elements.formUnion(found)
                let least = counts[.minContains] ?? 1
                let most = counts[.maxContains] ?? Int.max
                if found.count < least { outcome.violation = Violation("it has \(found.count) items of a kind that it needs \(least) of") }
                if found.count > most { outcome.violation = Violation("it has \(found.count) items of a kind that it may have \(most) of") }
            default: break
            }
        }
    }

    private mutating func validate(_ elements: ArraySlice<JSONValue>, against places: [SchemaID], _ outcome: inout Outcome) {
        for (index, id) in zip(elements.indices, places) where outcome.isValid {
            outcome.elements.insert(index)
            outcome.violation = validate(elements[index], against: id).violation?.below(.element(index))
        }
    }
}
