import APIModel
import OpenAPI

extension SchemaResolver {
    /// The annotations of a schema object, before its parts are looked at.
    func identity(of schema: OpenAPI.Schema) -> DraftIdentity {
        var identity = DraftIdentity(origin: .document, position: schema.position)
        identity.componentName = schema.componentName
        identity.alias = schema.isAlias ? schema.reference.map { SchemaID($0) } : nil
        identity.refined = refined(schema).map { SchemaID($0) }
        let annotations = Annotations(schema)
        if !annotations.isEmpty { identity.annotations = annotations }
        if schema.hasRareKeywords { identity.xml = schema.rareKeywords.xml.map { APIModel.XMLRepresentation($0) } }
        return identity
    }

    /// The one schema that a schema refers to or includes, where its type is also the type of this one.
    private func refined(_ schema: OpenAPI.Schema) -> OpenAPI.SchemaID? {
        guard let part = schema.onlyPart else { return nil }
        let target = document.schemas[targets[part.index].index]
        // A component that only includes a parent is one of the parent's subtypes, and not any of them.
        // One with a discriminator of its own may be a parent, which its part is not.
        let isInHierarchy =
            schema.componentName != nil && (schema.discriminator != nil || target.discriminator != nil)
            && target.oneOf.isEmpty && target.anyOf.isEmpty
        return target.saysWhatValuesAre && !isInHierarchy ? part : nil
    }

    /// Completes the annotations of schemas by those of their references and parts.
    ///
    /// - Parameter order: The document's schemas, parts before the schemas that include them.
    mutating func completeAnnotations(_ order: [Int]) {
        for index in order {
            var annotations = drafts[index].identity.annotations
            for part in document.schemas[index].partsInPlace {
                annotations = annotations.completed(by: drafts[part.index].identity.effectiveAnnotations)
            }
            drafts[index].identity.effectiveAnnotations = annotations
        }
    }
}

extension Annotations {
    convenience init(_ schema: OpenAPI.Schema) {
        let docs = schema.hasRareKeywords ? schema.rareKeywords.externalDocs : nil
        self.init(
            title: schema.title, description: schema.description,
            externalDocs: docs.map { ExternalDocs(url: $0.url, description: $0.description) },
            defaultValue: schema.defaultValue.map { SourceValue($0) }, examples: schema.examples.map { SourceValue($0) },
            isDeprecated: schema.isDeprecated, isInternal: schema.isInternal, isAutoIncremented: schema.isAutoIncremented,
            pagePurpose: schema.pagePurpose, isReadOnly: schema.isReadOnly, isWriteOnly: schema.isWriteOnly)
    }
}

extension APIModel.XMLRepresentation {
    init(_ xml: OpenAPI.XMLRepresentation) {
        self.init(
            name: xml.name, namespace: xml.namespace, prefix: xml.prefix, isAttribute: xml.isAttribute, isWrapped: xml.isWrapped,
            nodeType: xml.nodeType)
    }
}

extension OpenAPI.Schema {
    /// The one schema that this one refers to or includes, where it only describes or restricts it.
    fileprivate var onlyPart: OpenAPI.SchemaID? {
        let parts = partsInPlace
        return parts.count == 1 && isOnlyDescription ? parts[0] : nil
    }

    /// Whether the schema describes what values are, and not only restricts them.
    fileprivate var saysWhatValuesAre: Bool {
        !isOnlyDescription || booleanValue != nil || !types.isEmpty || reference != nil || !allOf.isEmpty
    }

    private var isOnlyDescription: Bool {
        properties.isEmpty && required.isEmpty && oneOf.isEmpty && anyOf.isEmpty && enumeration == nil && const == nil
            && items == nil
            && prefixItems.isEmpty && additionalProperties == nil && patternProperties.isEmpty && format == nil
    }
}
