import YAMLTree

/// The addresses that the schemas of a file declare; JSON Schema, Core, section 8.2.
struct Anchors {
    /// The schemas with an `$id`, by address.
    private(set) var resources: [String: YAMLNode] = [:]
    /// The schemas with an `$anchor` or a `$dynamicAnchor`, by address and name.
    private(set) var named: [String: YAMLNode] = [:]
    /// The schemas with an anchor by name alone, the first of each name.
    private(set) var elsewhere: [String: YAMLNode] = [:]
    /// The base of each reference below a schema with an `$id`.
    private(set) var bases: [YAMLNode: URIReference] = [:]

    init(of root: YAMLNode, base: URIReference) {
        resources[base.address] = root
        guard Self.keys.contains(where: root.documentHasKey) else { return }
        var seen: Set<YAMLNode> = []
        var open = [(root, base)]
        while let (node, base) = open.popLast() {
            guard !node.isScalar, seen.insert(node).inserted else { continue }
            let own = note(node, base: base)
            for element in node.elements { open.append((element, own)) }
            for entry in node.entries where !Self.values.contains(entry.name) { open.append((entry.value, own)) }
        }
    }

    private mutating func note(_ node: YAMLNode, base: URIReference) -> URIReference {
        guard node.isMapping else { return base }
        var base = base
        if let id = node["$id"]?.string, !id.hasPrefix("#") {
            base = URIReference(id).resolved(against: base)
            resources[base.address] = resources[base.address] ?? node
        }
        for key in ["$anchor", "$dynamicAnchor"] {
            guard let name = node[key]?.string else { continue }
            named[base.address + "#" + name] = named[base.address + "#" + name] ?? node
            elsewhere[name] = elsewhere[name] ?? node
        }
        for key in ["$ref", "$dynamicRef"] {
            if let reference = node[key] { bases[reference] = base }
        }
        return base
    }

    private static let keys = ["$id", "$anchor", "$dynamicAnchor"]
    /// Keys whose values are data, not schemas.
    private static let values: Set<String> = ["example", "enum", "const", "default"]
}
