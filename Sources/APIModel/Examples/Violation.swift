/// Where and why a value is not valid.
package struct Violation: Sendable {
    package let reason: String
    package private(set) var path: [ValueStep] = []

    init(_ reason: String) {
        self.reason = reason
    }

    func below(_ step: ValueStep) -> Violation {
        var violation = self
        violation.path.insert(step, at: 0)
        return violation
    }
}

extension JSONValue {
    /// A violation whose reason begins with the value.
    func violation(_ reason: String) -> Violation { Violation("\(noun) \(reason)") }

    private var noun: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string(let text) where text.isEmpty: "an empty string"
        default: plainText.count > 100 ? plainText.prefix(100) + "…" : plainText
        }
    }
}
