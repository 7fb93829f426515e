/// The places of all schemas, found by URI and anchor before any of them is compiled.
struct SchemaDocuments {
    /// A place inside of one of the documents.
    struct Location: Hashable {
        var document: Int
        var path: [String]
    }

    private(set) var documents: [(base: URIReference, schema: JSONValue)] = []
    private(set) var dynamicAnchors: [(resource: String, name: String, location: Location)] = []
    private var resources: [String: Location] = [:]
    private var anchors: [String: Location] = [:]

    /// Adds a document, so that references can lead into it.
    mutating func add(_ schema: JSONValue, at uri: String) {
        let base = URIReference(uri)
        documents.append((base, schema))
        let location = Location(document: documents.count - 1, path: [])
        resources[base.resource] = location
        register(schema, at: location, base: base, depth: 0)
    }

    private mutating func register(_ schema: JSONValue, at location: Location, base: URIReference, depth: Int) {
        guard let object = schema.object, depth < 500 else { return }
        var base = base
        if let id = object["$id"]?.string {
            base = URIReference(id).resolved(against: base)
            base.fragment = nil
            resources[base.resource] = location
        }
        if let anchor = object["$anchor"]?.string { anchors[base.resource + "#" + anchor] = location }
        if let anchor = object["$dynamicAnchor"]?.string {
            anchors[base.resource + "#" + anchor] = location
            dynamicAnchors.append((base.resource, anchor, location))
        }
        for member in object.members {
            let inner = Location(document: location.document, path: location.path + [member.name])
            register(keyword: member, at: inner, base: base, depth: depth + 1)
        }
    }

    private mutating func register(keyword: JSONObject.Member, at location: Location, base: URIReference, depth: Int) {
        switch SchemaKeywordPlaces(keyword.name) {
        case .schema: register(keyword.value, at: location, base: base, depth: depth)
        case .list:
            for (index, schema) in (keyword.value.array ?? []).enumerated() {
                register(schema, at: location.appending(String(index)), base: base, depth: depth)
            }
        case .map:
            for member in keyword.value.object?.members ?? [] {
                register(member.value, at: location.appending(member.name), base: base, depth: depth)
            }
        case .none: break
        }
    }

    /// The target of a reference; nil if there is no such schema.
    func location(of reference: String, from base: URIReference) -> Location? {
        let target = URIReference(reference).resolved(against: base)
        guard let resource = resources[target.resource] else { return nil }
        let fragment = (target.fragment ?? "").withoutPercentEncoding
        guard let tokens = pointerTokens(fragment) else { return anchors[target.resource + "#" + fragment] }
        let location = Location(document: resource.document, path: resource.path + tokens)
        return schema(at: location) == nil ? nil : location
    }

    func schema(at location: Location) -> JSONValue? {
        var value: JSONValue? = documents[location.document].schema
        for token in location.path {
            value = value?[token] ?? Int(token).flatMap { value?[$0] }
        }
        return value
    }

    /// The base URI that holds at a place, its own `$id` counted.
    func base(at location: Location) -> URIReference {
        var base = documents[location.document].base
        var value: JSONValue? = documents[location.document].schema
        for token in [nil] + location.path.map(Optional.some) {
            if let token { value = value?[token] ?? Int(token).flatMap { value?[$0] } }
            if let id = value?["$id"]?.string {
                base = URIReference(id).resolved(against: base)
                base.fragment = nil
            }
        }
        return base
    }
}

extension SchemaDocuments.Location {
    func appending(_ token: String) -> Self {
        Self(document: document, path: path + [token])
    }
}

/// Where a keyword's value contains schemas.
private enum SchemaKeywordPlaces {
    case schema, list, map, none

    init(_ keyword: String) {
        switch keyword {
        case "additionalProperties", "items", "contains", "propertyNames", "not", "if", "then", "else", "unevaluatedItems",
            "unevaluatedProperties", "contentSchema":
            self = .schema
        case "prefixItems", "allOf", "anyOf", "oneOf": self = .list
        case "properties", "patternProperties", "$defs", "definitions", "dependentSchemas": self = .map
        default: self = .none
        }
    }
}
