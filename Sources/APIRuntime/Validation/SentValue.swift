/// A value together with the members that were sent and that its type does not have.
///
/// A closed object rejects them, and they count for `maxProperties`. Their values are text that has not been decoded.
struct SentValue {
    let value: JSONValue
    /// The value without what has not been decoded.
    private let decoded: JSONValue

    init(_ value: JSONValue, _ sent: TextTree?) {
        decoded = value
        self.value = sent.flatMap { Self.added($0, to: value) } ?? value
    }

    /// The violations without those of values that have not been decoded.
    func judged(_ violations: [JSONViolation]) -> [JSONViolation] {
        // Such a value is an empty string here, which has no members that could violate anything.
        violations.filter { $0.holdsForAnyValue || decoded.hasValue(at: $0.path) }
    }

    /// Returns a value with the members that its type does not have, or `nil` if there are none.
    private static func added(_ sent: TextTree, to value: JSONValue) -> JSONValue? {
        switch (sent, value) {
        case (.members(let members), .object(let object)):
            var changed: JSONObject?
            for member in members {
                let addition = object[member.name].map { added(member.value, to: $0) }
                guard let new = addition ?? (member.value == .undefined ? nil : "") else { continue }
                if changed == nil { changed = object }
                changed?[member.name] = new
            }
            return changed.map(JSONValue.object)
        case (.list(let elements), .array(let items)) where elements.count == items.count:
            var changed: [JSONValue]?
            for (index, element) in elements.enumerated() {
                guard let new = added(element, to: items[index]) else { continue }
                if changed == nil { changed = items }
                changed?[index] = new
            }
            return changed.map(JSONValue.array)
        default: return nil
        }
    }
}

extension JSONValue {
    /// Whether names and indexes lead to a value.
    fileprivate func hasValue(at path: [String]) -> Bool {
        var value = self
        for token in path {
            guard let inner = value[token] ?? Int(token).flatMap({ value[$0] }) else { return false }
            value = inner
        }
        return true
    }
}

extension JSONViolation {
    /// Whether the violation holds whatever the value is: the schema rejects the name, or the check has not come to an end.
    var holdsForAnyValue: Bool { isAboutUnknownMembers || keyword == "limit" }

    /// Whether the schema rejects a member because of its name, for any value.
    var isAboutUnknownMembers: Bool {
        ["additionalProperties", "unevaluatedProperties", "propertyNames"].contains(keyword)
    }
}
