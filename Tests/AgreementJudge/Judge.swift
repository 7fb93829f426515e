public import APIRuntime

/// Tries values on generated types and compares the outcome with the author's own schemas.
public struct Judge {
    /// The author's schemas for each direction, which know nothing of the generator's model.
    let oracle: [Direction: JSONSchemaSet]
    /// The schemas of the generated code; `nil` where the types are enough.
    let validator: DocumentSchemas?
    let drivers: [String: TypeDriver]
    public private(set) var findings: [Finding] = []
    public private(set) var tally = Tally()

    public init(_ drivers: [TypeDriver], oracle: [Direction: String], validator: DocumentSchemas?) {
        self.drivers = Dictionary(drivers.map { ($0.name, $0) }) { first, _ in first }
        self.oracle = oracle.mapValues { JSONSchemaSet($0) }
        self.validator = validator
    }

    public mutating func judge(_ trial: Trial) throws {
        guard let driver = drivers[trial.schema] else { return }
        let value = try JSONValue(json: Array(trial.json.utf8))
        switch trial.kind {
        case .alternative: return judgeAlternative(trial, value, driver)
        case .defaults: return judgeDefaults(trial, value, driver)
        default: break
        }
        guard accepts(value, trial) == (trial.kind != .spoiled) else {
            tally.doubtful += 1
            return
        }
        switch trial.kind {
        case .fits: judgeReading(trial, value, driver)
        case .spoiled: judgeRefusal(trial, value, driver)
        case .minimal: judgeConstruction(trial, driver.constructors[trial.direction], value)
        case .chosen, .told: judgeChoice(trial, value, driver)
        case .alternative, .defaults: break
        }
    }

    private mutating func judgeReading(_ trial: Trial, _ value: JSONValue, _ driver: TypeDriver) {
        tally.fitting += 1
        if let violation = violations(of: value, trial)?.first {
            return report(.decodable, trial, "the validator refuses it: \(violation)")
        }
        let written: JSONValue
        do {
            written = try JSONValue(json: driver.roundTrip(Array(trial.json.utf8)))
        } catch {
            return report(.decodable, trial, "\(error)")
        }
        guard isSame(written, value), accepts(written, trial) else { return report(.stable, trial, text(of: written)) }
        tally.survived += 1
    }

    private mutating func judgeRefusal(_ trial: Trial, _ value: JSONValue, _ driver: TypeDriver) {
        let isRead = (try? driver.roundTrip(Array(trial.json.utf8))) != nil
        let found = violations(of: value, trial)
        // Where no operation carries a type, nothing checks more than the type does.
        if isRead, found == nil, trial.direction == .undirected {
            tally.doubtful += 1
            return
        }
        tally.spoiled += 1
        if isRead, found?.isEmpty ?? true {
            return report(.justified, trial, found == nil ? "the type accepts it" : "type and validator accept it")
        }
        tally.refused += 1
        if !isRead { tally.refusedByType += 1 }
    }

    private mutating func judgeAlternative(_ trial: Trial, _ value: JSONValue, _ driver: TypeDriver) {
        guard accepts(value, trial.alternative, trial.direction) else {
            tally.doubtful += 1
            return
        }
        judgeConstruction(trial, driver.alternatives[trial.alternative], value)
    }

    /// Where no discriminator decides, the value must fit no other alternative.
    private mutating func judgeChoice(_ trial: Trial, _ value: JSONValue, _ driver: TypeDriver) {
        guard driver.alternatives[trial.alternative] != nil else { return }
        let others = driver.alternatives.keys.filter { $0 != trial.alternative }
        let isCertain = trial.kind == .told || !others.contains { accepts(value, $0, trial.direction) }
        guard isCertain, accepts(value, trial.alternative, trial.direction) else { return }
        tally.constructions += 1
        let read = try? driver.alternative(Array(trial.json.utf8))
        guard read == trial.alternative else {
            return report(.decodable, trial, "it is read as \(read ?? "none of the alternatives")")
        }
        tally.constructed += 1
    }

    private mutating func judgeDefaults(_ trial: Trial, _ value: JSONValue, _ driver: TypeDriver) {
        guard let least = value.array?.first, let full = value.array?.last, accepts(least, trial), accepts(full, trial) else {
            return
        }
        tally.constructions += 1
        do {
            let written = try JSONValue(json: driver.roundTrip(JSONWriter.write(least)))
            let lost =
                full.object?.members.filter { member in
                    least.object?[member.name] == nil && !contains(written.object?[member.name], member.value)
                } ?? []
            guard lost.isEmpty else { return report(.defaulted, trial, "without \(lost.map(\.name).joined(separator: ", "))") }
            tally.constructed += 1
        } catch {
            report(.defaulted, trial, "\(error)")
        }
    }

