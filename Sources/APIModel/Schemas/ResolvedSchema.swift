package import Diagnostics

/// Names a schema of a ``SchemaGraph``.
package struct SchemaID: Hashable, Sendable {
    package let index: Int

    package init(index: Int) {
        self.index = index
    }
}

/// A schema with everything about it decided, so that no later stage interprets the document.
package final class ResolvedSchema: Sendable {
    /// The name under `components/schemas`.
    package let componentName: String?
    package let origin: SchemaOrigin
    package let position: Position
    /// The schema that this one is another name for; `nil` where it has keywords of its own.
    package let alias: SchemaID?
    /// The schema whose Swift type is also the type of this one, because this one only describes or restricts it, as
    /// `allOf: [{$ref: …}]` with a description does.
    package let refined: SchemaID?
    /// The annotations of the schema object itself.
    package let annotations: Annotations
    /// The annotations of the schema object, completed by those of schemas that it refers to or includes.
    package let effectiveAnnotations: Annotations
    package let xml: XMLRepresentation?
    /// The schema as its author wrote it, for validation and for documentation that names its parts.
    package let assertions: [Assertion]
    /// Whether null is valid regardless of ``assertions``, as with `nullable` of OpenAPI 3.0.
    package let nullableOverrides: Bool
    /// The number of its normal form, which aliases share.
    package let formIndex: Int

    package init(
        componentName: String?, origin: SchemaOrigin, position: Position, alias: SchemaID?, refined: SchemaID?,
        annotations: Annotations, effectiveAnnotations: Annotations, xml: XMLRepresentation?, assertions: [Assertion],
        nullableOverrides: Bool, formIndex: Int
    ) {
        self.componentName = componentName
        self.origin = origin
        self.position = position
        self.alias = alias
        self.refined = refined
        self.annotations = annotations
        self.effectiveAnnotations = effectiveAnnotations
        self.xml = xml
        self.assertions = assertions
        self.nullableOverrides = nullableOverrides
        self.formIndex = formIndex
    }
}

package enum SchemaOrigin: Sendable {
    case document
    /// Several schemas that a value must match at once.
    case merged([SchemaID])
    /// A schema made from a single one, such as one kind of several, or a base without what distinguishes its subtypes.
    case derived(from: SchemaID)
}
