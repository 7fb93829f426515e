import APIModel
import Templating

/// The values of an enum with a case for each alternative.
func fill(_ context: inout Context, _ union: Union, _ spelling: Spelling) {
    context.set(.unknownCase, union.unknownCase.spelling)
    let alternatives = union.alternatives.map { alternativeContext($0, in: union, spelling) }
    context.set(.alternatives, alternatives)
    let kinds = union.alternatives.reduce(into: JSONKinds()) { $0.formUnion($1.kinds) }
    context.set(.kinds, kindNames(kinds).map { "." + $0 }.joined(separator: ", "))
    let areAmbiguous = !union.alternatives.allSatisfy { isOnlyOfItsKind($0, in: union) }
    context.set(.isChoice, areAmbiguous)
    context.set(.tagged, taggedContext(of: union, spelling))
    guard let discriminator = union.discriminator else { return }
    var inner = Context(.key, SwiftText.literal(discriminator.propertyName))
    let isText = union.alternatives.flatMap(\.discriminatorValues).allSatisfy { $0.string != nil }
    inner.set(.function, isText ? "discriminator" : "discriminatorValue")
    let fallback = discriminator.defaultAlternative.map { union.alternatives[$0] }
    inner.set(
        .fallback,
        fallback.map { ".\($0.name.spelling)(try \(spelling.type($0.type))(reading: &json))" }
            ?? ".\(union.unknownCase.spelling)(try json.unknownAlternative())")
    context.set(.discriminator, [inner])
}

private func alternativeContext(_ alternative: UnionAlternative, in union: Union, _ spelling: Spelling) -> Context {
    var context = Context(.name, alternative.name.spelling)
    context.set(.type, spelling.type(alternative.type))
    context.set(.comment, comment(alternative.documentation))
    context.set(.isIndirect, alternative.isIndirect)
    context.set(.values, alternative.discriminatorValues.map { spelling.literal($0) }.joined(separator: ", "))
    context.set(.call, writing(alternative, isTagged: false, spelling))
    context.set(.isOnlyOfItsKind, isOnlyOfItsKind(alternative, in: union))
    context.set(.kinds, kindTest(alternative.kinds))
    return context
}

private func isOnlyOfItsKind(_ alternative: UnionAlternative, in union: Union) -> Bool {
    union.alternatives.filter { !$0.kinds.isDisjoint(with: alternative.kinds) }.count == 1
}

private func kindTest(_ kinds: JSONKinds) -> String {
    kinds == .all ? "true" : kindNames(kinds).map { "kind == .\($0)" }.joined(separator: " || ")
}

private func kindNames(_ kinds: JSONKinds) -> [String] {
    let names: [(JSONKinds, String)] = [
        (.null, "null"), (.boolean, "boolean"), (.number, "number"), (.string, "string"), (.array, "array"), (.object, "object"),
    ]
    return names.filter { kinds.contains($0.0) }.map(\.1)
}
