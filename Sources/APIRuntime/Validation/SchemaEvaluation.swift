/// What a schema says of a value.
struct SchemaOutcome {
    var isValid = true
    /// The positions of the values directly inside that were looked at; only kept where a schema asks for them.
    var evaluated: Set<Int> = []
}

/// Checks one value against compiled schemas; never copied, because what it remembers would be copied at every step.
struct SchemaEvaluation: ~Copyable {
    private static let maximumViolations = 100
    static let maximumSteps = 20_000_000
    static let maximumPatternSteps = 30_000_000
    private static let reserve: UInt = 128 * 1024
    private static let maximumReasons = 4
    private static let maximumReasonLength = 120

    let nodes: [SchemaNode]
    let traits: SchemaTraits
    /// The arrays and objects around the value in hand, outermost first, each with the position of the next one.
    private var surroundings: [(container: JSONValue, position: Int, outerPlace: UInt)] = []
    private(set) var violations: [JSONViolation] = []
    private var memory = SchemaMemory()
    /// How many steps regular expressions may still take.
    var patternSteps = SchemaEvaluation.maximumPatternSteps
    /// The schema resources on the way to the present one, outermost first (JSON Schema 2020-12, section 7.1).
    private var scope: [Int] = []
    /// The number of the alternative whose first violation is searched for, or 0 while all violations are reported.
    private var explanation = 0
    private var explanations = 0
    private var steps = 0
    private var depth = 0
    private let maximumDepth: Int
    private let stackLimit: UInt

    init(nodes: [SchemaNode], traits: SchemaTraits) {
        self.nodes = nodes
        self.traits = traits
        let lowest = lowestStackAddress()
        stackLimit = lowest.map { $0 + Self.reserve } ?? 0
        maximumDepth = lowest == nil ? 1000 : 100_000
    }

    mutating func violations(of value: JSONValue, against root: Int) -> [JSONViolation] {
        _ = evaluate(root, value, collects: true)
        return violations
    }

    // MARK: Walking

    /// - Parameter collects: whether violations are reported, rather than only asked for.
    mutating func evaluate(_ node: Int, _ value: JSONValue, collects: Bool) -> SchemaOutcome {
        let schema = nodes[node]
        guard schema.isRemembered, !traits.isDynamic else { return check(schema, value, collects) }
        let visit = SchemaMemory.Visit(
            node: node, collects: collects, explanation: collects ? explanation : 0, place: collects ? place : 0, value: value)
        if visit.isAtLeaf, !schema.isRememberedAtLeaves { return check(schema, value, collects) }
        if let outcome = memory[visit] { return outcome }
        // A schema that leads back to itself at the same value asks for nothing more.
        memory[visit] = SchemaOutcome()
        let outcome = check(schema, value, collects)
        memory[visit] = outcome
        return outcome
    }

    /// Goes into an array or object, whose values are then stepped to.
    mutating func enter(_ container: JSONValue) {
        surroundings.append((container, 0, place))
    }

    /// Steps to a value inside the array or object that was entered last.
    mutating func step(to position: Int) {
        surroundings[surroundings.count - 1].position = position
        memory.forgetLeaf()
    }

    mutating func leave() {
        surroundings.removeLast()
    }

    /// Counts the bytes of a value that was compared as a whole.
    mutating func spend(bytes: Int) {
        steps += bytes / 32
    }

    /// A number for the place of the value in hand. If two places share one, equal values there are reported once.
    private var place: UInt {
        surroundings.last.map { $0.outerPlace &* 0x9E37_79B9_7F4A_7C15 &+ UInt(bitPattern: $0.position) &+ 1 } ?? 0
    }

    /// The names and indexes on the way to the value in hand.
    private var path: [String] {
        surroundings.map { container, position, _ in
            if case .object(let object) = container { object.members[position].name } else { String(position) }
        }
    }

    private mutating func check(_ schema: SchemaNode, _ value: JSONValue, _ collects: Bool) -> SchemaOutcome {
        guard case .keywords(let keywords) = schema.rule else { return simple(schema, value, collects) }
        guard mayGoOn(schema) else { return SchemaOutcome(isValid: false) }
        depth += 1
        let entersResource = scope.last != schema.resource
        if entersResource { scope.append(schema.resource) }
        defer {
            depth -= 1
            if entersResource { scope.removeLast() }
        }
        var outcome = SchemaOutcome()
        for keyword in keywords {
            // A text that is too long is refused without a search of it.
            if case .pattern = keyword, !outcome.isValid, let text = value.string, schema.hasMaxLength(below: text) { continue }
            let isFulfilled = apply(keyword, of: schema, to: value, &outcome, collects)
            if !isFulfilled { outcome.isValid = false }
            if !outcome.isValid, !collects || explanation > 0 { break }
        }
        if !outcome.isValid { outcome.evaluated = [] }
        return outcome
    }

    private mutating func simple(_ schema: SchemaNode, _ value: JSONValue, _ collects: Bool) -> SchemaOutcome {
        guard case .never = schema.rule else { return SchemaOutcome() }
        let isMember = schema.keyword == "additionalProperties" || schema.keyword == "unevaluatedProperties"
        let message = isMember ? "the member is not allowed" : "no value is allowed here"
        return SchemaOutcome(isValid: reject(schema, schema.keyword, collects, message))
    }

    /// Whether time and stack are left; a value that is too much is refused.
    private mutating func mayGoOn(_ schema: SchemaNode) -> Bool {
        steps += 1
        var here: UInt8 = 0
        let address = withUnsafeMutablePointer(to: &here) { UInt(bitPattern: $0) }
        if steps <= Self.maximumSteps, depth < maximumDepth, address > stackLimit { return true }
        return giveUp(schema, steps > Self.maximumSteps ? "takes too long to check" : "nested too deeply to be checked")
    }

