/// A path with template expressions; section 4.8.8.2.
package struct PathTemplate {
    package private(set) var names: [String] = []
    /// The path without the names in braces; paths with the same shape match the same requests.
    package private(set) var shape = ""
    /// The error in its braces, or `nil`.
    private(set) var problem: String?

    package init(_ path: String) {
        var name: String?
        for character in path {
            switch character {
            case "{":
                if name != nil { problem = problem ?? "has nested braces" }
                name = name.map { $0 + "{" } ?? ""
            case "}":
                guard let ended = name else {
                    problem = problem ?? "has '}' without '{'"
                    shape.append(character)
                    continue
                }
                if ended.isEmpty { problem = problem ?? "has empty braces" }
                if names.contains(ended) { problem = problem ?? "contains '{\(ended)}' twice" }
                names.append(ended)
                shape += "{}"
                name = nil
            default:
                if name == nil { shape.append(character) } else { name?.append(character) }
            }
        }
        if let name {
            problem = problem ?? "has '{' without '}'"
            shape += "{" + name
        }
    }
}