    private mutating func judgeConstruction(
        _ trial: Trial, _ construct: (@Sendable (Members) throws -> [UInt8])?, _ value: JSONValue
    ) {
        guard let construct else { return }
        tally.constructions += 1
        do {
            let written = try JSONValue(json: construct(Members(value)))
            guard accepts(written, trial) else { return report(.constructible, trial, "it writes \(text(of: written))") }
            tally.constructed += 1
        } catch {
            report(.constructible, trial, "\(error)")
        }
    }

    private func accepts(_ value: JSONValue, _ trial: Trial) -> Bool {
        accepts(value, trial.schema, trial.direction)
    }

    /// Whether the author's schema, that of a component or of an operation's body, accepts a value.
    public func accepts(_ value: JSONValue, _ schema: String, _ direction: Direction) -> Bool {
        oracle[direction]?.violations(of: value, against: reference(to: schema)).isEmpty ?? false
    }

    /// Whether the author's document has a schema of this name that values of the direction have to fit.
    public func knows(_ schema: String, _ direction: Direction) -> Bool {
        oracle[direction].map { !isMissing($0.violations(of: .null, against: reference(to: schema))) } ?? false
    }

    /// What the generated validator finds; `nil` where it has no schema of this name.
    private func violations(of value: JSONValue, _ trial: Trial) -> [JSONViolation]? {
        guard let validator, let direction = trial.direction.message else { return nil }
        let found = validator.violations(of: value, against: reference(to: trial.schema), in: direction)
        return isMissing(found) ? nil : found
    }

    /// Whether the violations say that there is no such schema.
    private func isMissing(_ violations: [JSONViolation]) -> Bool {
        violations.first?.keyword == "$ref"
    }

    private mutating func report(_ property: Property, _ trial: Trial, _ outcome: String) {
        let schema = trial.schema + (trial.alternative.isEmpty ? "" : "/" + trial.alternative)
        findings.append(Finding(property: property, schema: schema, direction: trial.direction, json: trial.json, outcome: outcome))
    }
}

/// How often types, validator and schemas agreed.
public struct Tally: Sendable {
    public var survived = 0
    public var fitting = 0
    public var refused = 0
    public var spoiled = 0
    public var refusedByType = 0
    /// Values that initializers made, alternatives that were told apart, and defaults that were read, as they should be.
    public var constructed = 0
    public var constructions = 0
    /// Values of which the author's schema said something else than the one who made them, and such that nothing checks.
    public var doubtful = 0

    public init() {}
}

extension Tally: CustomStringConvertible {
    /// The numbers as the last line of a program's output, in the order of the properties.
    public var description: String {
        [
            "rate", "\(survived)", "\(fitting)", "\(refused)", "\(spoiled)", "\(refusedByType)", "\(constructed)",
            "\(constructions)", "\(doubtful)",
        ]
        .joined(separator: "\t")
    }
}

private func text(of value: JSONValue) -> String {
    (try? String(decoding: JSONWriter.write(value), as: UTF8.self)) ?? ""
}

/// Whether two values are the same but for the order of members and the spelling of numbers.
private func isSame(_ one: JSONValue, _ other: JSONValue) -> Bool {
    switch (one, other) {
    case (.array(let one), .array(let other)): one.count == other.count && zip(one, other).allSatisfy { isSame($0, $1) }
    case (.object(let one), .object(let other)):
        one.members.count == other.members.count
            && one.members.allSatisfy { member in other[member.name].map { isSame(member.value, $0) } ?? false }
    default: one == other
    }
}

/// Whether a value is another one, perhaps with more members in its objects.
private func contains(_ value: JSONValue?, _ part: JSONValue) -> Bool {
    switch (value, part) {
    case (.object(let value), .object(let part)): part.members.allSatisfy { contains(value[$0.name], $0.value) }
    default: value.map { isSame($0, part) } ?? false
    }
}

/// A reference to a component's schema, its name a token of a JSON Pointer (RFC 6901) in a URI's fragment.
private func reference(to schema: String) -> String {
    let escapes = [("~", "~0"), ("/", "~1"), ("%", "%25")]
    return "#/$defs/"
        + escapes.reduce(schema) { name, escape in
            name.split(separator: escape.0, omittingEmptySubsequences: false).joined(separator: escape.1)
        }
}
