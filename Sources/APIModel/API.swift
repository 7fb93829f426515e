package import OpenAPI

/// What the outputs are made from: the types and endpoints of one document, every Swift name chosen.
package struct API {
    package let document: OpenAPIDocument
    /// The caseless enum in which everything of the document lives.
    package let namespace: Identifier
    /// In document order; a `TypeID` is an index into it.
    package let types: [TypeDeclaration]
    /// The operations of the document's paths, in document order.
    package let endpoints: [Endpoint]
    package let credentials: [Credential]
    /// The types in which the document describes its errors, for refusals that the runtime decides.
    package let errorTypes: [ErrorType]
    /// Names that the document's types hide inside the namespace.
    package let hiddenNames: HiddenNames
    /// The names that were chosen by hand, and which of them the document has.
    package let overrides: NameOverrides
    /// What values are checked against besides their types.
    package let schemas: EnforcedSchemas
}

extension API {
    package subscript(id: TypeID) -> TypeDeclaration {
        types[id.index]
    }
}

/// Names a ``TypeDeclaration`` of an ``API``.
package struct TypeID: Hashable, Sendable {
    package let index: Int
}

/// Which names must be written with their module, because a type of the document has one of them.
package struct HiddenNames: Sendable {
    package let standardLibrary: Bool
    /// The runtime's names that models use.
    package let models: Bool
    /// The runtime's names that clients and servers use besides.
    package let operations: Bool
}

/// A security scheme as the generated code knows it.
package struct Credential {
    package let scheme: SecurityScheme
    package let name: Identifier
}

/// A body type that documents describe errors with.
package struct ErrorType {
    package let type: TypeReference
    /// The server's function that describes a refusal in this type.
    package let functionName: Identifier
}
