extension SchemaGraph {
    /// Returns for each schema whether it, or one that it refers to, requires what no Swift type does.
    func schemasBeyondTypes() -> [Bool] {
        var isBeyond = [Bool](repeating: false, count: ids.count)
        var users = [[Int]](repeating: [], count: ids.count)
        var pending: [Int] = []
        for index in ids {
            let schema = self[SchemaID(index: index)]
            for assertion in schema.assertions {
                for part in assertion.keyword.schemas { users[part.index].append(index) }
            }
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
        assertions.contains { $0.keyword.isBeyondTypes } || requiresUndescribedMembers || closesParts
    }

    /// Whether `required` names members that no property beside it describes.
    private var requiresUndescribedMembers: Bool {
        var undescribed: Set<String> = []
        for assertion in assertions {
            if case .required(let names) = assertion.keyword { undescribed.formUnion(names) }
        }
        guard !undescribed.isEmpty else { return false }
        for assertion in assertions {
            if case .properties(let members) = assertion.keyword { for member in members { undescribed.remove(member.name) } }
        }
        return !undescribed.isEmpty
    }

    /// Whether `additionalProperties` applies to the members of parts, which the type holds as its own.
    private var closesParts: Bool {
        var hasParts = false
        var describesOthers = false
        for assertion in assertions {
            switch assertion.keyword {
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
        case .type(let kinds): kinds == .null || kinds.hasSeveral && kinds.withoutNull.count > 1
        case .required, .properties, .additionalProperties, .prefixItems, .items, .reference, .allOf, .discriminated, .subtypes:
            false
        }
    }
}

extension JSONKinds {
    fileprivate var hasSeveral: Bool { rawValue.nonzeroBitCount > 1 }

    /// Each kind other than null, where a number includes integers.
    fileprivate var withoutNull: [JSONKinds] {
        JSONKinds.each.filter { contains($0) && $0 != .null && !($0 == .integer && contains(.number)) }
    }
}

/// Formats that are validated and have no Swift type of their own.
private let formatsBesideTypes: Set<String> = [
    "email", "hostname", "ipv4", "ipv6", "uri", "uri-reference", "json-pointer", "relative-json-pointer", "regex",
]
