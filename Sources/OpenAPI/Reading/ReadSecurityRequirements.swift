import Diagnostics
import YAMLTree

extension DocumentReader {
    /// Reads a list of security requirements; `nil` if the field is absent, which differs from an empty list.
    mutating func readSecurity(_ node: YAMLNode?) -> [SecurityRequirement]? {
        guard let node, !node.isNull else { return nil }
        var requirements: [SecurityRequirement] = []
        var undefined: [YAMLEntry] = []
        for element in elements(of: node, "security") {
            let unknown = entries(of: element, "security requirement").filter { scheme(named: $0.name) == nil }
            undefined += unknown
            // Dropping one scheme of a requirement would weaken it.
            guard unknown.isEmpty, element.isMapping else { continue }
            let schemes = element.entries.map { RequiredScheme(name: $0.name, scopes: readScopes($0.value)) }
            requirements.append(SecurityRequirement(schemes: schemes, position: element.position))
        }
        let names = document.securitySchemes.map(\.name)
        let isOpen = requirements.isEmpty
        let choice = "the requirement is ignored" + (isOpen ? ", which leaves the API open to everyone" : "")
        for entry in undefined {
            // Ignoring the only requirement opens the API, so it must be clear what the name refers to.
            report(.undefinedScheme(entry, among: names), choosing: choice, isClear: !isOpen || tellsItsKind(entry.name))
        }
        return requirements
    }

    private func scheme(named name: String) -> SecurityScheme? {
        document.securitySchemes.first { $0.name == name }
    }

    private mutating func readScopes(_ node: YAMLNode) -> [String] {
        guard node.isSequence else {
            if !node.isNull { report(.scopesAreNoList(node)) }
            return []
        }
        return node.elements.compactMap { prose($0, "scopes") }
    }
}

/// Returns whether the name of an undefined scheme indicates its kind, such as `api_key`, `bearerAuth` or `X-Auth-Client`.
private func tellsItsKind(_ name: String) -> Bool {
    let name = name.lowercased()
    let words = [
        "auth", "basic", "bearer", "cookie", "jwt", "key", "oidc", "openid", "password", "secret", "session", "tls", "token",
    ]
    return name.hasPrefix("x-") || words.contains { name.contains($0) }
}

extension Diagnostic {
    fileprivate static func undefinedScheme(_ entry: YAMLEntry, among names: [String]) -> Diagnostic {
        let guess = suggestion(for: entry.name, among: names)
        return Diagnostic(.error, "there is no security scheme '\(entry.name)'\(guess)", at: entry.key.position)
    }

    fileprivate static func scopesAreNoList(_ node: YAMLNode) -> Diagnostic {
        Diagnostic(.warning, "the scopes of a security requirement must be a list, found \(node.kindPhrase)", at: node.position)
    }
}