    /// Reports that a check does not come to an end, also where violations are only asked for; false.
    mutating func giveUp(_ schema: SchemaNode, _ message: String) -> Bool {
        if violations.last?.keyword != "limit" {
            violations.append(JSONViolation(path: path, keyword: "limit", message: message, line: schema.line))
        }
        return false
    }

    /// Reports a violation; false, so that checks can end in it.
    mutating func reject(
        _ schema: SchemaNode, _ keyword: String, _ collects: Bool, _ message: @autoclosure () -> String
    ) -> Bool {
        if collects, violations.count < Self.maximumViolations {
            violations.append(
                JSONViolation(
                    path: path, keyword: keyword, message: message(), line: schema.keywordLines[keyword] ?? schema.line))
        }
        return false
    }

    func dynamicTarget(_ anchor: String, initial: Int) -> Int {
        for resource in scope {
            if let node = traits.anchors[SchemaTraits.Anchor(resource: resource, name: anchor)] { return node }
        }
        return initial
    }

    // MARK: Keywords

    private mutating func apply(
        _ keyword: SchemaKeyword, of schema: SchemaNode, to value: JSONValue, _ outcome: inout SchemaOutcome, _ collects: Bool
    ) -> Bool {
        switch keyword {
        case .reference(let node): return merge(evaluate(node, value, collects: collects), into: &outcome)
        case .dynamicReference(let anchor, let initial):
            return merge(evaluate(dynamicTarget(anchor, initial: initial), value, collects: collects), into: &outcome)
        case .allOf(let nodes):
            var isValid = true
            for node in nodes where !merge(evaluate(node, value, collects: collects), into: &outcome) {
                isValid = false
                if !collects { break }
            }
            return isValid
        case .anyOf(let nodes): return applyAnyOf(nodes, schema, value, &outcome, collects)
        case .oneOf(let nodes): return applyOneOf(nodes, schema, value, &outcome, collects)
        case .not(let node):
            return !evaluate(node, value, collects: false).isValid
                || reject(schema, "not", collects, "the value matches the schema of 'not'")
        case .condition(let condition, let then, let otherwise):
            let isMet = merge(evaluate(condition, value, collects: false), into: &outcome)
            guard let branch = isMet ? then : otherwise else { return true }
            return merge(evaluate(branch, value, collects: collects), into: &outcome)
        default:
            switch value {
            case .object(let object): return apply(keyword, of: schema, toObject: object, value, &outcome, collects)
            case .array(let elements): return apply(keyword, of: schema, toArray: elements, value, &outcome, collects)
            default: return check(keyword, of: schema, value, collects)
            }
        }
    }

    /// Takes over what a schema that was fulfilled has looked at.
    func merge(_ inner: SchemaOutcome, into outcome: inout SchemaOutcome) -> Bool {
        if traits.tracksEvaluation, inner.isValid { outcome.evaluated.formUnion(inner.evaluated) }
        return inner.isValid
    }

    private mutating func applyAnyOf(
        _ nodes: [Int], _ schema: SchemaNode, _ value: JSONValue, _ outcome: inout SchemaOutcome, _ collects: Bool
    ) -> Bool {
        var isValid = false
        for node in nodes where merge(evaluate(node, value, collects: false), into: &outcome) {
            isValid = true
            if !traits.tracksEvaluation { break }
        }
        return isValid || rejectAll(nodes, "anyOf", schema, value, collects)
    }

    private mutating func applyOneOf(
        _ nodes: [Int], _ schema: SchemaNode, _ value: JSONValue, _ outcome: inout SchemaOutcome, _ collects: Bool
    ) -> Bool {
        var count = 0
        for node in nodes where merge(evaluate(node, value, collects: false), into: &outcome) {
            count += 1
        }
        switch count {
        case 0: return rejectAll(nodes, "oneOf", schema, value, collects)
        case 1: return true
        default:
            return reject(schema, "oneOf", collects, "matches \(count) of the \(nodes.count) alternatives, not exactly one")
        }
    }

    /// Reports that a value matches none of the alternatives. A single alternative reports its own violations.
    private mutating func rejectAll(
        _ nodes: [Int], _ keyword: String, _ schema: SchemaNode, _ value: JSONValue, _ collects: Bool
    ) -> Bool {
        if collects, nodes.count == 1 { return evaluate(nodes[0], value, collects: true).isValid }
        let reasons = collects ? reasons(nodes, value) : ""
        return reject(schema, keyword, collects, "matches none of the \(nodes.count) alternatives\(reasons)")
    }

    /// Returns the first violation of each of the first alternatives.
    ///
    /// Nested alternatives are not explained in turn, so explaining takes no longer than the check itself.
    private mutating func reasons(_ nodes: [Int], _ value: JSONValue) -> String {
        guard explanation == 0, violations.count < Self.maximumViolations else { return "" }
        let reported = violations
        var reasons: [String] = []
        for (index, node) in nodes.prefix(Self.maximumReasons).enumerated() {
            violations = []
            explanations += 1
            explanation = explanations
            _ = evaluate(node, value, collects: true)
            guard let reason = violations.first?.description else { continue }
            let isLong = reason.count > Self.maximumReasonLength
            reasons.append("\(index + 1): \(reason.prefix(Self.maximumReasonLength))\(isLong ? "…" : "")")
        }
        violations = reported
        explanation = 0
        if nodes.count > Self.maximumReasons { reasons.append("…") }
        return " (" + reasons.joined(separator: "; ") + ")"
    }
}
