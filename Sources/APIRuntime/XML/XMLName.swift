/// The name of an element or attribute (Namespaces in XML 1.0, section 3).
public struct XMLName: Hashable, Sendable, ExpressibleByStringLiteral {
    /// The name without its prefix.
    public let local: String
    /// The prefix, which is written before the name with a colon.
    public let prefix: String?
    /// The URI of the namespace; `nil` where the document names none, which matches any namespace.
    public let namespace: String?

    /// Creates a name.
    public init(_ local: String, prefix: String? = nil, namespace: String? = nil) {
        self.local = local
        self.prefix = prefix
        self.namespace = namespace
    }

    public init(stringLiteral local: String) {
        self.init(local)
    }

    /// Whether a name that was found, with its namespace resolved, is the one that is meant; prefixes are up to the writer.
    func matches(_ found: XMLName) -> Bool {
        local == found.local && (namespace == nil || namespace == found.namespace)
    }
}

/// The namespace of `xsi:nil` (XML Schema, part 1, section 2.6.2).
let xmlSchemaInstance = "http://www.w3.org/2001/XMLSchema-instance"

/// The namespace that the prefix `xml` always has.
let xmlNamespace = "http://www.w3.org/XML/1998/namespace"
