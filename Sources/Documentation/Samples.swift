import APIModel

/// A request in one language.
struct Sample {
    let language: String
    let title: String
    let source: String
}

/// The samples of an operation: the document's own in its order, then ours in languages that it has none for.
func samples(of endpoint: Endpoint, _ api: API) -> [Sample] {
    let own = endpoint.operation.codeSamples
    let languages = Set(own.map { canonicalLanguage($0.language) })
    let request = RequestExample(endpoint, in: api, server: serverAddress(of: endpoint.operation))
    let made = [
        ("shell", "curl", request.curl), ("swift", "Swift", swiftSample(of: endpoint, api)),
        ("javascript", "JavaScript", request.javaScript), ("python", "Python", request.python),
    ].filter { !languages.contains($0.0) }
    return own.map { Sample(language: $0.language, title: $0.label ?? $0.language, source: $0.source) }
        + made.map { Sample(language: $0.0, title: $0.1, source: $0.2) }
}

/// The language that several names stand for.
func canonicalLanguage(_ name: String) -> String {
    switch name.lowercased() {
    case "curl", "bash", "sh", "shell": "shell"
    case "js", "javascript", "node", "nodejs", "typescript": "javascript"
    case "py", "python", "python3": "python"
    case let other: other
    }
}

/// The first server's URL with its variables' defaults.
private func serverAddress(of operation: ResolvedOperation) -> String {
    operation.servers.first?.exampleURL ?? exampleHost
}
