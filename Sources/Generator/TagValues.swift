import APIModel
import Printing

/// The function that writes a struct as an alternative; none where it is no alternative.
func tagged(_ structure: Structure, _ spelling: Spelling) -> StructureTemplate.Tagged? {
    guard !structure.tags.isEmpty else { return nil }
    let names = MemberNames(of: structure)
    let arguments = structure.tags.map { tag in
        tag.name.label + ": " + undecidedValue(of: tag) { names.access(to: $0) }
    }
    return StructureTemplate.Tagged(parameters: parameters(structure.tags, names, spelling), arguments: arguments)
}

/// The members of tags that the struct does not have as properties.
func undeclaredTags(of structure: Structure) -> [StructureTemplate.Tag] {
    let names = MemberNames(of: structure)
    return structure.tags.filter { $0.property == nil }.map { tag in
        StructureTemplate.Tag(key: SwiftText.literal(tag.propertyName), local: names.local(for: tag.name))
    }
}

/// The members that the document does not name, without those that are tags.
func others(_ name: Identifier, besidesTagsOf structure: Structure) -> String {
    let tags = structure.tags.filter { $0.property == nil && $0.origin != .none }.map { SwiftText.literal($0.propertyName) }
    let member = MemberNames(of: structure).access(to: name)
    return tags.isEmpty ? member : member + ".filter { " + tags.map { "$0.key != " + $0 }.joined(separator: " && ") + " }"
}

/// The function that writes a union as an alternative of another one; none where it is none.
func tagged(_ union: Union, _ spelling: Spelling) -> UnionTemplate.Tagged? {
    guard !union.tags.isEmpty else { return nil }
    return UnionTemplate.Tagged(
        parameters: parameters(union.tags, MemberNames(of: []), spelling),
        alternatives: union.alternatives.map { alternative in
            UnionTemplate.TaggedAlternative(
                member: alternative.name.member, writing: writing(alternative, isTagged: true, spelling))
        }, unknownCase: union.unknownCase.spelling)
}

private func parameters(_ tags: [WrittenTag], _ names: MemberNames, _ spelling: Spelling) -> [String] {
    tags.map { tag in
        let local = names.local(for: tag.name)
        return (local == tag.name.spelling ? local : tag.name.label + " " + local) + ": " + spelling.type(tag.type)
    }
}

/// How the value of an alternative is written.
///
/// - Parameter isTagged: Whether the union is written as an alternative of another one.
func writing(_ alternative: UnionAlternative, isTagged: Bool, _ spelling: Spelling) -> UnionTemplate.Writing {
    if let entry = alternative.entry {
        let values = entry.values.map { spelling.value($0, as: entry.type) }
        let tags = ([SwiftText.literal(entry.propertyName)] + values).joined(separator: ", ")
        return UnionTemplate.Writing(
            written: (entry.isWrapped ? "value.value" : "value") + ".tagged(\(tags))", arguments: "to: &json")
    }
    let isDecided = alternative.tags.contains { $0.decision != nil || isTagged && $0.passed != nil }
    let arguments = isDecided ? alternative.tags.map { argument($0, isTagged: isTagged, spelling) } : []
    return UnionTemplate.Writing(written: "value", arguments: (["to: &json"] + arguments).joined(separator: ", "))
}

private func argument(_ alternative: AlternativeTag, isTagged: Bool, _ spelling: Spelling) -> String {
    let tag = alternative.tag
    let own = undecidedValue(of: tag) { "value." + $0.member }
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
