import YAMLTree

/// A JSONPath query (RFC 9535), which selects nodes of a document.
struct JSONPath {
    var segments: [Segment]

    /// Section 2.5.
    struct Segment {
        var isDescendant: Bool
        var selectors: [Selector]
    }

    /// Section 2.3.
    enum Selector {
        case name(String)
        case wildcard
        case index(Int)
        case slice(start: Int?, end: Int?, step: Int)
        case filter(Condition)
    }

    /// Section 2.3.5.
    indirect enum Condition {
        case or([Condition])
        case and([Condition])
        case not(Condition)
        case exists(Query)
        case compare(Operand, Comparison, Operand)
    }

    /// A query within a filter, relative to the current node or the root.
    struct Query {
        var isFromRoot: Bool
        var path: JSONPath
    }

    indirect enum Operand {
        case literal(YAMLScalar)
        case query(Query)
        /// Section 2.4.4.
        case length(Operand)
        /// Section 2.4.5.
        case count(Query)
    }

    enum Comparison: String, CaseIterable {
        // Longer operators first, because a shorter one can be a prefix of them.
        case equal = "=="
        case notEqual = "!="
        case notGreater = "<="
        case notLess = ">="
        case less = "<"
        case greater = ">"
    }
}

/// The reason why a text is not a query.
struct JSONPathError: Error {
    let text: String
}
