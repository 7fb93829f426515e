/// A value together with the members that were sent and that its type does not have.
///
/// A closed object rejects them, and they count for `maxProperties`. Their values are text that has not been decoded.
struct SentValue {
    private(set) var value: JSONValue
    /// The JSON Pointers of the members that the type does not have.
    private var unread: Set<String> = []

    init(_ value: JSONValue, _ sent: TextTree?) {
        self.value = value
        if let sent { self.value = add(sent, to: value, at: "") }
    }

    /// The violations without those of values that have not been decoded.
    func judged(_ violations: [JSONViolation]) -> [JSONViolation] {
        // Such a value is an empty string here, which has no members that could violate anything.
        violations.filter { $0.isAboutUnknownMembers || !unread.contains($0.pointer) }
    }

    private mutating func add(_ sent: TextTree, to value: JSONValue, at pointer: String) -> JSONValue {
        switch (sent, value) {
        case (.members(let members), .object(var object)):
            for member in members {
                let place = pointer + "/" + pointerToken(member.name)
                if let known = object[member.name] {
                    object[member.name] = add(member.value, to: known, at: place)
                } else if member.value != .undefined {
                    object[member.name] = ""
                    unread.insert(place)
                }
            }
            return .object(object)
        case (.list(let elements), .array(let items)) where elements.count == items.count:
            return .array(zip(elements, items).enumerated().map { add($1.0, to: $1.1, at: "\(pointer)/\($0)") })
        default: return value
        }
    }
}

extension JSONViolation {
    /// Whether the schema rejects a member because of its name, for any value.
    var isAboutUnknownMembers: Bool {
        ["additionalProperties", "unevaluatedProperties", "propertyNames"].contains(keyword)
    }
}
