/// Keywords that few schemas have.
package struct RareKeywords {
    package var externalDocs: ExternalDocumentation?
    package var xml: XMLRepresentation?

    /// `if`, `then` and `else`; JSON Schema, Core, section 10.2.2.
    package var `if`: SchemaID?
    package var then: SchemaID?
    package var `else`: SchemaID?

    package var dependentRequired: [DependentRequired] = []
    package var dependentSchemas: [SchemaProperty] = []
    package var unevaluatedItems: SchemaID?
    package var minContains: Int?
    package var maxContains: Int?
    package var contentSchema: SchemaID?
}

/// The properties required if an object has a certain property.
package struct DependentRequired {
    package var property: String
    package var required: [String]
}

/// Section 4.8.26 (XML Object).
package struct XMLRepresentation {
    package var name: String?
    package var namespace: String?
    package var prefix: String?
    package var isAttribute = false
    package var isWrapped = false
    /// The kind of XML node, such as element or text; since 3.2.
    package var nodeType: String?
}
