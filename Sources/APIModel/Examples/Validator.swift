/// Validates values of the document against its schemas, as the generated servers do at run time.
///
/// JSON Schema 2020-12, Core, sections 10 and 11, and Validation, section 6.
package struct Validator {
    private let schemas: SchemaGraph
    /// The messages that carry the values.
    let directions: Directions
    /// Whether numbers and booleans are read as text where a schema requires a string, because authors of YAML leave out quotes.
    private let readsScalarsAsText: Bool
    /// How many more schemas may be looked at for one value, and for all of them.
    private var stepsLeft = 0
    private(set) var allStepsLeft: Int
    private var depth = 0
    /// The schemas that the innermost value is being validated against. One that leads back to itself requires nothing more.
    private var open: Set<SchemaID> = []
    /// Whether something could not be decided, such as a pattern with back references. It counts as valid.
    private(set) var isUndecided = false

    /// - Parameter limit: How many schemas may be looked at. Values beyond it count as valid, so that a hostile document costs no more.
    package init(
        _ schemas: SchemaGraph, for directions: Directions = .both, readsScalarsAsText: Bool = false, limit: Int = 20_000_000
    ) {
        self.schemas = schemas
        self.directions = directions
        self.readsScalarsAsText = readsScalarsAsText
        allStepsLeft = limit
    }

    /// Returns the first violation of a schema, or `nil` where the value is valid or takes too long to validate.
    package mutating func violation(of value: JSONValue, against id: SchemaID) -> Violation? {
        stepsLeft = min(20_000, allStepsLeft)
        allStepsLeft -= stepsLeft
        defer { allStepsLeft += max(0, stepsLeft) }
        isUndecided = false
        return validate(value, against: id).violation
    }

    /// The result of validating a value against a schema.
    struct Outcome {
        var violation: Violation?
        /// The members and elements that the schema looked at, for `unevaluatedProperties` and `unevaluatedItems`.
        var members: Set<String> = []
        var elements: Set<Int> = []

        init(_ violation: Violation? = nil) {
            self.violation = violation
        }

        var isValid: Bool { violation == nil }

        /// Adds the result of another schema for the same value.
        mutating func merge(_ other: Outcome) {
            violation = violation ?? other.violation
            guard other.isValid else { return }
            members.formUnion(other.members)
            elements.formUnion(other.elements)
        }
    }

    /// What holds for all schemas of one value.
    struct Context {
        /// Members that need not be there, because only messages of the other direction carry them.
        var exempt: Set<String> = []
        /// Whether a schema depends on which members and elements others have evaluated.
        var tracks = false
        /// Whether the schema is a part of another one, so that it selects no subtype.
        var isPart = false
        /// The part whose subtypes are those of the whole.
        var typeSource: SchemaID?

        func part(_ id: SchemaID) -> Context {
            var context = self
            context.isPart = id != typeSource
            return context
        }

        var alternative: Context {
            var context = self
            context.isPart = false
            return context
        }
    }

    /// Validates a value of its own: the whole, a member, an element.
    mutating func validate(_ value: JSONValue, against id: SchemaID) -> Outcome {
        let outerOpen = open
        open = []
        defer { open = outerOpen }
        return validate(value, against: id, Context())
    }

    private mutating func validate(_ value: JSONValue, against id: SchemaID, _ outer: Context) -> Outcome {
        stepsLeft -= 1
        depth += 1
        defer { depth -= 1 }
        guard stepsLeft > 0, depth < 80 else {
            isUndecided = true
            return Outcome()
        }
        let target = schemas.target(of: id)
        let schema = schemas[target]
        // A set that is copied for each schema would cost more than the schemas.
        if value.isNull && schema.nullableOverrides || !open.insert(target).inserted { return Outcome() }
        defer { open.remove(target) }
        var context = outer
        context.typeSource = context.isPart ? nil : schemas.typeSource(of: target)
        let form = schemas.form(target)
        let value = readsScalarsAsText ? value.asText(where: form) : value
        if case .object = value {
            for member in form.object.members where !member.sentIn.isSuperset(of: directions) { context.exempt.insert(member.name) }
        }
        context.tracks = context.tracks || schema.assertions.contains { $0.keyword.isAboutUnevaluated }
        var outcome = Outcome()
        for assertion in schema.assertions {
            outcome.merge(validate(value, assertion.keyword, context))
            if !outcome.isValid { return outcome }
        }
        if !value.isScalar { validateChildren(of: value, schema.assertions, context, &outcome) }
        return outcome
    }

    private mutating func validate(_ value: JSONValue, _ keyword: Assertion.Keyword, _ context: Context) -> Outcome {
        switch keyword {
        case .reference(let id): return validate(value, against: id, context.part(id))
        case .allOf(let parts):
            var outcome = Outcome()
            for part in parts where outcome.isValid { outcome.merge(validate(value, against: part, context.part(part))) }
            return outcome
        case .anyOf(let list): return validate(value, againstOneOrMoreOf: list, context.alternative)
        case .oneOf(let list): return validate(value, againstOneOf: list, context.alternative)
        case .discriminated(let name, let choices, let others):
            guard let choice = choices.first(selectedBy: value[name]) else {
                return validate(value, againstOneOrMoreOf: others, context.alternative)
            }
            return validate(value, against: choice, context.alternative)
        case .subtypes(let name, let choices):
            guard !context.isPart, let choice = choices.first(selectedBy: value[name]) else { return Outcome() }
            return validate(value, against: choice, context.alternative)
        case .not(let id):
            let isValid = validate(value, against: id, context).isValid && !isUndecided
            return Outcome(isValid ? value.violation("matches the schema of 'not'") : nil)
        case .condition(let condition, let then, let otherwise):
            let tested = validate(value, against: condition, context)
            var outcome = tested.isValid ? tested : Outcome()
            if let branch = tested.isValid ? then : otherwise {
                outcome.merge(validate(value, against: branch, context.part(branch)))
            }
            return outcome
        case .dependentSchemas(let dependencies):
            var outcome = Outcome()
            for dependency in dependencies where value[dependency.name] != nil {
                outcome.merge(validate(value, against: dependency.schema, context.part(dependency.schema)))
            }
            return outcome
        case .required(let names): return Outcome(value.missing(names.filter { !context.exempt.contains($0) }))
        case .dependentRequired(let dependencies):
            let names = dependencies.filter { value[$0.name] != nil }.flatMap(\.required)
            return Outcome(value.missing(names.filter { !context.exempt.contains($0) }))
        default: return Outcome(violation(of: value, keyword))
        }
    }

    private mutating func validate(_ value: JSONValue, againstOneOrMoreOf list: [SchemaID], _ context: Context) -> Outcome {
        var outcome = Outcome()
        var first: Violation?
        var isMatched = false
        for id in list {
            let inner = validate(value, against: id, context)
            first = first ?? inner.violation
            guard inner.isValid else { continue }
            isMatched = true
            outcome.merge(inner)
            if !context.tracks { break }
        }
        if !isMatched { outcome.violation = list.count > 1 ? Violation("it matches none of the alternatives") : first }
        return outcome
    }

    private mutating func validate(_ value: JSONValue, againstOneOf list: [SchemaID], _ context: Context) -> Outcome {
        var outcome = Outcome()
        var first: Violation?
        var count = 0
        for id in list {
            let inner = validate(value, against: id, context)
            first = first ?? inner.violation
            if inner.isValid {
                count += 1
                outcome.merge(inner)
            }
        }
        if count == 0 { outcome.violation = list.count > 1 ? Violation("it matches none of the alternatives") : first }
        if count > 1, !isUndecided { outcome.violation = Violation("it matches \(count) of the alternatives, not exactly one") }
        return outcome
    }

    /// Returns whether a text matches a pattern; one that cannot be decided counts as matched.
    mutating func matches(_ text: String, _ pattern: String) -> Bool {
        if let isMatched = Pattern(pattern)?.matches(text) { return isMatched }
        isUndecided = true
        return true
    }

    func isNever(_ id: SchemaID) -> Bool { schemas.form(id).booleanValue == false }
}

extension JSONValue {
    /// The value as an author who left out quotes means it.
    func asText(where form: NormalForm) -> JSONValue {
        guard form.namesKinds, form.typedKinds == [.string], isScalar, !isNull else { return self }
        return .string(plainText)
    }

    fileprivate func missing(_ names: [String]) -> Violation? {
        guard case .object(let members) = self else { return nil }
        let present = Set(members.map(\.name))
        return names.first { !present.contains($0) }.map { Violation("'\($0)' is missing") }
    }
}

extension [DiscriminatorChoice] {
    /// The schema that a discriminator's value selects.
    fileprivate func first(selectedBy value: JSONValue?) -> SchemaID? {
        guard let value else { return nil }
        return first { $0.values.contains(where: value.equals) }?.schema
    }
}

extension Assertion.Keyword {
    fileprivate var isAboutUnevaluated: Bool {
        switch self {
        case .unevaluatedProperties, .unevaluatedItems: true
        default: false
        }
    }
}
