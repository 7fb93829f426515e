/// The annotations of a schema, which do not restrict values (JSON Schema, Validation, section 9).
///
/// A class, as a schema shares them with those that only refer to it.
package final class Annotations: Sendable {
    package let title: String?
    package let description: String?
    package let externalDocs: ExternalDocs?
    package let defaultValue: SourceValue?
    package let examples: [SourceValue]
    package let isDeprecated: Bool
    /// `x-internal`: not for the public documentation.
    package let isInternal: Bool
    /// `x-autoincrement`: the database counts the value up.
    package let isAutoIncremented: Bool
    /// What the value is for in a list with pages, as `x-stainless-pagination-property` says.
    package let pagePurpose: String?
    package let isReadOnly: Bool
    package let isWriteOnly: Bool

    package init(
        title: String? = nil, description: String? = nil, externalDocs: ExternalDocs? = nil, defaultValue: SourceValue? = nil,
        examples: [SourceValue] = [], isDeprecated: Bool = false, isInternal: Bool = false, isAutoIncremented: Bool = false,
        pagePurpose: String? = nil, isReadOnly: Bool = false, isWriteOnly: Bool = false
    ) {
        self.title = title
        self.description = description
        self.externalDocs = externalDocs
        self.defaultValue = defaultValue
        self.examples = examples
        self.isDeprecated = isDeprecated
        self.isInternal = isInternal
        self.isAutoIncremented = isAutoIncremented
        self.pagePurpose = pagePurpose
        self.isReadOnly = isReadOnly
        self.isWriteOnly = isWriteOnly
    }

    /// Those of a schema without any.
    package static let none = Annotations()
}

extension Annotations {
    /// The description, or the title of a schema without one; empty where there is neither.
    package var documentation: String { description ?? title ?? "" }

    /// These annotations, completed by those of a schema that this one refers to or includes.
    package func completed(by other: Annotations) -> Annotations {
        if isEmpty { return other }
        if other.isEmpty { return self }
        return Annotations(
            title: title ?? other.title, description: description ?? other.description,
            externalDocs: externalDocs ?? other.externalDocs, defaultValue: defaultValue ?? other.defaultValue,
            examples: examples.isEmpty ? other.examples : examples, isDeprecated: isDeprecated || other.isDeprecated,
            isInternal: isInternal || other.isInternal, isAutoIncremented: isAutoIncremented || other.isAutoIncremented,
            pagePurpose: pagePurpose ?? other.pagePurpose, isReadOnly: isReadOnly || other.isReadOnly,
            isWriteOnly: isWriteOnly || other.isWriteOnly)
    }

    /// These annotations under another title.
    package func titled(_ title: String) -> Annotations {
        Annotations(
            title: title, description: description, externalDocs: externalDocs, defaultValue: defaultValue, examples: examples,
            isDeprecated: isDeprecated, isInternal: isInternal, isAutoIncremented: isAutoIncremented, pagePurpose: pagePurpose,
            isReadOnly: isReadOnly, isWriteOnly: isWriteOnly)
    }

    /// Whether there are none.
    package var isEmpty: Bool {
        title == nil && description == nil && externalDocs == nil && defaultValue == nil && examples.isEmpty && pagePurpose == nil
            && !isDeprecated && !isInternal && !isAutoIncremented && !isReadOnly && !isWriteOnly
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
