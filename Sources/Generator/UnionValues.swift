import APIModel
import Printing
import Templating

/// The values of an enum with a case for each alternative.
func unionTemplate(_ union: Union, _ head: TypeHead, _ spelling: Spelling) -> UnionTemplate {
    let kinds = union.alternatives.reduce(into: JSONKinds()) { $0.formUnion($1.kinds) }
    return UnionTemplate(
        comment: head.comment, name: head.name, protocols: head.protocols, unknownCase: union.unknownCase.spelling,
        alternatives: union.alternatives.map { alternativeTemplate($0, in: union, spelling) },
        discriminator: union.discriminator.map { discriminatorTemplate($0, of: union, spelling) },
        testsKinds: union.alternatives.contains { $0.kinds != .all },
        kinds: kindNames(kinds).map { "." + $0 }.joined(separator: ", "),
        isChoice: !union.alternatives.allSatisfy { isOnlyOfItsKind($0, in: union) }, tagged: tagged(union, spelling))
}

private func discriminatorTemplate(
    _ discriminator: Discriminator, of union: Union, _ spelling: Spelling
) -> UnionTemplate.Discriminator {
    let isText = union.alternatives.flatMap(\.discriminatorValues).allSatisfy { $0.string != nil }
    let fallback = discriminator.defaultAlternative.map { union.alternatives[$0] }
    return UnionTemplate.Discriminator(
        function: isText ? "discriminator" : "discriminatorValue", key: SwiftText.literal(discriminator.propertyName),
        choices: union.alternatives.filter { !$0.discriminatorValues.isEmpty }.map { alternative in
            UnionTemplate.Choice(
                values: alternative.discriminatorValues.map { spelling.literal($0) }.joined(separator: ", "),
                member: alternative.name.member, type: spelling.type(alternative.type))
        },
        fallback: fallback.map { ".\($0.name.member)(try \(spelling.type($0.type))(reading: &json))" }
            ?? ".\(union.unknownCase.member)(try json.unknownAlternative())")
}

private func alternativeTemplate(
    _ alternative: UnionAlternative, in union: Union, _ spelling: Spelling
) -> UnionTemplate.Alternative {
    UnionTemplate.Alternative(
        comment: comment(alternative.documentation), isIndirect: alternative.isIndirect, name: alternative.name.spelling,
        member: alternative.name.member, type: spelling.type(alternative.type),
        writing: writing(alternative, isTagged: false, spelling),
        isOnlyOfItsKind: isOnlyOfItsKind(alternative, in: union), kinds: kindTest(alternative.kinds))
}

private func isOnlyOfItsKind(_ alternative: UnionAlternative, in union: Union) -> Bool {
    union.alternatives.filter { !$0.kinds.isDisjoint(with: alternative.kinds) }.count == 1
}

private func kindTest(_ kinds: JSONKinds) -> String {
    kinds == .all ? "" : kindNames(kinds).map { "kind == .\($0)" }.joined(separator: " || ")
}

private func kindNames(_ kinds: JSONKinds) -> [String] {
    let names: [(JSONKinds, String)] = [
        (.null, "null"), (.boolean, "boolean"), (.number, "number"), (.string, "string"), (.array, "array"), (.object, "object"),
    ]
    return names.filter { kinds.contains($0.0) }.map(\.1)
}
