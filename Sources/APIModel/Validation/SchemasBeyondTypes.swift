extension SchemaGraph {
    /// Returns for each schema whether it, or one that it refers to, requires what no Swift type does.
    func schemasBeyondTypes() -> [Bool] {
        var isBeyond = [Bool](repeating: false, count: ids.count)
        var users = [[Int]](repeating: [], count: ids.count)
        var pending: [Int] = []
        for index in ids {
            let schema = self[SchemaID(index: index)]
            for part in schema.assertions.flatMap(\.keyword.schemas) { users[part.index].append(index) }
            if schema.requiresMoreThanItsType || form(SchemaID(index: index)).requiresOneWayMembers {
                isBeyond[index] = true
                pending.append(index)
            }
        }
        while let index = pending.popLast() {
            for user in users[index] where !isBeyond[user] {
                isBeyond[user] = true
                pending.append(user)
            }
        }
        return isBeyond
    }
}

extension NormalForm {
    /// Whether a member is required in one direction only, which a type for both directions cannot express.
    fileprivate var requiresOneWayMembers: Bool {
        object.members.contains { $0.isRequired && $0.sentIn != .both }
    }
}

extension ResolvedSchema {
    fileprivate var requiresMoreThanItsType: Bool {
        let keywords = assertions.map(\.keyword)
        return keywords.contains(where: \.isBeyondTypes) || requiresUndescribedMembers(keywords) || closesParts(keywords)
    }

    /// Whether `required` names members that no property beside it describes.
    private func requiresUndescribedMembers(_ keywords: [Assertion.Keyword]) -> Bool {
        var required: Set<String> = []
        var described: Set<String> = []
        for keyword in keywords {
            if case .required(let names) = keyword { required.formUnion(names) }
            if case .properties(let members) = keyword { described.formUnion(members.map(\.name)) }
        }
        return !required.isSubset(of: described)
    }

    /// Whether `additionalProperties` applies to the members of parts, which the type holds as its own.
    private func closesParts(_ keywords: [Assertion.Keyword]) -> Bool {
        var hasParts = false
        var describesOthers = false
        for keyword in keywords {
            switch keyword {
            case .reference, .allOf: hasParts = true
            case .additionalProperties: describesOthers = true
            default: break
            }
        }
        return hasParts && describesOthers
    }
}

extension Assertion.Keyword {
    /// Whether a Swift type accepts values that violate the keyword.
    fileprivate var isBeyondTypes: Bool {
        switch self {
        case .never, .const, .enumeration, .pattern, .bound, .uniqueItems, .dependentRequired, .patternProperties,
            .unevaluatedProperties, .propertyNames, .dependentSchemas, .contains, .unevaluatedItems, .not, .condition:
            true
        // A union takes the first alternative that can be decoded.
        case .oneOf: true
        case .anyOf(let alternatives): alternatives.count > 1
        case .count(let count, _): count != .minContains && count != .maxContains
        case .format(let format): formatsBesideTypes.contains(format)
        // A union of several kinds keeps values of any kind.
        case .type(let kinds): kinds == .null || kinds.withoutNull.count > 1
        case .required, .properties, .additionalProperties, .prefixItems, .items, .reference, .allOf, .discriminated, .subtypes:
            false
        }
    }
}

extension JSONKinds {
    /// Each kind other than null, where a number includes integers.
    fileprivate var withoutNull: [JSONKinds] {
        JSONKinds.each.filter { contains($0) && $0 != .null && !($0 == .integer && contains(.number)) }
    }
}

/// Formats that are validated and have no Swift type of their own.
private let formatsBesideTypes: Set<String> = [
    "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "json-pointer", "relative-json-pointer", "regex",
]
