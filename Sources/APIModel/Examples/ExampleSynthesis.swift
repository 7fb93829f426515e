/// A value made from a schema, and the members that it lacks.
package struct MadeExample: Sendable {
    /// `nil` where no valid value was found.
    package let value: JSONValue?
    package let omissions: [Omission]

    /// A part for which no value was found.
    package struct Omission: Sendable {
        /// The path of members and elements to it.
        package let path: [ValueStep]
        package let schema: SchemaID
        package let reason: String
    }
}

/// Makes values that are valid against schemas, the same each time: those of the document where it has some.
///
/// A part for which no value is found is left out, member by member, and so is what requires it.
package struct ExampleSynthesis {
    let schemas: SchemaGraph
    /// The messages that carry the value.
    let directions: Directions
    /// Whether optional members are left out.
    let isShort: Bool
    /// Whether every part is validated when it is made, rather than the whole value in the end.
    let isCareful: Bool
    /// Different numbers give different values, for arrays whose items differ.
    var variation: Int
    var omissions: [MadeExample.Omission] = []
    var path: [ValueStep] = []
    /// How many more optional values may be made, so that what a page shows stays short.
    private(set) var remainingOptionals = 40
    /// How many more values may be made at all.
    private var budget = 600
    /// The schemas that the value is inside of.
    private var open: Set<SchemaID> = []
    /// These and their parts, which optional values do not repeat.
    private var shown: Set<SchemaID> = []
    private var depth = 0
    private var validator: Validator

    private init(
        _ schemas: SchemaGraph, for directions: Directions, isCareful: Bool, isShort: Bool, variation: Int, limit: Int
    ) {
        self.schemas = schemas
        self.directions = directions
        self.isCareful = isCareful
        self.isShort = isShort
        self.variation = variation
        validator = Validator(schemas, for: directions, limit: limit)
    }

    /// Returns a value that is valid against a schema, or `nil` where none is found.
    ///
    /// - Parameter directions: The messages that carry the value; `.both` for a value with all members.
    package static func value(for id: SchemaID, in api: API, for directions: Directions = .both) -> JSONValue? {
        example(for: id, in: api.schemas, for: directions).value
    }

    /// Returns a value made for a schema, and what was left out of it.
    package static func example(for id: SchemaID, in schemas: SchemaGraph, for directions: Directions = .both) -> MadeExample {
        schemas.examples.example(for: id, directions) { stepsLeft in
            newExample(for: id, in: schemas, for: directions, &stepsLeft)
        }
    }

    /// Returns a valid value that differs from those of other variations where the schema allows it; `nil` where none is found.
    package static func variant(
        _ variation: Int, for id: SchemaID, in api: API, for directions: Directions = .both
    ) -> JSONValue? {
        var synthesis = ExampleSynthesis(
            api.schemas, for: directions, isCareful: true, isShort: false, variation: max(0, variation), limit: mostStepsOfExample)
        return synthesis.value(for: id)
    }

    private static func newExample(
        for id: SchemaID, in schemas: SchemaGraph, for directions: Directions, _ stepsLeft: inout Int
    ) -> MadeExample {
        var omissions: [MadeExample.Omission] = []
        let most = min(mostStepsOfExample, stepsLeft)
        var limit = most
        defer { stepsLeft -= most - limit }
        // Where the optional members are too many, the required ones may still be possible.
        for (isCareful, isShort, variation) in [(false, false, 0), (true, false, 0), (true, true, 0), (true, true, 1)] {
            var synthesis = ExampleSynthesis(
                schemas, for: directions, isCareful: isCareful, isShort: isShort, variation: variation, limit: limit)
            defer { limit = synthesis.validator.allStepsLeft }
            if let value = synthesis.value(for: id), isCareful || synthesis.accepts(value, id) {
                return MadeExample(value: value, omissions: synthesis.omissions)
            }
            if isCareful, omissions.isEmpty { omissions = synthesis.omissions }
        }
        return MadeExample(value: nil, omissions: omissions)
    }

    /// Returns whether a value is valid against a schema.
    ///
    /// - Parameter directions: The messages that carry the value.
    package static func fits(
        _ value: JSONValue, _ id: SchemaID, in api: API, for directions: Directions = .both
    ) -> Bool {
        var validator = Validator(api.schemas, for: directions)
        return validator.violation(of: value, against: id) == nil
    }

    /// Returns a valid value.
    ///
    /// - Parameters:
    ///   - given: A value from an example of what contains the schema.
    ///   - isOptional: Whether what contains the value can do without it.
    mutating func value(for id: SchemaID, given: JSONValue? = nil, isOptional: Bool = false) -> JSONValue? {
        let target = schemas.target(of: id)
        let authored = (given.map { [$0] } ?? []) + authoredValues(of: id, target)
        for value in authored where validator.violation(of: value, against: id) == nil { return value }
        let isRepeated = open.contains(target) || isOptional && shown.contains(target)
        guard budget > 0, validator.allStepsLeft > 0, depth < 12, !isRepeated else { return nil }
        budget -= 1
        remainingOptionals -= 1
        depth += 1
        let (outerOpen, outerShown) = (open, shown)
        open.insert(target)
        shown.formUnion(schemas.parts(of: target))
        defer {
            (open, shown) = (outerOpen, outerShown)
            depth -= 1
        }
        let outerOmissions = omissions.count
        let members = authored.first { if case .object = $0 { true } else { false } }
        let alternatives = schemas.form(target).alternatives.flatMap { $0.origin == .kinds ? nil : $0 }
        let made =
            alternatives.map { value(of: $0, for: target, given: members, isOptional: isOptional) } ?? made(target, given: members)
        if let made { return made }
        if omissions.count == outerOmissions, let reason = reasonForNothing(target) {
            omissions.append(MadeExample.Omission(path: path, schema: target, reason: reason))
        }
        return nil
    }

    /// Returns whether a value that was made is valid beyond doubt.
    mutating func accepts(_ value: JSONValue, _ id: SchemaID) -> Bool {
        validator.violation(of: value, against: id) == nil && !validator.isUndecided
    }

    mutating func violation(of value: JSONValue, _ id: SchemaID) -> Violation? {
        validator.violation(of: value, against: id)
    }
}

