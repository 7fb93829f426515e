import OpenAPI
import YAMLTree

/// A schema with everything that `allOf` and `$ref` beside other keywords bring in, so that later stages look at one place.
struct FlatSchema {
    var schema: Schema
    /// Alternatives of every `oneOf` and `anyOf` found, one list each.
    var unions: [[SchemaID]]
    /// The schemas that were merged, outermost first.
    var parts: [SchemaID]
}

extension SchemaSet {
    /// Merges a schema with its `allOf` parts, and theirs.
    ///
    /// JSON Schema, Core, section 10.2.1.1: an instance must fit all of them.
    mutating func flattened(_ id: SchemaID) -> FlatSchema {
        var parts: [SchemaID] = []
        collectParts(of: id, into: &parts)
        var flat = FlatSchema(schema: self[parts[0]], unions: [], parts: parts)
        flat.schema.allOf = []
        flat.schema.oneOf = []
        flat.schema.anyOf = []
        flat.schema.reference = nil
        let merged = Set(parts)
        for part in parts {
            for alternatives in [self[part].oneOf, self[part].anyOf] where !alternatives.isEmpty {
                // A child that brings in its parent is one of the parent's alternatives, not all of them; nor is what
                // was merged from the child, whose alternatives would be merged with it again without end.
                guard part == parts[0] || !alternatives.contains(where: { merged.contains(target(of: $0)) }) else { continue }
                flat.unions.append(alternatives)
            }
        }
        for part in parts.dropFirst() { merge(self[part], into: &flat.schema) }
        return flat
    }

    /// The schema itself and what its references and `allOf` lead to, each once, outermost first.
    private func collectParts(of id: SchemaID, into parts: inout [SchemaID]) {
        var open = [id]
        var seen: Set<SchemaID> = []
        while let next = open.popLast() {
            let target = parts.isEmpty ? self.target(of: next) : partTarget(of: next)
            guard seen.insert(target).inserted else { continue }
            parts.append(target)
            open.append(contentsOf: self[target].allOf.reversed())
            if let reference = self[target].reference { open.append(reference) }
        }
    }

    private mutating func merge(_ part: Schema, into whole: inout Schema) {
        whole.types = whole.types.intersected(with: part.types)
        whole.description = whole.description ?? part.description
        whole.title = whole.title ?? part.title
        whole.format = whole.format ?? part.format
        whole.defaultValue = whole.defaultValue ?? part.defaultValue
        whole.const = whole.const ?? part.const
        whole.enumeration = bothEnumerations(whole, part)
        whole.pattern = whole.pattern ?? part.pattern
        whole.discriminator = whole.discriminator ?? part.discriminator
        whole.minimum = whole.minimum ?? part.minimum
        whole.maximum = whole.maximum ?? part.maximum
        if whole.prefixItems.isEmpty { whole.prefixItems = part.prefixItems }
        if whole.patternProperties.isEmpty { whole.patternProperties = part.patternProperties }
        whole.items = both(whole.items, part.items)
        whole.additionalProperties = mergedAdditional(whole.additionalProperties, part.additionalProperties)
        for name in part.required where !whole.required.contains(where: { $0.value == name.value }) {
            whole.required.append(name)
        }
        mergeProperties(of: part, into: &whole)
    }

    /// The values that both list; those of one where the names of its cases count on their places, or nothing is left.
    private func bothEnumerations(_ whole: Schema, _ part: Schema) -> [YAMLNode]? {
        guard let values = whole.enumeration, let others = part.enumeration, whole.enumerationNames.isEmpty,
            whole.enumerationDescriptions.isEmpty
        else { return whole.enumeration ?? part.enumeration }
        let texts = Set(others.map { $0.jsonText() })
        let common = values.filter { texts.contains($0.jsonText()) }
        return common.isEmpty ? values : common
    }

    private mutating func mergeProperties(of part: Schema, into whole: inout Schema) {
        var places: [String: Int] = [:]
        for (index, property) in whole.properties.enumerated() { places[property.name] = index }
        for property in part.properties {
            if let place = places[property.name] {
                whole.properties[place].schema = all(of: [whole.properties[place].schema, property.schema])
            } else {
                places[property.name] = whole.properties.count
                whole.properties.append(property)
            }
        }
    }

    private mutating func both(_ one: SchemaID?, _ other: SchemaID?) -> SchemaID? {
        guard let one, let other else { return one ?? other }
        return all(of: [one, other])
    }

    /// A part that closes the object says nothing about members that another part names, so the open one wins.
    private mutating func mergedAdditional(_ one: SchemaID?, _ other: SchemaID?) -> SchemaID? {
        guard let one, let other else { return one ?? other }
        return self[target(of: one)].booleanValue == false ? other : one
    }
}

extension JSONTypes {
    /// The types that both lists allow; a list that says nothing allows all.
    fileprivate func intersected(with other: JSONTypes) -> JSONTypes {
        if isEmpty { return other }
        if other.isEmpty { return self }
        var common = intersection(other)
        // An integer is a number, so that the two together mean integers.
        if contains(.integer) && other.contains(.number) || contains(.number) && other.contains(.integer) {
            common.insert(.integer)
        }
        return common.isEmpty ? self : common
    }
}
