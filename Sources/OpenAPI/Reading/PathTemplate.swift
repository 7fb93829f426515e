/// A path with template expressions; section 4.8.8.2.
package struct PathTemplate {
    /// The names in braces, those of the fragment left out.
    package private(set) var names: [String] = []
    /// The path without the names in braces; paths with the same shape match the same requests.
    package private(set) var shape = ""
    /// The shape without the fragment.
    package private(set) var sentShape = ""
    /// The path without its fragment, which is not part of a request (RFC 9110, section 7.1).
    package private(set) var sentPath = ""
    /// The names in braces of the fragment.
    package private(set) var fragmentNames: [String] = []
    package private(set) var hasFragment = false
    /// The error in its braces, or `nil`.
    private(set) var problem: String?

    package init(_ path: String) {
        var name: String?
        for character in path {
            if character == "#", name == nil, !hasFragment {
                hasFragment = true
                sentShape = shape
            }
            if !hasFragment { sentPath.append(character) }
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
                add(ended)
                name = nil
            default:
                if name == nil { shape.append(character) } else { name?.append(character) }
            }
        }
        if let name {
            problem = problem ?? "has '{' without '}'"
            shape += "{" + name
        }
        if !hasFragment { sentShape = shape }
    }

    private mutating func add(_ name: String) {
        if name.isEmpty { problem = problem ?? "has empty braces" }
        if names.contains(name) || fragmentNames.contains(name) { problem = problem ?? "contains '{\(name)}' twice" }
        if hasFragment { fragmentNames.append(name) } else { names.append(name) }
        shape += "{}"
    }
}
