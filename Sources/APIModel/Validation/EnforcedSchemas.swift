import Diagnostics

/// The schemas that generated code validates values against, because they require more than the values' types do.
///
/// JSON Schema, Validation, section 6. Each has a name in the text that the validator reads, and others refer to it by that name.
package struct EnforcedSchemas {
    /// Schemas this deep inside a named one have a name too, so that the text is not nested without limit.
    private static let deepest = 16
    /// More uses of one schema that exempt different members are not kept apart, so that the text stays short.
    private static let mostUses = 16

    private let graph: SchemaGraph
    private let exemptions: OneWayMembers
    private let subtypes: SubtypeSelection
    private var names: [SchemaUse: String] = [:]
    private var useCounts: [SchemaID: Int] = [:]
    private var takenNames: Set<String> = []
    /// In the order in which they were first referred to.
    package private(set) var named: [(name: String, use: SchemaUse)] = []

    /// The schemas of everything that the operations of a document read.
    package init(_ graph: SchemaGraph, readBy endpoints: [Endpoint]) {
        self.graph = graph
        exemptions = OneWayMembers(graph)
        subtypes = SubtypeSelection(graph)
        // Whether a schema, or one inside it, requires something that its type does not.
        let isEnforced = graph.schemasBeyondTypes()
        for (place, schema) in endpoints.flatMap(\.readSchemas) where isEnforced[schema.index] {
            _ = name(of: use(of: referent(of: schema)), place: place)
        }
    }

    /// The schemas of everything that requests of operations carry, also where a type would require as much.
    package init(_ graph: SchemaGraph, requestedBy endpoints: [Endpoint]) {
        self.init(graph, of: endpoints.flatMap(\.requestSchemas))
    }

    /// The schemas of everything that responses of operations carry, also where a type would require as much.
    package init(_ graph: SchemaGraph, returnedBy endpoints: [Endpoint]) {
        self.init(graph, of: endpoints.flatMap(\.responseSchemas))
    }

    private init(_ graph: SchemaGraph, of places: [(place: String, schema: SchemaID)]) {
        self.graph = graph
        exemptions = OneWayMembers(graph)
        subtypes = SubtypeSelection(graph)
        for (place, schema) in places { _ = name(of: use(of: referent(of: schema)), place: place) }
    }

    /// Returns the reference to a schema that values are validated against, or `nil` if their type requires everything already.
    package func pointer(to schema: SchemaID?) -> String? {
        schema.flatMap { names[use(of: referent(of: $0))] }.map(Self.reference)
    }

    /// Returns a reference to a schema, which is among the named ones from then on.
    package mutating func reference(to use: SchemaUse) -> String {
        Self.reference(name(of: part(referent(of: use.schema), of: use)))
    }

    /// Whether a schema has a text of its own rather than one inside the schema that it is a part of.
    package func isNamed(_ use: SchemaUse, depth: Int) -> Bool {
        graph[use.schema].componentName != nil || names[use] != nil || depth >= Self.deepest
    }

    private static func reference(_ name: String) -> String {
        "#/$defs/" + name.escapedForPointer
    }

    /// The schema of a reference that has no name.
    private func referent(of schema: SchemaID) -> SchemaID {
        graph[schema].componentName == nil ? graph[schema].alias ?? schema : schema
    }

    /// - Parameter place: The place that refers to the schema, which names one that is no component. Lines of the document do not, so
    ///   that a comment in it changes no operation.
    private mutating func name(of use: SchemaUse, place: String? = nil) -> String {
        if let name = names[use] { return name }
        let whole = self.use(of: use.schema)
        var plain = whole
        plain.selectsSubtype = use.selectsSubtype
        if use != plain, useCounts[use.schema, default: 0] >= Self.mostUses { return name(of: plain, place: place) }
        var name = graph[use.schema].componentName ?? place ?? "inline.\(named.count + 1)"
        // The component's own name is that of a value of its own.
        if use != whole { name += "'" }
        while !takenNames.insert(name).inserted { name += "'" }
        names[use] = name
        useCounts[use.schema, default: 0] += 1
        named.append((name, use))
        return name
    }
}

