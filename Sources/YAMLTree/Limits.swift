internal import Diagnostics

/// How much a document may ask for; far above any real document, far below what would hurt.
enum Limits {
    static let bytes = 100_000_000
    /// Collections within each other, counted through aliases, so that later stages may recurse.
    static let depth = 1_000
    /// Nodes, counted as if every alias were a copy of what it stands for.
    static let nodes = 10_000_000
    /// Bytes of one value's text as JSON, and of its source text.
    static let text = 1_000_000
    /// Nodes of a document that overlays are applied to, where every alias is a copy.
    static let editableNodes = 2_000_000
    /// Errors, and warnings, of one document.
    static let problems = 200
}

extension Diagnostic {
    static func tooDeep(at position: Position) -> Diagnostic {
        Diagnostic(.error, "more than \(Limits.depth) collections lie within each other", at: position)
    }

    static func tooManyNodes(at position: Position) -> Diagnostic {
        Diagnostic(.error, "the document has more than \(Limits.nodes) nodes, counting each alias in full", at: position)
    }
}
