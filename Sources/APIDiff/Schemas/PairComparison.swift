import APIModel
import Diagnostics

/// Compares two schemas keyword by keyword, and finds the pairs of schemas inside them.
struct PairComparison {
    let old: SchemaView
    let new: SchemaView
    /// How much there is to compare, for limits on the work.
    var size: Int { 1 + old.size + new.size }
    private(set) var findings: [Finding] = []
    private(set) var children: [ChildPair] = []

    /// - Parameter isSame: Whether two schemas allow the same values, which matches alternatives without a name.
    init(_ pair: SchemaPair, _ oldGraph: SchemaGraph, _ newGraph: SchemaGraph, isSame: (SchemaPair) -> Bool) {
        old = SchemaView(pair.old, in: oldGraph)
        new = SchemaView(pair.new, in: newGraph)
        compareNull()
        compareAnnotations()
        guard old.acceptsAnything == new.acceptsAnything else {
            addFreedom()
            return
        }
        if old.alternatives != nil || new.alternatives != nil { compareAlternatives(isSame: isSame) }
        // A schema that became one of several alternatives is compared with that alternative.
        guard (old.alternatives == nil) == (new.alternatives == nil) else { return }
        guard compareKinds() else { return }
        compareValues()
        compareScalars()
        compareBounds()
        compareMembers()
        compareOtherMembers()
        compareItems()
        compareConditions(isSame: isSame)
    }

    mutating func add(
        _ rule: Rule, name: String? = nil, old oldText: String? = nil, new newText: String? = nil, at oldPosition: Position? = nil,
        _ newPosition: Position? = nil, in directions: Directions = .both, step: String = ""
    ) {
        guard !directions.isEmpty else { return }
        findings.append(
            Finding(
                rule: rule, name: name, old: oldText, new: newText, oldPosition: oldPosition ?? old.position,
                newPosition: newPosition ?? new.position, directions: directions, step: step))
    }

    mutating func descend(_ oldID: SchemaID, _ newID: SchemaID, step: String, in directions: Directions = .both) {
        children.append(ChildPair(pair: SchemaPair(old: oldID, new: newID), step: step, directions: directions))
    }
}

extension PairComparison {
    private mutating func compareNull() {
        guard old.allowsNull != new.allowsNull, !old.acceptsAnything, !new.acceptsAnything else { return }
        guard !old.isOnlyNull, !new.isOnlyNull else { return }
        let rule = new.allowsNull ? Rule.nullAllowed : .nullForbidden
        add(rule, at: old.position(where: \.isType), new.position(where: \.isType))
    }

    /// Reports that a schema restricts values which were not restricted before, or the other way round.
    private mutating func addFreedom() {
        add(
            old.acceptsAnything ? .typeNarrowed : .typeWidened, old: old.summary, new: new.summary,
            at: old.position(where: \.isType), new.position(where: \.isType))
    }

    /// Returns whether the other keywords can be compared.
    private mutating func compareKinds() -> Bool {
        let (before, after) = (old.kinds, new.kinds)
        guard before != after else { return true }
        let rule: Rule =
            after.isSubset(of: before) ? .typeNarrowed : after.isSuperset(of: before) ? .typeWidened : .typeChanged
        add(
            rule, old: before.text, new: after.text, at: old.position(where: \.isType), new.position(where: \.isType))
        // Keywords of a type that was not there before are no further changes.
        return !before.intersection(after).isEmpty
    }

    private mutating func compareAnnotations() {
        let (before, after) = (old.schema.effectiveAnnotations, new.schema.effectiveAnnotations)
        if before.isDeprecated != after.isDeprecated {
            add(after.isDeprecated ? .schemaDeprecated : .schemaReinstated)
        }
        switch (before.defaultValue?.value, after.defaultValue?.value) {
        case (nil, let value?): add(.defaultAdded, new: value.compactText)
        case (let value?, nil): add(.defaultRemoved, old: value.compactText)
        case (let one?, let other?) where !one.equals(other):
            add(
                .defaultChanged, old: one.compactText, new: other.compactText, at: before.defaultValue?.position,
                after.defaultValue?.position)
        default: break
        }
        if !XMLRepresentation.areSame(old.schema.xml, new.schema.xml) { add(.xmlChanged) }
    }
}

extension SchemaView {
    /// The number of values and schemas that the schema lists.
    fileprivate var size: Int {
        form.object.members.count + form.object.patterns.count + form.array.prefix.count + (values?.list.count ?? 0)
            + (alternatives?.list.count ?? 0)
    }

    /// The kinds of value in a few words.
    var summary: String { alternatives == nil ? kinds.text : "one of several schemas" }

    /// Whether the schema restricts nothing.
    var acceptsAnything: Bool { kinds == .allButNull && !form.namesKinds && alternatives == nil && values == nil }
}

extension XMLRepresentation {
    static func areSame(_ one: XMLRepresentation?, _ other: XMLRepresentation?) -> Bool {
        one?.name == other?.name && one?.namespace == other?.namespace && one?.prefix == other?.prefix
            && one?.isAttribute ?? false == other?.isAttribute ?? false && one?.isWrapped ?? false == other?.isWrapped ?? false
            && one?.nodeType == other?.nodeType
    }
}

extension JSONKinds {
    /// The kinds as `type` names them.
    var text: String {
        if self == .allButNull { return "any" }
        return isEmpty ? "none" : typeNames.joined(separator: " or ")
    }
}

extension Assertion.Keyword {
    var isType: Bool { if case .type = self { true } else { false } }
    var isFormat: Bool { if case .format = self { true } else { false } }
    var isPattern: Bool { if case .pattern = self { true } else { false } }
    var isUniqueItems: Bool { if case .uniqueItems = self { true } else { false } }
    var isItems: Bool { if case .items = self { true } else { false } }
    var isAdditionalProperties: Bool { if case .additionalProperties = self { true } else { false } }

    var isValues: Bool {
        switch self {
        case .const, .enumeration: true
        default: false
        }
    }

    var isList: Bool {
        switch self {
        case .oneOf, .anyOf, .discriminated, .subtypes: true
        default: false
        }
    }

    func isBound(_ bounds: [Assertion.Bound]) -> Bool {
        if case .bound(let bound, _) = self { bounds.contains(bound) } else { false }
    }

    func isCount(_ count: Assertion.Count) -> Bool {
        if case .count(count, _) = self { true } else { false }
    }
}
