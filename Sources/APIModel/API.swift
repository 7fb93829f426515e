/// What the outputs are made from: the types and endpoints of one document, every Swift name chosen.
package struct API {
    package let about: About
    package let schemas: SchemaGraph
    /// The caseless enum in which everything of the document lives.
    package let namespace: Identifier
    /// In document order; a `TypeID` is an index into it.
    package let types: [TypeDeclaration]
    /// The operations of the document's paths, in document order.
    package let endpoints: [Endpoint]
    /// The operations of webhooks and callbacks, which the service calls and its users answer.
    package let webhooks: [Endpoint]
    package let credentials: [Credential]
    /// Names that the document's types hide inside the namespace.
    package let hiddenNames: HiddenNames
    /// The names that were chosen by hand, and which of them the document has.
    package let overrides: NameOverrides
    /// The modules of types that were chosen for formats.
    package let formatModules: [String]
    /// What values are checked against besides their types.
    package let enforced: EnforcedSchemas
    /// How values stand in XML, where bodies are.
    package let xml: XMLShapes
}

extension API {
    package subscript(id: TypeID) -> TypeDeclaration {
        types[id.index]
    }

    /// The webhooks without the callbacks of operations, as documentation lists them.
    package var documentedWebhooks: [ResolvedOperation] {
        webhooks.map(\.operation).filter { if case .webhook = $0.place { true } else { false } }
    }
}

extension API {
    /// What client and server are made for: the paths, and the webhooks where there are some.
    package var interfaces: [Interface] {
        let paths = Interface(prefix: "", endpoints: endpoints, errorTypes: errorTypes(of: endpoints, in: types))
        if webhooks.isEmpty { return [paths] }
        return [paths, Interface(prefix: "Webhook", endpoints: webhooks, errorTypes: errorTypes(of: webhooks, in: types))]
    }
}

/// Operations that one client calls and one server answers.
package struct Interface {
    /// What the names of its own types start with.
    package let prefix: String
    package let endpoints: [Endpoint]
    /// The types in which the document describes its errors, for refusals that the runtime decides.
    package let errorTypes: [ErrorType]
}

extension Interface {
    package var isForWebhooks: Bool { !prefix.isEmpty }

    /// The tags of its operations in document order, each with its operations; empty where there are not several.
    package var groups: [(tag: String, endpoints: [Endpoint])] {
        var groups: [(tag: String, endpoints: [Endpoint])] = []
        var places: [String: Int] = [:]
        for endpoint in endpoints {
            guard let tag = endpoint.operation.tags.first else { continue }
            if let place = places[tag] {
                groups[place].endpoints.append(endpoint)
            } else {
                places[tag] = groups.count
                groups.append((tag, [endpoint]))
            }
        }
        return groups.count > 1 ? groups : []
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
