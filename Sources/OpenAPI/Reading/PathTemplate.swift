/// A path with the names that stand in braces in it; section 4.8.8.2.
package struct PathTemplate {
    package private(set) var names: [String] = []
    /// The path with every name left out: two paths of one shape cannot be told apart.
    package private(set) var shape = ""
    /// What is wrong with its braces, in words; nil when nothing is.
    private(set) var problem: String?

    package init(_ path: String) {
        var name: String?
        for character in path {
            switch character {
            case "{":
                if name != nil { problem = problem ?? "has a brace within braces" }
                name = name.map { $0 + "{" } ?? ""
            case "}":
                guard let ended = name else {
                    problem = problem ?? "has a closing brace without an opening one"
                    shape.append(character)
                    continue
                }
                if ended.isEmpty { problem = problem ?? "has braces without a name in them" }
                if names.contains(ended) { problem = problem ?? "has '{\(ended)}' twice" }
                names.append(ended)
                shape += "{}"
                name = nil
            default:
                if name == nil { shape.append(character) } else { name?.append(character) }
            }
        }
        if let name {
            problem = problem ?? "has an opening brace without a closing one"
            shape += "{" + name
        }
    }
}