extension EnforcedSchemas {
    /// Returns the use of a schema for a value of its own: a body, a member, an element.
    package func use(of schema: SchemaID) -> SchemaUse {
        var use = exemptions.use(of: schema)
        use.selectsSubtype = subtypes.isMade(by: schema)
        return use
    }

    /// Returns the use of a schema as a part of another one, for the same value.
    package func part(_ schema: SchemaID, of whole: SchemaUse) -> SchemaUse {
        var use = exemptions.part(schema, of: whole)
        use.selectsSubtype = whole.selectsSubtype && subtypes.isMade(by: schema, asPartOf: whole.schema)
        return use
    }

    /// Returns the use of a schema as one of the alternatives of another one.
    package func alternative(_ schema: SchemaID, of whole: SchemaUse) -> SchemaUse {
        var use = exemptions.part(schema, of: whole)
        use.selectsSubtype = subtypes.isMade(by: schema)
        return use
    }
}

extension Endpoint {
    /// The schemas of parameters and of each representation of the body, each with the operation and what in it has the schema.
    fileprivate var requestSchemas: [(place: String, schema: SchemaID)] {
        let bodies = (operation.requestBody?.representations ?? []).map { (place: "body", schema: $0.checked) }
        let places = parameters.map { (place: $0.name.name, schema: $0.parameter.schema) } + bodies
        return places.compactMap { place, schema in schema.map { ("\(name.name).\(place)", $0) } }
    }

    /// The schemas of each representation and of each header of the responses, each with the operation and what in it has the schema.
    fileprivate var responseSchemas: [(place: String, schema: SchemaID)] {
        outcomes.flatMap { outcome in
            let bodies = outcome.response.representations.map { (place: outcome.name.name, schema: $0.checked) }
            let headers = outcome.response.headers.map { (place: $0.name, schema: $0.schema) }
            return (bodies + headers).compactMap { place, schema in schema.map { ("\(name.name).\(place)", $0) } }
        }
    }

    /// The schemas of parameters, bodies and headers, in the order in which the operation names them, each with the operation and what
    /// in it has the schema.
    fileprivate var readSchemas: [(place: String, schema: SchemaID)] {
        let request = (body?.content ?? []).map { (place: "body", content: $0) }
        let contents = request + outcomes.flatMap { outcome in outcome.contents.map { (outcome.name.name, $0) } }
        let bodies = contents.flatMap { place, content in content.representations.map { (place: place, schema: $0.checked) } }
        let partHeaders = contents.flatMap { $0.content.form?.fields ?? [] }.flatMap { $0.structure?.headers ?? [] }
        let headers = (outcomes.flatMap(\.headers) + partHeaders).map { (place: $0.name.name, schema: $0.header.schema) }
        let places = parameters.map { (place: $0.name.name, schema: $0.parameter.schema) } + bodies + headers
        return places.compactMap { place, schema in schema.map { ("\(name.name).\(place)", $0) } }
    }

    /// Whether anything that the operation reads is validated.
    package func isChecked(by schemas: EnforcedSchemas) -> Bool {
        readSchemas.contains { schemas.pointer(to: $0.schema) != nil }
    }
}

extension String {
    /// A token of a JSON Pointer (RFC 6901) in the fragment of a URI.
    fileprivate var escapedForPointer: String {
        if utf8.allSatisfy({ $0.isUnreserved && $0 != UInt8(ascii: "~") }) { return self }
        var text = ""
        for byte in utf8 {
            switch byte {
            case UInt8(ascii: "~"): text += "~0"
            case UInt8(ascii: "/"): text += "~1"
            case _ where byte.isUnreserved || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "'"):
                text.unicodeScalars.append(Unicode.Scalar(byte))
            default: text += byte.percentEncoded
            }
        }
        return text
    }
}
