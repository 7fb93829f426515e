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
    /// The operations of webhooks and callbacks, which the service calls and its users implement.
    package let webhooks: [Endpoint]
    package let credentials: [Credential]
    /// What client and server are made for: the paths, and the webhooks where there are some.
    package internal(set) var interfaces: [Interface]
    /// The document's servers; none where the only one is a plain URL.
    package let servers: [NamedServer]
    /// Names that the document's types hide inside the namespace.
    package let hiddenNames: HiddenNames
    /// The names that were chosen by hand, and which of them the document has.
    package let overrides: NameOverrides
    /// Whether the functions of a server have the context of the request as their last parameter.
    package let passesContext: Bool
    /// What values are checked against besides their types.
    package let enforced: EnforcedSchemas
    /// How values are written in XML, if any body is XML.
    package let xml: XMLShapes
}

extension API {
    package subscript(id: TypeID) -> TypeDeclaration {
        // Most callers look at one property, for which a copy of all would be made.
        _read { yield types[id.index] }
    }

    /// The document's rule for retries where it is written once for several operations; nil where it turns them off or has no rule.
    package var sharedRetries: RetrySettings? {
        guard let retries = about.retries, retries.count != 0 else { return nil }
        return endpoints.lazy.filter { $0.operation.retries == retries }.prefix(2).count == 2 ? retries : nil
    }

    /// The webhooks without the callbacks of operations, as documentation lists them.
    package var documentedWebhooks: [ResolvedOperation] {
        webhooks.map(\.operation).filter { if case .webhook = $0.place { true } else { false } }
    }
}

/// Operations that one client calls and one server implements.
package struct Interface {
    /// What the names of its own types start with.
    package let prefix: String
    /// The path below which clients find the operations: that of the document's first server. Webhooks have none.
    package let basePath: String
    package internal(set) var endpoints: [Endpoint]
    /// The types in which the document describes its errors, for refusals that the runtime decides.
    package let errorTypes: [ErrorType]
    /// The tags of its operations in document order; empty where there are not several.
    package internal(set) var groups: [OperationGroup]
    /// The parts of the client, one for each tag; empty unless they are asked for.
    package internal(set) var clientGroups: [ClientGroup] = []
}

/// The operations whose first tag is the same.
package struct OperationGroup {
    package let tag: String
    /// The server's protocol for them.
    package let protocolName: Identifier
    package internal(set) var endpoints: [Endpoint]
}

extension Interface {
    package var isForWebhooks: Bool { !prefix.isEmpty }

    /// A base URL of clients, for examples.
    package var exampleURL: String { APIModel.exampleURL(below: basePath) }

    init(
        prefix: String, basePath: String = "/", endpoints: [Endpoint], errorTypes: [ErrorType], names: inout NameScope,
        overrides: inout NameOverrides
    ) {
        self.prefix = prefix
        self.basePath = basePath
        self.endpoints = endpoints
        self.errorTypes = errorTypes
        var tags: [String] = []
        var members: [String: [Endpoint]] = [:]
        for endpoint in endpoints {
            guard let tag = endpoint.operation.tags.first else { continue }
            if members[tag] == nil { tags.append(tag) }
            members[tag, default: []].append(endpoint)
        }
        groups = (tags.count > 1 ? tags : []).map { tag in
            let preferred = Identifier(typeFrom: tag)
            let name = overrides.claim(
                NameKey(.protocols, prefix + tag), preferred.appending(prefix + "Server"),
                alternative: preferred.appending("Tag\(prefix)Server"), in: &names)
            return OperationGroup(tag: tag, protocolName: name, endpoints: members[tag] ?? [])
        }
    }
}

/// Names a ``TypeDeclaration`` of an ``API``.
package struct TypeID: Hashable, Sendable {
    package let index: Int

    package init(index: Int) {
        self.index = index
    }
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
