/// The annotations of a schema, which do not restrict values (JSON Schema, Validation, section 9).
package struct Annotations: Sendable {
    package var title: String?
    package var description: String?
    package var externalDocs: ExternalDocs?
    package var defaultValue: SourceValue?
    package var examples: [SourceValue] = []
    package var isDeprecated = false
    /// `x-internal`: not for the public documentation.
    package var isInternal = false
    /// `x-autoincrement`: the database counts the value up.
    package var isAutoIncremented = false
    /// What the value is for in a list with pages, as `x-stainless-pagination-property` says.
    package var pagePurpose: String?
    package var isReadOnly = false
    package var isWriteOnly = false

    package init() {}
}

extension Annotations {
    /// The description, or the title of a schema without one; empty where there is neither.
    package var documentation: String { description ?? title ?? "" }

    /// These annotations, completed by those of a schema that this one refers to or includes.
    package func completed(by other: Annotations) -> Annotations {
        var merged = self
        merged.title = title ?? other.title
        merged.description = description ?? other.description
        merged.externalDocs = externalDocs ?? other.externalDocs
        merged.defaultValue = defaultValue ?? other.defaultValue
        if examples.isEmpty { merged.examples = other.examples }
        merged.isDeprecated = isDeprecated || other.isDeprecated
        merged.isInternal = isInternal || other.isInternal
        merged.isAutoIncremented = isAutoIncremented || other.isAutoIncremented
        merged.pagePurpose = pagePurpose ?? other.pagePurpose
        merged.isReadOnly = isReadOnly || other.isReadOnly
        merged.isWriteOnly = isWriteOnly || other.isWriteOnly
        return merged
    }
}

/// OpenAPI 3.1.1, section 4.8.11 (External Documentation Object).
package struct ExternalDocs: Sendable {
    package let url: String
    package let description: String?

    package init(url: String, description: String?) {
        self.url = url
        self.description = description
    }
}

/// OpenAPI 3.1.1, section 4.8.26 (XML Object).
package struct XMLRepresentation: Sendable {
    package let name: String?
    package let namespace: String?
    package let prefix: String?
    package let isAttribute: Bool
    package let isWrapped: Bool
    /// What the value becomes in XML, such as `element` or `text`; since OpenAPI 3.2.
    package let nodeType: String?

    package init(name: String?, namespace: String?, prefix: String?, isAttribute: Bool, isWrapped: Bool, nodeType: String?) {
        self.name = name
        self.namespace = namespace
        self.prefix = prefix
        self.isAttribute = isAttribute
        self.isWrapped = isWrapped
        self.nodeType = nodeType
    }
}
