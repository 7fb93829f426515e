import APIModel
import Templating

/// The function that writes a struct as an alternative; none where it is no alternative.
func taggedContext(of structure: Structure, _ spelling: Spelling) -> [Context] {
    guard !structure.tags.isEmpty else { return [] }
    let names = MemberNames(of: structure)
    var context = parametersContext(structure.tags, names, spelling)
    let arguments = structure.tags.map { tag in
        tag.name.label + ": " + undecidedValue(of: tag) { names.access(to: $0) }
    }
    context.set(.arguments, arguments.joined(separator: ", "))
    return [context]
}

/// The members of tags that the struct does not have as properties.
func undeclaredTags(of structure: Structure) -> [Context] {
    let names = MemberNames(of: structure)
    return structure.tags.filter { $0.property == nil }.map { tag in
        var context = Context(.key, SwiftText.literal(tag.propertyName))
        context.set(.local, names.local(for: tag.name))
        return context
    }
}

/// The members that the document does not name, without those that are tags.
func others(_ name: Identifier, besidesTagsOf structure: Structure) -> String {
    let tags = structure.tags.filter { $0.property == nil && $0.origin != .none }.map { SwiftText.literal($0.propertyName) }
    let member = MemberNames(of: structure).access(to: name)
    return tags.isEmpty ? member : member + ".filter { " + tags.map { "$0.key != " + $0 }.joined(separator: " && ") + " }"
}

/// The function that writes a union as an alternative of another one; none where it is none.
func taggedContext(of union: Union, _ spelling: Spelling) -> [Context] {
    guard !union.tags.isEmpty else { return [] }
    var context = parametersContext(union.tags, MemberNames(of: []), spelling)
    context.set(
        .alternatives,
        union.alternatives.map { alternative in
            var context = Context(.name, alternative.name.spelling)
            context.set(.call, writing(alternative, isTagged: true, spelling))
            return context
        })
    return [context]
}

private func parametersContext(_ tags: [WrittenTag], _ names: MemberNames, _ spelling: Spelling) -> Context {
    let parameters = tags.map { tag in
        let local = names.local(for: tag.name)
        return (local == tag.name.spelling ? local : tag.name.label + " " + local) + ": " + spelling.type(tag.type)
    }
    return Context(.parameters, parameters.joined(separator: ", "))
}

/// The statement that writes the value of an alternative.
///
/// - Parameter isTagged: Whether the union is written as an alternative of another one.
func writing(_ alternative: UnionAlternative, isTagged: Bool, _ spelling: Spelling) -> String {
    if let entry = alternative.entry {
        let values = entry.values.map { spelling.value($0, as: entry.type) }
        let dictionary = entry.isWrapped ? "value.value" : "value"
        return
            "\(dictionary).tagged(\(([SwiftText.literal(entry.propertyName)] + values).joined(separator: ", "))).write(to: &json)"
    }
    let isDecided = alternative.tags.contains { $0.decision != nil || isTagged && $0.passed != nil }
    let arguments = isDecided ? alternative.tags.map { argument($0, isTagged: isTagged, spelling) } : []
    return "value.write(" + (["to: &json"] + arguments).joined(separator: ", ") + ")"
}

private func argument(_ alternative: AlternativeTag, isTagged: Bool, _ spelling: Spelling) -> String {
    let tag = alternative.tag
    let own = undecidedValue(of: tag) { "value." + $0.spelling }
    var value = own
    if let decision = alternative.decision {
        value = decided(decision, own: own, as: tag.type, spelling)
    } else if isTagged, let passed = alternative.passed {
        let text = MemberNames(of: []).local(for: passed.source.name)
        let given = passed.enumeration.map { "\(text).map { \(spelling.type($0))(rawValue: $0) }" } ?? text
        let kept = passed.kept.isEmpty ? "" : "\(isOne(of: passed.kept, own, as: tag.type, spelling)) ? \(own) : "
        value = tag.origin == .none ? given : kept + given + " ?? " + own
    }
    return tag.name.label + ": " + value
}

/// The value of a discriminator: one that an object has of several stays.
private func decided(_ decision: TagDecision, own: String, as type: TypeReference, _ spelling: Spelling) -> String {
    let value = spelling.value(decision.value, as: type)
    if let replaced = decision.replaced {
        return replaced.isEmpty ? own : "\(isOne(of: replaced, own, as: type, spelling)) ? \(value) : \(own)"
    }
    return decision.kept.isEmpty ? value : "\(isOne(of: decision.kept, own, as: type, spelling)) ? \(own) : \(value)"
}

/// The condition that an object has one of several values.
private func isOne(of values: [DefaultValue], _ own: String, as type: TypeReference, _ spelling: Spelling) -> String {
    let values = values.map { spelling.value($0, as: type) }
    // Many comparisons in one expression take the compiler minutes.
    if values.count > 2 { return "[\(values.joined(separator: ", "))].contains(\(own))" }
    return values.map { "\(own) == \($0)" }.joined(separator: " || ")
}

/// The value that an object itself has for a tag.
private func undecidedValue(of tag: WrittenTag, _ member: (Identifier) -> String) -> String {
    switch tag.origin {
    case .property(let name): member(name)
    case .additionalProperties(let name): member(name) + "[" + SwiftText.literal(tag.propertyName) + "]"
    case .none: "nil"
    }
}

extension WrittenTag {
    /// The property that has the value.
    var property: Identifier? {
        if case .property(let name) = origin { name } else { nil }
    }
}
