import APIRuntime
import HTTPTypes

/// How the sender of a request wants it to be answered: the field `Prefer` (RFC 7240) or, before it, parameters of the query.
///
///     Prefer: code=404, example=dog, dynamic=true
///     GET /pets?__code=404&__example=dog&__dynamic=true
struct Preferences {
    /// The parameters of the query, which every operation has.
    static let parameters = ["code", "example", "dynamic"].map { Parameter("__" + $0, in: .query) }

    private(set) var code: Int?
    private(set) var example: String?
    private(set) var isDynamic: Bool?
    /// What is wrong with them.
    private(set) var findings: [Finding] = []

    /// No preferences.
    init() {}

    init(_ request: ServerRequest) {
        for field in request.message.head.headerFields where field.name.canonicalName == "prefer" {
            for pair in field.value.split(whereSeparator: { ",;".contains($0) }) {
                let parts = pair.split(separator: "=", maxSplits: 1).map { String($0).trimmingHTTPWhitespace }
                if parts.count == 2 { set(parts[0].lowercased(), parts[1].unquoted, in: ["headers", "prefer"]) }
            }
        }
        for parameter in Self.parameters {
            guard let text = try? request.query(parameter.name, ifPresent: String.self) else { continue }
            set(String(parameter.name.dropFirst(2)), text, in: ["query", parameter.name])
        }
    }

    /// The preferences for another response than the one that the example belongs to.
    var withoutExample: Preferences {
        var preferences = self
        preferences.example = nil
        return preferences
    }

    private mutating func set(_ name: String, _ value: String, in location: [String]) {
        switch name {
        case "code":
            guard let number = Int(value), 200...599 ~= number else { return refuse(name, value, "200 to 599", location) }
            code = number
        case "example": example = value
        case "dynamic":
            guard value == "true" || value == "false" else { return refuse(name, value, "true or false", location) }
            isDynamic = value == "true"
        default: break
        }
    }

    private mutating func refuse(_ name: String, _ value: String, _ expected: String, _ location: [String]) {
        let message = "the preference '\(name)' must be \(expected), found '\(value.prefix(100))'"
        findings.append(Finding(location: location, code: "prefer", message: message))
    }
}

extension String {
    /// The text of a quoted string (RFC 9110, section 5.6.4).
    fileprivate var unquoted: String {
        guard count > 1, first == "\"", last == "\"" else { return self }
        return String(dropFirst().dropLast()).replacing("\\\"", with: "\"")
    }
}
