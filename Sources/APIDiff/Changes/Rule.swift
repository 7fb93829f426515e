package import APIModel

/// A kind of change, with what it means where callers send the changed value and where they receive it.
package struct Rule: Sendable {
    /// The stable identifier, such as `parameter-became-required`.
    package let id: String
    /// The verdict about a value that callers send, or about something that has no direction.
    package let sent: Verdict
    /// The verdict about a value that callers receive.
    package let received: Verdict
    /// The sentence about a change, with the placeholders `{name}`, `{old}`, `{new}` and `{where}`.
    package let template: String
    /// What to do where the change is not compatible.
    package let advice: String

    init(_ id: String, sent: Verdict, received: Verdict, _ template: String, _ advice: String = "") {
        self.id = id
        self.sent = sent
        self.received = received
        self.template = template
        self.advice = advice
    }

    /// A rule about something that has no direction.
    init(_ id: String, _ verdict: Verdict, _ template: String, _ advice: String = "") {
        self.init(id, sent: verdict, received: verdict, template, advice)
    }

    /// The verdict about a change of a value that some messages carry.
    package func verdict(in directions: Directions) -> Verdict {
        var verdict = Verdict.compatible
        if directions.contains(.requests) { verdict = verdict.united(with: sent) }
        if directions.contains(.responses) { verdict = verdict.united(with: received) }
        return verdict
    }
}

extension Rule: Hashable {
    package static func == (one: Rule, other: Rule) -> Bool { one.id == other.id }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(id)
    }
}

extension Rule {
    /// All rules, in the order of the documentation.
    package static let all =
        operationRules + serverRules + securityRules + parameterRules + bodyRules + schemaRules + boundRules + objectRules
        + arrayRules + alternativeRules + swiftTypeRules + swiftFunctionRules
}
