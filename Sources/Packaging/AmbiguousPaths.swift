import APIModel

extension Endpoint {
    /// Whether a request also has the path of another operation, with a segment such as `{name}.{type}` that a router may take it for.
    ///
    /// - Parameter path: The path of the request, without a query.
    func isAmbiguous(_ path: Substring, among endpoints: [Endpoint]) -> Bool {
        let segments = path.utf8.split(separator: slash, omittingEmptySubsequences: false)
        return endpoints.contains { other in
            guard other.operation.method == operation.method, other.operation.path != operation.path else { return false }
            let templates = Substring(other.operation.path).utf8.split(separator: slash, omittingEmptySubsequences: false)
            return templates.count == segments.count && templates.contains(where: isMixed)
                && zip(templates, segments).allSatisfy { matches($0, $1) }
        }
    }
}

private let slash = UInt8(ascii: "/")

/// Whether a segment of a template has text and parameters.
private func isMixed(_ template: Substring.UTF8View) -> Bool {
    let parts = parts(of: template)
    return parts.count > 1 && parts.contains { $0.isEmpty }
}

/// The texts of a segment of a template, and an empty one for each parameter.
private func parts(of template: Substring.UTF8View) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var rest = template[...]
    while let byte = rest.first {
        if byte == UInt8(ascii: "{"), let end = rest.firstIndex(of: UInt8(ascii: "}")) {
            parts.append([])
            rest = rest[rest.index(after: end)...]
        } else {
            let text = rest.prefix { $0 != UInt8(ascii: "{") || $0 == byte }
            parts.append(Array(text))
            rest = rest[text.endIndex...]
        }
    }
    return parts
}

/// Whether a segment of a path has the form of a segment of a template. The last parameter that was matched takes more where it must.
private func matches(_ template: Substring.UTF8View, _ segment: Substring.UTF8View) -> Bool {
    // A parameter is nil, each other byte stands for itself.
    let pattern = parts(of: template).flatMap { part -> [UInt8?] in part.isEmpty ? [nil] : part.map { $0 } }
    let text = Array(segment)
    var (index, place) = (0, 0)
    var retry: (index: Int, place: Int)?
    while place < text.count {
        if index < pattern.count, pattern[index] == nil {
            retry = (index, place + 1)
            (index, place) = (index + 1, place + 1)
        } else if index < pattern.count, pattern[index] == text[place] {
            (index, place) = (index + 1, place + 1)
        } else if let last = retry {
            (index, place) = (last.index + 1, last.place + 1)
            retry = (last.index, last.place + 1)
        } else {
            return false
        }
    }
    return index == pattern.count
}