extension ExampleSynthesis {
    /// The document's own values for a schema, the most specific ones first.
    private func authoredValues(of id: SchemaID, _ target: SchemaID) -> [JSONValue] {
        let levels = id == target ? [schemas[id].annotations] : [schemas[id].annotations, schemas[target].annotations]
        let form = schemas.form(target)
        let listed = form.values?.map(\.value).filter { !$0.isNull } ?? []
        var values: [JSONValue] = []
        for annotations in levels {
            if variation == 0 { values += annotations.examples.prefix(3).map(\.value) }
            if variation > 0, variation < annotations.examples.count { values.append(annotations.examples[variation].value) }
        }
        if listed.count == 1 { values += listed }
        if variation == 0 { values += levels.compactMap { $0.defaultValue?.value } }
        if !listed.isEmpty { values.append(listed[variation % listed.count]) }
        return values.map { $0.carried(by: directions, as: target, in: schemas) }
    }

    /// Returns a value of the first alternative that has one.
    private mutating func value(
        of alternatives: Alternatives, for id: SchemaID, given: JSONValue?, isOptional: Bool
    ) -> JSONValue? {
        let count = alternatives.list.count
        let outerOmissions = omissions.count
        for index in 0..<min(count, 8) {
            omissions.removeLast(omissions.count - outerOmissions)
            let alternative = alternatives.list[(index + variation) % count]
            guard let value = value(for: alternative.schema, given: given, isOptional: isOptional) else { continue }
            let tagged = value.tagged(alternative, by: alternatives.discriminator)
            if accepts(tagged, id) { return tagged }
        }
        omissions.removeLast(omissions.count - outerOmissions)
        let isRepeated = isOptional && alternatives.list.contains { shown.contains(schemas.target(of: $0.listed)) }
        // A list with a schema that accepts much is matched exactly once by what the others refuse.
        return isRepeated ? nil : plainValues.first { accepts($0, id) }
    }

    private mutating func made(_ id: SchemaID, given: JSONValue?) -> JSONValue? {
        let form = schemas.form(id)
        if form.booleanValue == false { return nil }
        let outerOmissions = omissions.count
        for kind in kindsToMake(form) {
            // What a failed attempt left out does not affect the next one.
            omissions.removeLast(omissions.count - outerOmissions)
            if kind == .object, let value = object(id, form, given: given) { return value }
            if kind == .array, let value = array(id, form) { return value }
            for value in scalars(kind, form) where !isCareful && form.patterns.isEmpty || accepts(value, id) { return value }
        }
        return form.kinds.contains(.null) && accepts(.null, id) ? .null : nil
    }

    /// The kinds to make a value of, in the order of what examples show best.
    private func kindsToMake(_ form: NormalForm) -> [JSONKinds] {
        let typed = form.typedKinds
        let order: [JSONKinds] = [.object, .array, .string, .integer, .number, .boolean]
        if !typed.isEmpty { return order.filter { typed.contains($0) } }
        return form.object.members.isEmpty ? [.string, .object, .array, .integer, .boolean] : order
    }

    /// Why there is no value for a schema; `nil` where pages need not mention it.
    private func reasonForNothing(_ id: SchemaID) -> String? {
        let form = schemas.form(id)
        let isShown = form.booleanValue != false && form.alternatives == nil && !form.typedKinds.contains(.object)
        guard isShown, budget > 0, form.counts[.minLength] ?? 0 <= longestOptionalText else { return nil }
        if let pattern = form.patterns.first { return "no text was found that matches '\(pattern)'" }
        return "no value was found that is valid"
    }
}

private let plainValues: [JSONValue] = [
    .string("value"), .number("1"), .bool(true), .array([]), .object([]), .object([JSONMember("key", .string("value"))]), .null,
]

extension SchemaGraph {
    /// A schema and those that it refers to or includes.
    func parts(of id: SchemaID) -> [SchemaID] {
        var parts: [SchemaID] = []
        var pending = [id]
        // Authors include a few levels; the limit keeps a hostile document linear.
        while let next = pending.popLast(), parts.count < 50 {
            let target = target(of: next)
            guard !parts.contains(target) else { continue }
            parts.append(target)
            for assertion in self[target].assertions {
                switch assertion.keyword {
                case .reference(let id): pending.append(id)
                case .allOf(let ids): pending += ids.reversed()
                default: break
                }
            }
            if case .merged(let ids) = self[target].origin { pending += ids.reversed() }
        }
        return parts
    }
}

extension JSONValue {
    /// The value with the discriminator's value for an alternative.
    fileprivate func tagged(_ alternative: Alternative, by discriminator: Discriminator?) -> JSONValue {
        guard let discriminator, case .object(let members) = self, let tag = alternative.discriminatorValues.first else {
            return self
        }
        if let own = self[discriminator.propertyName], alternative.discriminatorValues.contains(own) { return self }
        return .object([JSONMember(discriminator.propertyName, tag)] + members.filter { $0.name != discriminator.propertyName })
    }
}

/// Enough for the examples of real documents a few times over.
let mostStepsOfExample = 30_000
