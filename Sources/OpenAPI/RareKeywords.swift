/// Keywords that few schemas have.
package struct RareKeywords {
    package var externalDocs: ExternalDocumentation?
    package var xml: XMLRepresentation?

    /// JSON Schema, Core, section 10.2.2: subschemas that hold under a condition.
    package var condition: SchemaID?
    package var consequence: SchemaID?
    package var alternative: SchemaID?

    package var dependentRequired: [DependentRequired] = []
    package var dependentSchemas: [SchemaProperty] = []
    package var unevaluatedItems: SchemaID?
    package var minContains: Int?
    package var maxContains: Int?
    package var contentSchema: SchemaID?
}

/// Members that an object must have when it has another.
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
    /// What becomes of the value in XML, such as element or text; since 3.2.
    package var nodeType: String?
}
