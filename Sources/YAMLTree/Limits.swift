internal import Diagnostics

/// The limits of a document, far above real documents and far below what exhausts memory or the stack.
enum Limits {
    static let bytes = 100_000_000
    /// The depth of nested collections, with aliases expanded, so that later stages can recurse.
    static let depth = 1_000
    /// The number of nodes, with aliases expanded.
    static let nodes = 10_000_000
    /// The size of one value as JSON and of its source text, in bytes.
    static let text = 1_000_000
    /// The number of nodes of a document that overlays are applied to, with aliases expanded.
    static let editableNodes = 2_000_000
    /// The number of errors and of warnings of one document.
    static let problems = 200
}

extension Diagnostic {
    static func tooDeep(at position: Position) -> Diagnostic {
        Diagnostic(.error, "collections are nested more than \(Limits.depth) levels deep", at: position)
    }

    static func tooManyNodes(at position: Position) -> Diagnostic {
        Diagnostic(.error, "the document has more than \(Limits.nodes) nodes, counting each alias in full", at: position)
    }
}
