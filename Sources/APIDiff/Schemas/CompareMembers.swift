import APIModel

extension PairComparison {
    mutating func compareMembers() {
        let known = Dictionary(old.form.object.members.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let kept = Dictionary(new.form.object.members.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        for member in old.form.object.members {
            if let other = kept[member.name] { compare(member, other) } else { addRemoved(member) }
        }
        for member in new.form.object.members where known[member.name] == nil { addAdded(member) }
    }

    private mutating func compare(_ before: Member, _ after: Member) {
        for (direction, lost, gained) in [
            (Directions.requests, Rule.propertyBecameReadOnly, Rule.propertyNoLongerReadOnly),
            (.responses, .propertyBecameWriteOnly, .propertyNoLongerWriteOnly),
        ] {
            let (was, isNow) = (before.sentIn.contains(direction), after.sentIn.contains(direction))
            if was, !isNow { add(lost, name: before.name, at: before.position, after.position, in: direction) }
            if !was, isNow { add(gained, name: before.name, at: before.position, after.position, in: direction) }
        }
        add(
            .propertyBecameRequired, name: before.name, at: before.position, after.position,
            in: after.requiredIn.subtracting(before.requiredIn))
        // What is no longer sent at all is reported as read-only or write-only, but those who relied on it miss it.
        add(
            .propertyBecameOptional, name: before.name, at: before.position, after.position,
            in: before.requiredIn.subtracting(after.requiredIn).intersection(after.sentIn.union(.responses)))
        compareDeprecation(before, after)
        descend(
            before.schema, after.schema, step: "." + before.name, in: before.sentIn.intersection(after.sentIn))
    }

    /// Compares `deprecated` beside references, which are compared as the schemas that they refer to.
    private mutating func compareDeprecation(_ before: Member, _ after: Member) {
        let (was, isNow) = (old.graph.isDeprecated(before.schema), new.graph.isDeprecated(after.schema))
        let (one, other) = (old.graph.target(of: before.schema), new.graph.target(of: after.schema))
        guard was != isNow, old.graph.isDeprecated(one) == new.graph.isDeprecated(other) else { return }
        add(
            isNow ? .schemaDeprecated : .schemaReinstated, at: before.position, after.position,
            in: before.sentIn.intersection(after.sentIn), step: "." + before.name)
    }

    private mutating func addRemoved(_ member: Member) {
        let isForbidden = new.form.object.isClosed
        if isForbidden {
            add(.propertyForbidden, name: member.name, at: member.position, in: member.sentIn.intersection(.requests))
        }
        let rest = isForbidden ? member.sentIn.subtracting(.requests) : member.sentIn
        add(.requiredPropertyRemoved, name: member.name, at: member.position, in: rest.intersection(member.requiredIn))
        add(.propertyRemoved, name: member.name, at: member.position, in: rest.subtracting(member.requiredIn))
    }

    private mutating func addAdded(_ member: Member) {
        add(.requiredPropertyAdded, name: member.name, at: nil, member.position, in: member.requiredIn)
        let rule: Rule = old.form.object.isClosed ? .propertyAddedToClosedObject : .propertyAdded
        add(rule, name: member.name, at: nil, member.position, in: member.sentIn.subtracting(member.requiredIn))
    }

    mutating func compareOtherMembers() {
        guard old.kinds.contains(.object), new.kinds.contains(.object) else { return }
        let (before, after) = (old.form.object, new.form.object)
        // Callers may ignore properties that they do not know, but not values that they do not expect.
        let hasValues = before.additionalProperties.freedom(in: old.graph) == .some
        compare(
            before.additionalProperties, after.additionalProperties, step: ".*", narrowed: .additionalPropertiesNarrowed,
            widened: hasValues ? .additionalValuesWidened : .additionalPropertiesWidened, where: \.isAdditionalProperties)
        let kept = Dictionary(after.patterns.map { ($0.name, $0.schema) }, uniquingKeysWith: { first, _ in first })
        let known = Set(before.patterns.map(\.name))
        for pattern in before.patterns {
            if let other = kept[pattern.name] {
                descend(pattern.schema, other, step: ".<\(pattern.name)>")
            } else {
                comparePattern(pattern.name, .schema(pattern.schema), after.additionalProperties)
            }
        }
        for pattern in after.patterns where !known.contains(pattern.name) {
            comparePattern(pattern.name, before.additionalProperties, .schema(pattern.schema))
        }
    }

    /// Compares the schema of a pattern that one document has with what the other one says about all other members.
    private mutating func comparePattern(_ pattern: String, _ before: OtherValues, _ after: OtherValues) {
        if case .schema(let one) = before, case .schema(let other) = after {
            return descend(one, other, step: ".<\(pattern)>")
        }
        let (one, other) = (before.freedom(in: old.graph), after.freedom(in: new.graph))
        guard one != other else { return }
        let rule: Rule =
            switch (one, other) {
            case (.nothing, _): .patternPropertyAllowed
            case (_, .nothing): .patternPropertyForbidden
            default: other < one ? .patternPropertyAdded : .patternPropertyRemoved
            }
        add(rule, name: pattern)
    }

    /// Compares what two schemas say about members or elements that they do not list.
    mutating func compare(
        _ before: OtherValues, _ after: OtherValues, step: String, narrowed: Rule, widened: Rule,
        where isKeyword: (Assertion.Keyword) -> Bool
    ) {
        if case .schema(let one) = before, case .schema(let other) = after { return descend(one, other, step: step) }
        let (one, other) = (before.freedom(in: old.graph), after.freedom(in: new.graph))
        guard one != other else { return }
        add(
            other < one ? narrowed : widened, old: before.text(in: old.graph), new: after.text(in: new.graph),
            at: old.position(where: isKeyword), new.position(where: isKeyword))
    }
}

extension ObjectForm {
    /// Whether there are no members but the listed ones.
    var isClosed: Bool { additionalProperties == .none && patterns.isEmpty }
}

/// How many values a keyword allows.
enum Freedom: Comparable {
    case nothing, some, anything
}

extension OtherValues {
    func freedom(in graph: SchemaGraph) -> Freedom {
        switch self {
        case .none: .nothing
        case .schema(let id): SchemaView(id, in: graph).restrictsNothing ? .anything : .some
        case .any, .unspecified: .anything
        }
    }

    fileprivate func text(in graph: SchemaGraph) -> String {
        switch self {
        case .none: "none"
        case .any, .unspecified: "any"
        case .schema(let id): graph[graph.target(of: id)].componentName ?? SchemaView(id, in: graph).kinds.text
        }
    }
}

extension SchemaGraph {
    fileprivate func isDeprecated(_ id: SchemaID) -> Bool { self[id].effectiveAnnotations.isDeprecated }
}
