package import Diagnostics

/// An OpenAPI 3.0, 3.1 or 3.2 document or a Swagger 2.0 document with its references resolved.
///
/// OpenAPI Specification, section 4.8.1 (OpenAPI Object).
package struct OpenAPIDocument {
    package var version: SpecificationVersion
    /// The version as written in the document, such as 3.0.3.
    package var versionText = ""
    /// The name of the file without its folders.
    package var fileName: String
    package var position: Position
    package var info: Info
    package var servers: [Server] = []
    /// How often clients send the requests of the document again, where their operations do not say otherwise.
    package var retries: Retries?
    package var tags: [Tag] = []
    package var externalDocs: ExternalDocumentation?
    package var security: [SecurityRequirement] = []
    package var securitySchemes: [SecurityScheme] = []
    /// The operations of `paths`, in document order.
    package var operations: [Operation] = []
    package var webhooks: [Operation] = []
    /// The schemas of the document, indexed by `SchemaID`.
    package var schemas: [Schema] = []
    package var componentSchemas: [ComponentSchema] = []

    package subscript(id: SchemaID) -> Schema {
        schemas[id.index]
    }

    /// Returns the security requirements of an operation, or those of the document if it has none.
    package func effectiveSecurity(of operation: Operation) -> [SecurityRequirement] {
        operation.security ?? security
    }
}

extension [Schema] {
    /// Returns the schema at the end of a chain of references; keywords beside `$ref` are ignored.
    package func resolved(_ id: SchemaID) -> SchemaID {
        var id = id
        // A chain is not longer than the list of schemas, so cycles end too.
        for _ in indices {
            guard let next = self[id.index].reference else { return id }
            id = next
        }
        return id
    }
}

/// The version of the specification that a document follows.
package enum SpecificationVersion: Comparable, Sendable {
    case v2_0, v3_0, v3_1, v3_2
}

/// A schema under `components/schemas`.
package struct ComponentSchema {
    package let name: String
    package let position: Position
    package let schema: SchemaID
}

/// A value with its position.
package struct Located<Value> {
    package let value: Value
    package let position: Position

    package init(_ value: Value, at position: Position) {
        self.value = value
        self.position = position
    }
}

/// Section 4.8.2 (Info Object).
package struct Info {
    package var title = ""
    package var summary: String?
    package var description: String?
    package var version = ""
    package var termsOfService: String?
    package var contact: Contact?
    package var license: License?
}

/// Section 4.8.3 (Contact Object).
package struct Contact {
    package var name: String?
    package var url: String?
    package var email: String?
}

/// Section 4.8.4 (License Object).
package struct License {
    package var name: String
    /// An SPDX expression.
    package var identifier: String?
    package var url: String?
}

/// Section 4.8.5 (Server Object).
package struct Server {
    package var url: String
    package var name: String?
    package var description: String?
    package var variables: [ServerVariable] = []
    package var position: Position
}

/// Section 4.8.6 (Server Variable Object).
package struct ServerVariable {
    package var name: String
    package var defaultValue: String
    package var enumeration: [String] = []
    package var description: String?
}

/// Section 4.8.22 (Tag Object).
package struct Tag {
    package var name: String
    package var summary: String?
    package var description: String?
    /// The parent tag; since 3.2.
    package var parent: String?
    /// The kind of the tag, such as nav or badge; since 3.2.
    package var kind: String?
    package var externalDocs: ExternalDocumentation?
    package var position: Position
}

/// Section 4.8.11 (External Documentation Object).
package struct ExternalDocumentation {
    package var url: String
    package var description: String?
}
