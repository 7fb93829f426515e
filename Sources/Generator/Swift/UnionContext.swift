import APIModel
import Templating

/// The values of an enum with a case for each alternative.
func fill(_ context: inout Context, _ union: Union, _ spelling: Spelling) {
    context.set(.unknownCase, union.unknownCase.spelling)
    let alternatives = union.alternatives.map { alternativeContext($0, in: union, spelling) }
    context.set(.alternatives, alternatives)
    if let discriminator = union.discriminator {
        context.set(.discriminator, [Context(.key, SwiftText.literal(discriminator.propertyName))])
    }
}

private func alternativeContext(_ alternative: UnionAlternative, in union: Union, _ spelling: Spelling) -> Context {
    var context = Context(.name, alternative.name.spelling)
    context.set(.type, spelling.type(alternative.type))
    context.set(.comment, comment(alternative.documentation))
    context.set(.isIndirect, alternative.isIndirect)
    context.set(.values, alternative.discriminatorValues.map(SwiftText.literal).joined(separator: ", "))
    let sharesKind = union.alternatives.filter { !$0.kinds.isDisjoint(with: alternative.kinds) }.count > 1
    context.set(.isOnlyOfItsKind, !sharesKind)
    context.set(.kinds, kindTest(alternative.kinds))
    return context
}

private func kindTest(_ kinds: JSONKinds) -> String {
    let names: [(JSONKinds, String)] = [
        (.null, "null"), (.boolean, "boolean"), (.number, "number"), (.string, "string"), (.array, "array"),
        (.object, "object"),
    ]
    if kinds == .all { return "true" }
    return names.filter { kinds.contains($0.0) }.map { "kind == .\($0.1)" }.joined(separator: " || ")
}
