extension Validator {
    /// Validates the members of an object or the elements of an array, the unevaluated ones last.
    mutating func validateChildren(of value: JSONValue, _ assertions: [Assertion], _ context: Context, _ outcome: inout Outcome) {
        switch value {
        case .object(let members):
            validateMembers(members, assertions, context, &outcome)
            for case .unevaluatedProperties(let id) in assertions.lazy.map(\.keyword) where outcome.isValid {
                for member in members where outcome.isValid && outcome.members.insert(member.name).inserted {
                    outcome.violation = violation(of: member, against: id)
                }
            }
        case .array(let elements):
            validateElements(elements, assertions, context, &outcome)
            for case .unevaluatedItems(let id) in assertions.lazy.map(\.keyword) where outcome.isValid {
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

    private mutating func validateMembers(
        _ members: [JSONMember], _ assertions: [Assertion], _ context: Context, _ outcome: inout Outcome
    ) {
        var properties: [NamedSchema] = []
        var patterns: [NamedSchema] = []
        var additional: SchemaID?
        for assertion in assertions {
            switch assertion.keyword {
            case .properties(let list): properties = list
            case .patternProperties(let list): patterns = list
            case .additionalProperties(let id): additional = id
            case .propertyNames(let id):
                for member in members where outcome.isValid {
                    outcome.violation = validate(.string(member.name), against: id).violation
                }
            default: break
            }
        }
        let described = SchemasByName(properties, asked: members.count)
        for member in members where outcome.isValid {
            var schemas = described[member.name].map { [$0] } ?? []
            for pattern in patterns where matches(member.name, pattern.name) { schemas.append(pattern.schema) }
            if schemas.isEmpty, let additional { schemas = [additional] }
            if context.tracks, !schemas.isEmpty { outcome.members.insert(member.name) }
            for id in schemas where outcome.isValid { outcome.violation = violation(of: member, against: id) }
        }
    }

    private mutating func validateElements(
        _ elements: [JSONValue], _ assertions: [Assertion], _ context: Context, _ outcome: inout Outcome
    ) {
        var prefix: [SchemaID] = []
        var counts: [Assertion.Count: Int] = [:]
        for assertion in assertions {
            if case .prefixItems(let places) = assertion.keyword { prefix = places }
            if case .count(let count, let limit) = assertion.keyword { counts[count] = limit }
        }
        validate(elements[...], against: prefix, context, &outcome)
        for assertion in assertions where outcome.isValid {
            switch assertion.keyword {
            case .items(let id):
                let rest = elements.dropFirst(prefix.count)
                validate(rest, against: Array(repeating: id, count: rest.count), context, &outcome)
            case .contains(let id):
                let found = elements.indices.filter { validate(elements[$0], against: id).isValid }
                outcome.elements.formUnion(found)
                let least = counts[.minContains] ?? 1
                let most = counts[.maxContains] ?? Int.max
                if found.count < least {
                    outcome.violation = Violation("\(found.count) items match the schema of 'contains', at least \(least) must")
                }
                if found.count > most {
                    outcome.violation = Violation("\(found.count) items match the schema of 'contains', at most \(most) may")
                }
            default: break
            }
        }
    }

    private mutating func validate(
        _ elements: ArraySlice<JSONValue>, against places: [SchemaID], _ context: Context, _ outcome: inout Outcome
    ) {
        for (index, id) in zip(elements.indices, places) where outcome.isValid {
            if context.tracks { outcome.elements.insert(index) }
            outcome.violation = validate(elements[index], against: id).violation?.below(.element(index))
        }
    }
}

/// The schemas of properties, by their names.
private struct SchemasByName {
    private let list: [NamedSchema]
    private let table: [String: SchemaID]

    /// - Parameter count: How many names are asked for. A table costs more than a few comparisons.
    init(_ list: [NamedSchema], asked count: Int) {
        let isSmall = list.count.multipliedReportingOverflow(by: count).partialValue < 500
        self.list = isSmall ? list : []
        table = isSmall ? [:] : Dictionary(list.map { ($0.name, $0.schema) }) { first, _ in first }
    }

    subscript(name: String) -> SchemaID? {
        list.first { $0.name == name }?.schema ?? table[name]
    }
}
