/// A value together with the members that were sent and that its type does not have.
///
/// A closed object rejects them, and they count for `maxProperties`. Their values are text that has not been decoded.
struct SentValue {
    private(set) var value: JSONValue
    /// The paths of the members that the type does not have.
    private var unread: Set<[String]> = []

    init(_ value: JSONValue, _ sent: TextTree?) {
        self.value = value
        if let sent, let complete = added(sent, to: value, at: []) { self.value = complete }
    }

    /// The violations without those of values that have not been decoded.
    func judged(_ violations: [JSONViolation]) -> [JSONViolation] {
        // Such a value is an empty string here, which has no members that could violate anything.
        violations.filter { $0.holdsForAnyValue || !unread.contains($0.path) }
    }

    /// Returns a value with the members that its type does not have, or `nil` if there are none.
    private mutating func added(_ sent: TextTree, to value: JSONValue, at path: [String]) -> JSONValue? {
        switch (sent, value) {
        case (.members(let members), .object(let object)):
            var changed: JSONObject?
            for member in members {
                let addition = object[member.name].map { added(member.value, to: $0, inside: path, member.name) }
                guard let new = addition ?? unread(member, at: path) else { continue }
                changed = changed ?? object
                changed?[member.name] = new
            }
            return changed.map(JSONValue.object)
        case (.list(let elements), .array(let items)) where elements.count == items.count:
            var changed: [JSONValue]?
            for (index, element) in elements.enumerated() {
                guard let new = added(element, to: items[index], inside: path, String(index)) else { continue }
                changed = changed ?? items
                changed?[index] = new
            }
            return changed.map(JSONValue.array)
        default: return nil
        }
    }

    private mutating func added(_ sent: TextTree, to value: JSONValue, inside path: [String], _ token: String) -> JSONValue? {
        switch sent {
        case .undefined, .text: nil
        case .list, .members: added(sent, to: value, at: path + [token])
        }
    }

    /// Returns the value in place of one that has not been decoded, or `nil` if none was sent.
    private mutating func unread(_ member: TextMember, at path: [String]) -> JSONValue? {
        guard member.value != .undefined else { return nil }
        unread.insert(path + [member.name])
        return ""
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
