import APIModel
import Templating

/// The values of an enum with a case for each alternative.
func fill(_ context: inout Context, _ union: Union, _ spelling: Spelling) {
    context.set(.unknownCase, union.unknownCase.spelling)
    let alternatives = union.alternatives.map { alternativeContext($0, in: union, spelling) }
    context.set(.alternatives, alternatives)
    let kinds = union.alternatives.reduce(into: JSONKinds()) { $0.formUnion($1.kinds) }
    context.set(.kinds, kindNames(kinds).map { "." + $0 }.joined(separator: ", "))
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
    kinds == .all ? "true" : kindNames(kinds).map { "kind == .\($0)" }.joined(separator: " || ")
}

private func kindNames(_ kinds: JSONKinds) -> [String] {
    let names: [(JSONKinds, String)] = [
        (.null, "null"), (.boolean, "boolean"), (.number, "number"), (.string, "string"), (.array, "array"), (.object, "object"),
    ]
    return names.filter { kinds.contains($0.0) }.map(\.1)
}
